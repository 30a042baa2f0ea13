using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// What tells one document from all others: its normalised number, else issuer, title and date together. A law is named by its
/// title alone: 《政府信息公开条例》.
/// </summary>
public sealed class DocumentKey : IEquatable<DocumentKey>, IComparable<DocumentKey>
{
    private const int LongestText = 600;
    private readonly string _text;

    private DocumentKey(string text, DocumentNumber? number, string issuer, string title, DateOnly? signedOn) =>
        (_text, Number, Issuer, Title, SignedOn) = (text, number, issuer, title, signedOn);

    /// <summary>The number; null for a document that prints none.</summary>
    public DocumentNumber? Number { get; }

    /// <summary>The issuer (发文机关) of a document without number; empty where it has a number or none is stated.</summary>
    public string Issuer { get; }

    /// <summary>The title of a document without number, white space removed; empty where it has a number.</summary>
    public string Title { get; }

    /// <summary>The day of signature (成文日期) of a document without number; null where it has a number or none is stated.</summary>
    public DateOnly? SignedOn { get; }

    public static DocumentKey Of(DocumentNumber number) => new(number.Normalised, number, "", "", null);

    /// <summary>The key of a document without number.</summary>
    /// <param name="issuer">As printed; empty where none is stated.</param>
    /// <param name="title">As printed, with or without 《》 around it.</param>
    /// <param name="signedOn">Day of signature; null where none is stated.</param>
    /// <exception cref="ArgumentException">The title is blank, or the issuer holds a title bracket.</exception>
    public static DocumentKey Of(string issuer, string title, DateOnly? signedOn)
    {
        (issuer, title) = (Plain(issuer), Bare(Plain(title)));
        ArgumentException.ThrowIfNullOrEmpty(title);
        if (issuer.Contains('《')) throw new ArgumentException("An issuer holds no title.", nameof(issuer));
        var day = signedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"{issuer}《{title}》{day}", null, issuer, title, signedOn);
    }

    /// <summary>The key of a document that may have a number.</summary>
    public static DocumentKey Of(string? number, string? issuer, string title, DateOnly? signedOn) =>
        DocumentNumber.TryParse(number, out var parsed) ? Of(parsed) : Of(issuer ?? "", title, signedOn);

    /// <summary>Reads a number in any form, or issuer《title》yyyy-MM-dd.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DocumentKey? key)
    {
        key = null;
        if (text is null or { Length: > LongestText }) return false;
        if (DocumentNumber.TryParse(text, out var number))
        {
            key = Of(number);
            return true;
        }
        var plain = Plain(text);
        int open = plain.IndexOf('《'), close = plain.LastIndexOf('》');
        if (open < 0 || close < open + 2) return false;
        var tail = plain[(close + 1)..];
        DateOnly? signedOn = null;
        if (tail.Length > 0)
        {
            if (!DateOnly.TryParseExact(tail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
            signedOn = day;
        }
        var title = plain[(open + 1)..close];
        if (title != Bare(title)) return false;
        key = Of(plain[..open], title, signedOn);
        return true;
    }

    public bool Equals(DocumentKey? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as DocumentKey);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Numbered documents first, by code, year and serial; then the others by their text.</summary>
    public int CompareTo(DocumentKey? other)
    {
        if (other is null) return 1;
        if (Number is not null && other.Number is not null) return Number.CompareTo(other.Number);
        if (Number is null && other.Number is null) return string.CompareOrdinal(_text, other._text);
        return Number is null ? 1 : -1;
    }

    /// <summary>The canonical form, which <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => _text;

    private static string Plain(string text) => TextForm.Compact(text).Replace('#', '＃');

    private static string Bare(string title)
    {
        while (title.Length > 2 && title[0] == '《' && title.IndexOf('》') == title.Length - 1) title = title[1..^1];
        return title;
    }
}
