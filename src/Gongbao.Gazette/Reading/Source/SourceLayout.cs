namespace Gongbao.Gazette.Reading;

/// <summary>
/// What a file says of its own layout: where paragraphs end, which lines are page furniture, which lie in cells of tables. Words taken
/// from printed pages have none, and the reader learns it from them.
/// </summary>
internal sealed class SourceLayout
{
    /// <summary>All lines of the text, in order, without gap but the line breaks.</summary>
    public required IReadOnlyList<KnownLine> Lines { get; init; }

    /// <summary>Whether the lines are printed ones (PDF): the file says which stand in tables, but not where paragraphs end nor what page furniture is.</summary>
    public bool IsPrinted { get; init; }

    public IReadOnlyList<KnownGrid> Grids { get; init; } = [];

    /// <summary>What the file holds beside its words, or holds in another way than it looks.</summary>
    public IReadOnlyList<SourceDoubt> Doubts { get; init; } = [];

    /// <summary>The lines as they are known. Of printed ones only those in tables are: nothing in a table is page furniture.</summary>
    public ClassifiedLines Classified(SourceText source)
    {
        if (IsPrinted)
        {
            var printed = LineClassifier.Classify(source);
            for (var i = 0; i < printed.Lines.Length; i++)
                if (Lines[i].Grid is not null && printed.Lines[i].Kind is not LineKind.Blank) printed.Lines[i] = printed.Lines[i] with { Kind = LineKind.Text };
            return printed;
        }
        var lines = new SourceLine[Lines.Count];
        var words = new string[Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var (span, kind) = (Lines[i].Span, Lines[i].Kind);
            words[i] = Characters.Compact(source[span]);
            lines[i] = new(Lines[i].Number ?? i + 1, span.From, span.To, 1, null, words[i].Length == 0 ? LineKind.Blank : kind);
        }
        return new(lines, words);
    }
}

/// <summary>A line that a file gives.</summary>
/// <param name="Span">Line break excluded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="EndsParagraph">Whether a paragraph ends with it; null where the writer broke the line by hand (手动换行), which may mean either.</param>
/// <param name="Grid">Index of the table that it stands in; null outside of tables.</param>
internal readonly record struct KnownLine(Span Span, LineKind Kind, bool? EndsParagraph, int? Grid)
{
    /// <summary>The line of the file, from 1, where several cells stand in one; null where each has its own.</summary>
    public int? Number { get; init; }
}

/// <summary>A table whose cells the file gives (表格).</summary>
/// <param name="Rows">How many.</param>
/// <param name="Columns">How many, merged ones counted.</param>
/// <param name="Cells">By row, then by column; a merged cell stands once, at its first row and column.</param>
/// <param name="HeadRows">Rows that the file repeats on every page (标题行重复); 0 where it does not say.</param>
internal sealed record KnownGrid(int Rows, int Columns, IReadOnlyList<KnownCell> Cells, int HeadRows = 0)
{
    /// <summary>How many columns, from the left, say what the rows belong to; null where the file does not say.</summary>
    public int? Stub { get; init; }

    /// <summary>Whether each row names a field, with room to fill it in beside it (表单).</summary>
    public bool IsForm { get; init; }

    /// <summary>One row or one column sets words beside or under one another; only more than that is a table.</summary>
    public bool IsTable => (IsForm || Rows > 1 && Columns > 1) && FirstLine <= LastLine;

    /// <summary>From 1.</summary>
    public int FirstLine { get; } = Cells.Count > 0 ? Cells.Min(c => c.FromLine) : 1;

    /// <summary>How many lines its cells have.</summary>
    public int Lines { get; } = Cells.Sum(c => c.ToLine - c.FromLine);

    public int LastLine { get; } = Cells.Count > 0 ? Cells.Max(c => c.ToLine) - 1 : 0;
}

/// <summary>A cell, from 0; its words are the lines from <paramref name="FromLine"/> on, counted from 1 among those of the layout, end excluded.</summary>
internal readonly record struct KnownCell(int Row, int Column, int RowSpan, int ColumnSpan, int FromLine, int ToLine);

/// <summary>Something about the file that a person should see before its words are published.</summary>
/// <param name="At">What it is about, as <c>source.hidden</c>.</param>
/// <param name="Why">A whole Chinese sentence; never the words in question, which may not be public.</param>
/// <param name="Line">The line it is nearest to, from 1.</param>
internal sealed record SourceDoubt(string At, string Why, int Line);
