namespace Gongbao.Gazette.Ingest;

/// <summary>Names of paragraph styles that say what a cell of a table is. Names outlive editing in any word processor; identifiers do not.</summary>
internal static class KnownStyles
{
    /// <summary>Words of a table.</summary>
    public const string Cell = "表中文字";

    /// <summary>What the rows of a table belong to, in its first columns.</summary>
    public const string Group = "表中类别";
}

/// <summary>What the paragraphs of one cell say of it.</summary>
internal sealed class CellSigns
{
    /// <summary>Whether a style says that this is the cell of a table, and of which kind.</summary>
    public bool IsNamed { get; set; }

    public bool IsGroup { get; set; }

    /// <summary>Whether it holds a control to be filled in (内容控件).</summary>
    public bool IsField { get; set; }

    public void Clear() => (IsNamed, IsGroup, IsField) = (false, false, false);

    /// <summary>Heeds one more paragraph.</summary>
    public void Add(string? style, bool hasControl)
    {
        IsNamed |= style is KnownStyles.Cell or KnownStyles.Group;
        IsGroup |= style is KnownStyles.Group;
        IsField |= hasControl;
    }
}
