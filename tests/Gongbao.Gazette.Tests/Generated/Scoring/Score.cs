using System.Globalization;
using System.Text;

namespace Gongbao.Gazette.Tests.Generated.Scoring;

/// <summary>One value that a reading has wrong and did not flag, or a row it lacks.</summary>
internal sealed record Difference(string Issue, string Document, string At, string Want, string Have);

/// <summary>How often something was found: right ones, how many there are in truth, how many were read.</summary>
internal sealed class Found
{
    public int Right { get; set; }
    public int True { get; set; }
    public int Read { get; set; }

    /// <summary>Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was read.</summary>
    public double F1 => True + Read == 0 ? 1 : 2.0 * Right / (True + Read);
}

/// <summary>The score of one or more readings against their truth.</summary>
internal sealed class Score
{
    public Found Boundaries { get; } = new();
    public Found Nodes { get; } = new();
    public Found Rows { get; } = new();
    public Found Lists { get; } = new();

    /// <summary>Right and all, of number, title, date and issuer.</summary>
    public Dictionary<string, (int Right, int All)> Heads { get; } = [];

    public int Values { get; set; }
    public int Flagged { get; set; }
    public int WrongUnflagged { get; set; }
    public List<Difference> Differences { get; } = [];

    public double HeadShare => Heads.Count == 0 ? 1 : (double)Heads.Values.Sum(h => h.Right) / Heads.Values.Sum(h => h.All);
    public double ErrorShare => Values == Flagged ? 0 : (double)WrongUnflagged / (Values - Flagged);
    public double FlaggedShare => Values == 0 ? 0 : (double)Flagged / Values;

    public void Head(string field, bool right)
    {
        var (good, all) = Heads.GetValueOrDefault(field);
        Heads[field] = (good + (right ? 1 : 0), all + 1);
    }

    public void Add(Score other)
    {
        foreach (var (mine, theirs) in new[] { (Boundaries, other.Boundaries), (Nodes, other.Nodes), (Rows, other.Rows), (Lists, other.Lists) })
        {
            mine.Right += theirs.Right;
            mine.True += theirs.True;
            mine.Read += theirs.Read;
        }
        foreach (var (field, (right, all)) in other.Heads)
        {
            var (good, sum) = Heads.GetValueOrDefault(field);
            Heads[field] = (good + right, sum + all);
        }
        Values += other.Values;
        Flagged += other.Flagged;
        WrongUnflagged += other.WrongUnflagged;
        Differences.AddRange(other.Differences);
    }

    public static string Titles => $"{"",-20} {"bound.F1",9} {"heads",8} {"nodes F1",9} {"rows F1",8} {"lists F1",9} {"errors",8} {"flagged",8} {"values",8}";

    public string Line(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-20} {Boundaries.F1,9:0.0000} {HeadShare,8:0.00%} {Nodes.F1,9:0.0000} {Rows.F1,8:0.0000} {Lists.F1,9:0.0000} {ErrorShare,8:0.00%} {FlaggedShare,8:0.00%} {Values,8}");

    /// <summary>The first differences of each field, the commonest fields first.</summary>
    public string Examples(int each)
    {
        var text = new StringBuilder();
        foreach (var field in Differences.GroupBy(d => Kind(d.At)).OrderByDescending(g => g.Count()))
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Key}: {field.Count()}\n");
            foreach (var d in field.Take(each)) text.Append(CultureInfo.InvariantCulture, $"    {d.Issue} {d.Document} {d.At}\n        want {d.Want}\n        have {d.Have}\n");
        }
        return text.ToString();
    }

    private static string Kind(string at) => string.Concat(at.Where(c => !char.IsAsciiDigit(c)));
}
