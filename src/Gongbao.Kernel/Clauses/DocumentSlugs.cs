using System.Globalization;
using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// Documents in page addresses: 达市府办发-2023-14, 国务院令-711, joint numbers joined by _, a document without number
/// issuer~title~date. What is no letter or digit is written as its code between dots.
/// </summary>
internal static class DocumentSlugs
{
    private const int LongestSlug = 2000;

    public static string Print(DocumentKey document)
    {
        if (document.Number is { } number) return string.Join('_', number.Parts.Select(Print));
        var day = document.SignedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{Escape(document.Issuer)}~{Escape(document.Title)}~{day}";
    }

    public static DocumentKey? Read(string slug)
    {
        if (slug.Length is 0 or > LongestSlug) return null;
        var pieces = slug.Split('~');
        if (pieces.Length == 3)
        {
            if (Unescape(pieces[0]) is not { } issuer || Unescape(pieces[1]) is not { Length: > 0 } title) return null;
            return DocumentKey.TryParse($"{issuer}《{title}》{pieces[2]}", out var named) && Print(named) == slug ? named : null;
        }
        if (pieces.Length != 1) return null;
        var numbers = new List<string>();
        foreach (var piece in slug.Split('_'))
        {
            if (ReadNumber(piece) is not { } number) return null;
            numbers.Add(number);
        }
        return DocumentNumber.TryParse(string.Join('、', numbers), out var parsed) && DocumentKey.Of(parsed) is { } key && Print(key) == slug ? key : null;
    }

    private static string Print(NumberPart part)
    {
        var code = part.Code.Length > 0 ? Escape(part.Code) + "-" : "";
        return part.Form switch
        {
            NumberForm.Bracketed => string.Create(CultureInfo.InvariantCulture, $"{code}{part.Year}-{part.Serial}"),
            NumberForm.Order => string.Create(CultureInfo.InvariantCulture, $"{code}{part.Serial}"),
            NumberForm.Yearly => string.Create(CultureInfo.InvariantCulture, $"{code}{part.Year}年-{part.Serial}"),
        };
    }

    private static string? ReadNumber(string piece)
    {
        var last = piece.LastIndexOf('-');
        if (last <= 0) return null;
        var (head, serial) = (piece[..last], piece[(last + 1)..]);
        var middle = head.LastIndexOf('-');
        if (Unescape(middle < 0 ? "" : head[..middle]) is not { } code) return null;
        var year = head[(middle + 1)..];
        if (year.Length == 5 && year[^1] == '年') return $"{code}{year}第{serial}号";
        if (year.Length == 4 && NumberPart.YearOf(year) is not null) return $"{code}〔{year}〕{serial}号";
        return Unescape(head) is { } order ? $"{order}第{serial}号" : null;
    }

    private static string Escape(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (TextForm.IsIdeograph(c) || char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else slug.Append('.').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append('.');
        }
        return slug.ToString();
    }

    private static string? Unescape(string slug)
    {
        var pieces = slug.Split('.');
        if (pieces.Length % 2 == 0) return null;
        var text = new StringBuilder(slug.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0) text.Append(pieces[i]);
            else if (ushort.TryParse(pieces[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) text.Append((char)code);
            else return null;
        }
        return text.ToString();
    }
}
