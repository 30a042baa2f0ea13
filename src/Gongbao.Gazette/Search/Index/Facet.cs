using System.Globalization;
using Gongbao.Gazette.Classification;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Search.Index;

/// <summary>
/// One way to divide what was found (分面). Its values are indexed with the document's words, so that a filter costs no more than a word.
/// </summary>
/// <param name="Key">Its part of an address: <c>/search?kind=通知</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ValuesOf">A document's values; none where it has none.</param>
internal sealed record Facet(string Key, string Name, Func<SearchEntry, IEnumerable<string>> ValuesOf)
{
    /// <summary>The facets that are declared, in the order in which they are shown.</summary>
    public static IReadOnlyList<Facet> All { get; } =
    [
        new("kind", "文种", e => e.Kind is { } kind ? [kind] : []),
        new("issuer", "发文机关", e => e.Issuers.Split('、', StringSplitOptions.RemoveEmptyEntries)),
        new("topic", "主题", e => e.Of(Aspect.Topic)),
        new("audience", "对象", e => e.Of(Aspect.Audience)),
        new("level", "制发层级", e => e.Of(Aspect.Level)),
        new("normative", "是否规范性文件", e => e.Of(Aspect.Normative)),
        new("year", "年份", e => YearOf(e) is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : []),
    ];

    /// <summary>
    /// Whether a document is in force (效力). It changes with the day that is asked for and is no word of the index: it is counted, and filtered, by
    /// the states that the process keeps of each row.
    /// </summary>
    public static Facet Validity { get; } = new("validity", "效力", _ => []);

    /// <summary>All that people can choose from, in the order in which they are shown.</summary>
    public static IReadOnlyList<Facet> Shown { get; } = [Validity, .. All];

    /// <summary>The word that stands for a value in the index.</summary>
    public static string Whole(string key, string value) => $"{key}={value}";

    private static int? YearOf(SearchEntry entry) =>
        entry.DatedOn?.Year ?? (DocumentNumber.TryParse(entry.Number, out var number) ? number.Year : null);
}
