using System.Globalization;
using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Tests.Search;

/// <summary>One graded search.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Intent">What kind of wish it is.</param>
/// <param name="Text">As typed.</param>
/// <param name="Grades">Grade by document number; documents without one have 0.</param>
/// <param name="Places">Places that were judged, with their grades.</param>
internal sealed record GradedSearch(string Id, string Intent, string Text, IReadOnlyDictionary<string, int> Grades, IReadOnlyList<(string Document, string Place, int Grade)> Places)
{
    private const int Depth = 10;

    /// <summary>The searches in <c>Search/Graded</c>.</summary>
    public static IReadOnlyList<GradedSearch> Read(string folder)
    {
        var judged = Rows(Path.Combine(folder, "judgements.tsv")).ToLookup(r => r[0]);
        return [.. Rows(Path.Combine(folder, "queries.tsv")).Select(r => new GradedSearch(
            r[0], r[1], r[2],
            judged[r[0]].Where(j => j[2].Length == 0).ToDictionary(j => j[1], Grade),
            [.. judged[r[0]].Where(j => j[2].Length > 0).Select(j => (j[1], j[2], Grade(j)))]))];
    }

    /// <summary>Normalised discounted cumulative gain of the first ten (nDCG@10), a gain being 2^grade - 1; 1 is the best order there is.</summary>
    public double Gain(SearchView view)
    {
        static double Sum(IEnumerable<int> grades) => grades.Take(Depth).Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
        var best = Sum(Grades.Values.OrderDescending());
        return best == 0 ? 1 : Sum(view.Hits.Select(h => Grades.GetValueOrDefault(h.Document.Number ?? ""))) / best;
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(l => l.Split('\t'));

    private static int Grade(string[] judgement) => int.Parse(judgement[3], CultureInfo.InvariantCulture);
}
