using Gongbao.Web.Formats.Office;

namespace Gongbao.Gazette.Ingest;

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
