namespace Gongbao.Gazette.Generating.Printing;

/// <summary>A piece of a document as it goes to the printer.</summary>
internal abstract record Block;

/// <summary>Lines printed as they are and kept on one page: heads, signatures, titles of attachments.</summary>
internal sealed record Lines(params string[] Text) : Block
{
    /// <summary>The title of an annex begins a page in the print.</summary>
    public bool NewPage { get; init; }
}

/// <summary>Running text.</summary>
/// <remarks><c>Wide</c>: True: across the page, as the letter at the head of an enclosed plan is.</remarks>
internal sealed record Paragraph(string Text, bool Wide = false) : Block
{
    /// <summary>False: flush with the column's edge, as addressees are.</summary>
    public bool Indented { get; init; } = true;
}

/// <summary>A table, printed column after column on each page.</summary>
internal sealed record Table(IReadOnlyList<TablePage> Pages, IReadOnlyList<string> Header) : Block
{
    /// <summary>Blank lines also between the lines of a cell; needs cells that end in a full stop.</summary>
    public bool Loose { get; init; }
}

internal sealed record TablePage(IReadOnlyList<TableColumn> Columns);

/// <remarks><c>Name</c>: Printed above the column when the header comes first; empty for columns without one of their own. <c>Cells</c>: Each with its lines.</remarks>
internal sealed record TableColumn(string Name, IReadOnlyList<IReadOnlyList<string>> Cells)
{
    /// <summary>How many rows each cell stands over; null where each has one. Print does not show it.</summary>
    public IReadOnlyList<int>? Over { get; init; }
}

/// <summary>A document ready to be printed, and its truth.</summary>
internal sealed record Draft(IReadOnlyList<Block> Blocks, Truth.TrueDocument Truth);
