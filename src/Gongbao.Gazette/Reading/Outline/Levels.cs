namespace Gongbao.Gazette.Reading;

/// <summary>Depths of clauses from how they are numbered.</summary>
internal static class Levels
{
    /// <summary>The official order, divisions of regulations before it: 编 章 节 条, then 一、 （一） 1． （1） ①.</summary>
    public static int Rank(MarkerStyle style) => style switch
    {
        MarkerStyle.Part => 0,
        MarkerStyle.Chapter => 1,
        MarkerStyle.Section => 2,
        MarkerStyle.Article => 3,
        MarkerStyle.Comma => 4,
        MarkerStyle.Bracketed => 5,
        MarkerStyle.Dotted => 6,
        MarkerStyle.BracketedDigits => 7,
        MarkerStyle.Circled => 8,
    };

    /// <summary>
    /// The four official styles keep their own level, also where a level is skipped. In a text with articles, divisions count from
    /// the highest that occurs, and the official styles follow the articles.
    /// </summary>
    public static IReadOnlyList<PlacedMarker> Assign(List<PlacedMarker> placed)
    {
        var used = placed.Select(p => p.Marker.Style).Distinct().ToHashSet();
        var divisions = used.Where(s => s >= MarkerStyle.Part).OrderBy(Rank).ToList();
        for (var i = 0; i < placed.Count; i++)
        {
            var style = placed[i].Marker.Style;
            var level = divisions.Count == 0 ? Rank(style) - 3
                : style >= MarkerStyle.Part ? divisions.IndexOf(style) + 1
                : divisions.Count + Math.Max(1, Rank(style) - 4 + (used.Contains(MarkerStyle.Comma) ? 1 : 0));
            placed[i] = placed[i] with { Level = level };
        }
        return placed;
    }
}
