using System.Globalization;
using Gongbao.Gazette.Citations;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>
/// The rows of a list of documents (目录) whose table came out of print as running text: 序号 标题 文号 1 《甲》 清府发〔2015〕3号 2 《乙》 …. They are
/// parted by their numbers, which count up from 1.
/// </summary>
internal static class PrintedRows
{
    private const string Head = "序号";
    private const int LongestHead = 40;

    /// <summary>What behind a number shows that it counts no row.</summary>
    private const string Units = "年月日号件个项条款章节〕］]）)%、．.";

    /// <param name="passage">The passage.</param>
    /// <returns>None where it is no such list.</returns>
    public static List<(int From, int To)> Of(Passage passage)
    {
        var (bare, rows) = (passage.Bare, new List<(int From, int To)>());
        if (!bare.AsSpan(passage.From).TrimStart().StartsWith(Head)) return rows;
        for (int at = passage.From, next = 1; ; next++)
        {
            var begins = Find(bare, at, next.ToString(CultureInfo.InvariantCulture), next == 1 ? passage.From + LongestHead : bare.Length);
            if (begins < 0) break;
            if (rows.Count > 0) rows[^1] = (rows[^1].From, begins);
            rows.Add((begins, bare.Length));
            at = begins + 1;
        }
        return rows;
    }

    /// <summary>The document of a row: its title, or the number in the next cell; what is cited further on is a reason.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="row">The row.</param>
    /// <param name="end">Behind what names the document.</param>
    public static (int Ordinal, PlacedCitation Citation)? Document(Passage passage, (int From, int To) row, out int end)
    {
        var cited = passage.Citations.Where(c => c.Citation.Citation is { Target: not null } at && at.From >= row.From && at.To <= row.To).Take(2).ToList();
        end = row.To;
        if (cited.Count == 0) return null;
        var first = cited[0].Citation.Citation;
        if (first.Target!.Number is null && cited.Count > 1 && cited[1].Citation.Citation is { Target.Number: not null } second && NamesOne(passage.Bare.AsSpan(first.To, second.From - first.To).Trim())) cited.RemoveAt(0);
        end = cited[0].Citation.Citation.To;
        return cited[0];
    }

    /// <summary>Whether title and number name one document: nothing between them, or 的通知.</summary>
    private static bool NamesOne(ReadOnlySpan<char> between) => between.Length == 0 || between is ['的', _, _];

    private static int Find(string bare, int from, string number, int to)
    {
        for (var at = bare.IndexOf(number, from, StringComparison.Ordinal); at >= 0 && at < to; at = bare.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var behind = at + number.Length;
            if (behind < bare.Length && !char.IsAsciiDigit(bare[behind]) && !Units.Contains(bare[behind]) && (at == 0 || !char.IsAsciiDigit(bare[at - 1]) && bare[at - 1] is not ('〔' or '[' or '［' or '（' or '第'))) return at;
        }
        return -1;
    }
}
