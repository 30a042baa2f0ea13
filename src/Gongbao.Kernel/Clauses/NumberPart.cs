using System.Globalization;

namespace Gongbao.Kernel.Clauses;

/// <summary>How a document number is built.</summary>
public enum NumberForm
{
    /// <summary>Body code, year in brackets, serial: 达市府办发〔2023〕14号.</summary>
    Bracketed,

    /// <summary>An order (令): 国务院令第711号. It has no year.</summary>
    Order,

    /// <summary>An announcement (公告) counted by the year: 公告2023年第5号.</summary>
    Yearly,
}

/// <summary>One number of a document; a joint document (联合行文) may print the number of each issuer.</summary>
/// <param name="Form">How it is built.</param>
/// <param name="Code">The body code (机关代字), as 达市府办发 or 国务院令; empty where the source leaves it out.</param>
/// <param name="Year">The year; null for an order.</param>
/// <param name="Serial">The serial within code and year, from 1.</param>
public sealed record NumberPart(NumberForm Form, string Code, int? Year, int Serial) : IComparable<NumberPart>
{
    private const int LongestCode = 40;

    /// <summary>By code, year and serial as numbers: 8号 stands before 14号.</summary>
    public int CompareTo(NumberPart? other)
    {
        if (other is null) return 1;
        var order = string.CompareOrdinal(Code, other.Code);
        if (order == 0) order = Nullable.Compare(Year, other.Year);
        if (order == 0) order = Serial.CompareTo(other.Serial);
        return order == 0 ? Form.CompareTo(other.Form) : order;
    }

    /// <summary>The form that is compared: six-cornered brackets, ASCII digits, no 第 before a bracketed serial.</summary>
    /// <source>《党政机关公文格式》GB/T 9704—2012 7.2.5</source>
    public override string ToString() => Form switch
    {
        NumberForm.Bracketed => string.Create(CultureInfo.InvariantCulture, $"{Code}〔{Year}〕{Serial}号"),
        NumberForm.Order => string.Create(CultureInfo.InvariantCulture, $"{Code}第{Serial}号"),
        NumberForm.Yearly => string.Create(CultureInfo.InvariantCulture, $"{Code}{Year}年第{Serial}号"),
    };

    /// <summary>Reads one number from a text without white space.</summary>
    internal static NumberPart? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || text[^1] != '号') return null;
        var start = SerialAt(text[..^1]);
        if (start < 0 || ReadSerial(text[start..^1]) is not { } serial) return null;
        var head = text[..start];
        var numbered = head.Length > 0 && head[^1] == '第';
        if (numbered) head = head[..^1];
        if (head.Length >= 6 && TextForm.IsClose(head[^1]) && TextForm.IsOpen(head[^6]) && YearOf(head[^5..^1]) is { } year)
            return ReadCode(head[..^6]) is { } code ? new(NumberForm.Bracketed, code, year, serial) : null;
        if (!numbered) return null;
        if (head.Length >= 5 && head[^1] == '年' && YearOf(head[^5..^1]) is { } counted)
            return ReadCode(head[..^5]) is { } code ? new(NumberForm.Yearly, code, counted, serial) : null;
        return head.Length > 0 && head[^1] == '令' && ReadCode(head) is { } order ? new(NumberForm.Order, order, null, serial) : null;
    }

    private static int SerialAt(ReadOnlySpan<char> text)
    {
        var at = text.Length;
        while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
        if (at < text.Length) return at;
        while (at > 0 && ChineseNumerals.IsNumeral(text[at - 1])) at--;
        return at < text.Length ? at : -1;
    }

    private static int? ReadSerial(ReadOnlySpan<char> text)
    {
        if (text.Length > 7) return null;
        if (!char.IsAsciiDigit(text[0])) return ChineseNumerals.TryParse(text, out var value) && value > 0 ? value : null;
        var serial = int.Parse(text, CultureInfo.InvariantCulture);
        return serial > 0 ? serial : null;
    }

    internal static int? YearOf(ReadOnlySpan<char> text)
    {
        var year = TextForm.Digits(text) == 4 ? int.Parse(text, CultureInfo.InvariantCulture)
            : ChineseNumerals.TryParse(text, out var read) ? read : 0;
        return year is >= 1900 and <= 2999 ? year : null;
    }

    private static string? ReadCode(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestCode) return null;
        var (code, open) = (text.ToArray(), false);
        for (var i = 0; i < code.Length; i++)
        {
            if (TextForm.IsOpen(code[i]) && !open && i > 0) (code[i], open) = ('（', true);
            else if (TextForm.IsClose(code[i]) && open && code[i - 1] != '（') (code[i], open) = ('）', false);
            else if (!TextForm.IsIdeograph(code[i]) && !char.IsAsciiLetter(code[i])) return null;
        }
        return open ? null : new(code);
    }
}
