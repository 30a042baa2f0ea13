namespace Gongbao.Web.Formats.Office;

/// <summary>Names of paragraph styles that say what a cell of a table is. Names outlive editing in any word processor; identifiers do not.</summary>
public static class KnownStyles
{
    /// <summary>Words of a table.</summary>
    public const string Cell = "表中文字";

    /// <summary>What the rows of a table belong to, in its first columns.</summary>
    public const string Group = "表中类别";

    /// <summary>Words of a table on a sheet that has to hold much.</summary>
    public const string Small = "表中小字";
}
