namespace Gongbao.Gazette.Reading;

/// <summary>How a clause is numbered. The first four are the official order of levels; the rest are those of regulations.</summary>
internal enum MarkerStyle
{
    /// <summary>一、</summary>
    Comma,

    /// <summary>（一）</summary>
    Bracketed,

    /// <summary>1．</summary>
    Dotted,

    /// <summary>（1）</summary>
    BracketedDigits,

    /// <summary>①</summary>
    Circled,

    /// <summary>第一编</summary>
    Part,

    /// <summary>第一章</summary>
    Chapter,

    /// <summary>第一节</summary>
    Section,

    /// <summary>第一条</summary>
    Article,
}

/// <summary>A number at the start of a line that may begin a clause.</summary>
/// <param name="Style">How it is printed.</param>
/// <param name="Value">Its value, from 1.</param>
/// <param name="Length">Characters that it takes, white space left out.</param>
/// <param name="Inserted">Which of the articles put behind the one of the value: 1 of 第三条之一; 0 for the article itself and all else.</param>
internal readonly record struct Marker(MarkerStyle Style, int Value, int Length, int Inserted = 0);

/// <summary>Reads the numbers that clauses begin with (层次序数), in full and half width.</summary>
/// <remarks>《党政机关公文格式》GB/T 9704—2012 7.3.3</remarks>
internal static class Markers
{
    private const string Numerals = "零〇一二三四五六七八九十百廿两";

    public static bool StartsWithMarker(ReadOnlySpan<char> text) => TryRead(text) is not null;

    /// <summary>Reads the number at the start of words that hold no white space.</summary>
    public static Marker? TryRead(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return null;
        if (text[0] is '（' or '(') return Bracket(text);
        if (text[0] == '第') return Ordinal(text);
        if (text[0] is >= '①' and <= '⑳') return new(MarkerStyle.Circled, text[0] - '①' + 1, 1);
        return Characters.IsDigit(text[0]) ? Dotted(text) : Comma(text);
    }

    private static Marker? Comma(ReadOnlySpan<char> text)
    {
        var length = Run(text);
        return length > 0 && length < text.Length && text[length] is '、' && Ordinals.Chinese(text[..length]) is { } value
            ? new(MarkerStyle.Comma, value, length + 1) : null;
    }

    private static Marker? Bracket(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 9)].IndexOfAny('）', ')');
        if (close < 2) return null;
        var inside = text[1..close];
        if (Characters.IsDigit(inside[0])) return Number(inside) is { } number && number < 200 ? new(MarkerStyle.BracketedDigits, number, close + 1) : null;
        return Ordinals.Chinese(inside) is { } value ? new(MarkerStyle.Bracketed, value, close + 1) : null;
    }

    private static Marker? Dotted(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && length < 3 && Characters.IsDigit(text[length])) length++;
        if (length + 1 >= text.Length || text[length] is not ('．' or '.' or '、' or '﹒') || Characters.IsDigit(text[length + 1])) return null;
        return Number(text[..length]) is { } number and > 0 ? new(MarkerStyle.Dotted, number, length + 1) : null;
    }

    private static Marker? Ordinal(ReadOnlySpan<char> text)
    {
        var length = Run(text[1..]);
        var value = Ordinals.Chinese(text.Slice(1, length));
        if (length == 0)
        {
            while (length + 1 < text.Length && length < 4 && Characters.IsDigit(text[length + 1])) length++;
            value = length > 0 ? Number(text.Slice(1, length)) : null;
        }
        if (value is null || length + 1 >= text.Length) return null;
        MarkerStyle? style = text[length + 1] switch
        {
            '编' => MarkerStyle.Part,
            '章' => MarkerStyle.Chapter,
            '节' => MarkerStyle.Section,
            '条' => MarkerStyle.Article,
            _ => null,
        };
        if (style is not { } known) return null;
        length += 2;
        return known is MarkerStyle.Article && Inserted(text[length..], out var more) is { } inserted ? new(known, value.Value, length + more, inserted) : new(known, value.Value, length);
    }

    /// <summary>The 之一 of 第三条之一; null where there is none, as in 第三条之一般规定.</summary>
    private static int? Inserted(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2 || text[0] != '之') return null;
        var run = Run(text[1..]);
        length = run + 1;
        return length < text.Length && text[length] is '般' or '些' or '类' or '种' or '个' or '切' or '定' or '律' or '次' ? null : Ordinals.Chinese(text.Slice(1, run));
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 7 && Numerals.Contains(text[length])) length++;
        return length;
    }

    private static int? Number(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!Characters.IsDigit(c) || value > 999) return null;
            value = value * 10 + Characters.DigitValue(c);
        }
        return value;
    }
}
