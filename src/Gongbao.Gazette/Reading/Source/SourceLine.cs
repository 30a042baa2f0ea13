namespace Gongbao.Gazette.Reading;

/// <summary>What a printed line is. All but <see cref="Text"/> is page furniture or nothing.</summary>
internal enum LineKind
{
    /// <summary>Words of the issue: cover, contents, a section's name, or a document.</summary>
    Text,

    /// <summary>Nothing but white space. Blank lines carry no structure.</summary>
    Blank,

    /// <summary>The page's number, in dots or dashes (页码).</summary>
    PageNumber,

    /// <summary>A line repeated at the head or foot of pages (页眉、页脚).</summary>
    RunningHead,

    /// <summary>One character a line, spelling the gazette's name down the margin (竖排刊名).</summary>
    Masthead,

    /// <summary>What rules a table off and parts its cells, or room to fill in (表线).</summary>
    Rule,
}

/// <summary>One line of the source as printed.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="From">UTF-16 offset of the first character.</param>
/// <param name="To">UTF-16 offset behind the last character, line break excluded.</param>
/// <param name="Stretch">Lines between two breaks of page or column, counted from 1, as far as breaks show in the text.</param>
/// <param name="Page">Number of the page as printed; null where the numbers printed do not tell.</param>
/// <param name="Kind">What the line is.</param>
internal readonly record struct SourceLine(int Number, int From, int To, int Stretch, int? Page, LineKind Kind)
{
    public Span Span => new(From, To);
}
