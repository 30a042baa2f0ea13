using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Search.Query;

/// <summary>
/// Documents that are called by the end of their title (标题的后半截), as people do who add a clause: 扶持办法第五条. Only those in force on the day are
/// meant. It may be the end of more than one title.
/// </summary>
internal static class TitleEnds
{
    /// <summary>Words that more titles hold name none.</summary>
    private const int Most = 1000;

    /// <param name="index">The index.</param>
    /// <param name="words">What stands before the place, in the compared form.</param>
    /// <param name="day">The day, counted from 0001-01-01.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<SearchFact>> FindAsync(IndexReader index, string words, int day, CancellationToken stop)
    {
        var found = await index.MatchHeadAsync(words, Most + 1, stop);
        return found.Count > Most ? [] : [.. found.Where(f => f.States.At(day)?.IsInForce() is true && Ends(f.Title.ToString(), words))];
    }

    /// <summary>The title, or the name of the text that it issues, with or without brackets behind it, as （试行）.</summary>
    private static bool Ends(string title, string words) => new[] { title, TitleForm.Issued(title) ?? title }
        .Any(t => t.EndsWith(words, StringComparison.Ordinal) || TitleForm.WithoutBrackets(t).EndsWith(words, StringComparison.Ordinal));
}
