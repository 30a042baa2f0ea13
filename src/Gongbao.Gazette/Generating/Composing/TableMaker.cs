using Gongbao.Gazette.Generating.Printing;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Lays rows out as pages of columns.</summary>
internal sealed class TableMaker(Setting setting, Dice dice)
{
    /// <summary>Parts rows into pages; one page unless tables run over pages.</summary>
    public List<List<T>> Pages<T>(IReadOnlyList<T> rows, int least, int most)
    {
        if (!setting.Has(Defects.MultiPageTables)) return [[.. rows]];
        var pages = new List<List<T>>();
        for (var at = 0; at < rows.Count;)
        {
            var count = Math.Min(dice.Between(least, most), rows.Count - at);
            pages.Add([.. rows.Skip(at).Take(count)]);
            at += count;
        }
        return pages;
    }

    /// <summary>A cell of running text, broken at a width.</summary>
    public IReadOnlyList<string> Cell(string text, int width) =>
        setting.Has(Defects.BrokenLines) ? Typesetter.Break(text, width) : [text];

    /// <summary>A time limit in a narrow column: 8月/31日, 及时/公开, 2024年/5月底.</summary>
    public IReadOnlyList<string> Limit(string text)
    {
        if (!setting.Has(Defects.BrokenLines)) return [text];
        var at = text.Contains('年') ? text.IndexOf('年', StringComparison.Ordinal) + 1 : text.Contains('月') ? text.IndexOf('月', StringComparison.Ordinal) + 1 : 2;
        return at >= text.Length ? [text] : [text[..at], text[at..]];
    }

    /// <summary>Over how many rows each of the values stands that <see cref="Spans"/> gives.</summary>
    public static List<int> Over(IEnumerable<string> values)
    {
        var over = new List<int>();
        string? last = null;
        foreach (var value in values)
        {
            if (over.Count > 0 && value == last) over[^1]++;
            else over.Add(1);
            last = value;
        }
        return over;
    }

    /// <summary>The values of a column that stand over several rows, each once.</summary>
    public static List<string> Spans(IEnumerable<string> values)
    {
        var spans = new List<string>();
        foreach (var value in values)
            if (spans.Count == 0 || spans[^1] != value) spans.Add(value);
        return spans;
    }
}
