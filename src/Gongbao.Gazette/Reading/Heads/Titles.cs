using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>The shape of the title of an official document: 关于…的通知, over one line or several.</summary>
internal static class Titles
{
    /// <summary>
    /// Characters of one line that may be part of a title. A word processor, a page or a text keeps a title of any length in one line, and GB/T 9704
    /// sets no bound; titles that name the documents they repeal come to some 250 characters. What runs on for longer is a title and text in one.
    /// </summary>
    public const int LongestLine = 400;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；！？：:");

    /// <summary>Whether the words end in a kind of document (文种).</summary>
    public static bool Ends(string text) => KindOf(text) is not null;

    /// <summary>The kind of document that the title ends in; a kind in brackets, （试行）, may follow it.</summary>
    public static string? KindOf(string title)
    {
        if (title.EndsWith('）') && title.LastIndexOf('（') is > 0 and var bracket) title = title[..bracket];
        foreach (var kind in Lexicon.Kinds)
            if (title.EndsWith(kind, StringComparison.Ordinal)) return kind;
        return null;
    }

    /// <summary>Whether a line may be part of a title: no sentence ends in it, and it is not a date, a number or an attachment's mark.</summary>
    public static bool MayHold(string text) => text.Length <= LongestLine && MayHoldAtAnyLength(text);

    /// <summary>Whether a line reads as a whole title and only its length says that it is none.</summary>
    public static bool IsTooLong(string text) => text.Length > LongestLine && Ends(text) && text.Contains("关于", StringComparison.Ordinal) && MayHoldAtAnyLength(text);

    private static bool MayHoldAtAnyLength(string text) =>
        text.Length >= 1 && !text.AsSpan().ContainsAny(SentenceMarks) && !DateShape.TryRead(text, out _)
        && !NumberShape.IsNumber(text) && !text.StartsWith("附件", StringComparison.Ordinal) && !Markers.StartsWithMarker(text);

    /// <summary>Whether the next line goes on with the title although this one ends in a kind: …的通知》的 / 通知.</summary>
    public static bool Continues(string text, string next) =>
        MayHold(next) && (next[0] is '》' or '的' or '”' or '、' || next.Length <= 6 && next[0] != '各' && (Ends(next) && !Offices.IsName(next) || next is "知" or "报" or "见"))
        || OpenMarks(text) > 0 && MayHold(next);

    private static int OpenMarks(string text)
    {
        var open = 0;
        foreach (var c in text) open += c is '《' or '（' or '“' ? 1 : c is '》' or '）' or '”' ? -1 : 0;
        return open;
    }
}
