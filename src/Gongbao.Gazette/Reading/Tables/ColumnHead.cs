namespace Gongbao.Gazette.Reading;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    /// <summary>序号</summary>
    Number,

    /// <summary>类别, 领域: what rows are grouped by.</summary>
    Group,

    /// <summary>工作任务, 工作内容</summary>
    Task,

    /// <summary>成果形式</summary>
    Output,

    /// <summary>牵头单位</summary>
    Lead,

    /// <summary>责任单位</summary>
    Responsible,

    /// <summary>配合单位</summary>
    Supporting,

    /// <summary>完成时限</summary>
    Due,

    /// <summary>分值</summary>
    Points,

    /// <summary>得分: left blank, to be filled in.</summary>
    Score,

    /// <summary>备注</summary>
    Remark,

    /// <summary>责任人</summary>
    Person,
}

/// <summary>One column as its head names it.</summary>
internal sealed record Column(string Head, ColumnRole Role)
{
    /// <summary>Where the head is printed, in order; empty where a file gives its cell.</summary>
    public IReadOnlyList<Span> Pieces { get; init; } = [];
}

/// <summary>The heads of a table's columns, printed one behind the other, each perhaps broken over lines: 序 号 工作 任务 责任单位.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="From">First line.</param>
/// <param name="To">Behind the last line.</param>
internal sealed record ColumnHead(IReadOnlyList<Column> Columns, int From, int To)
{
    public bool HasUnits => Columns.Any(c => c.Role is ColumnRole.Lead or ColumnRole.Responsible or ColumnRole.Supporting);

    public bool HasPoints => Columns.Any(c => c.Role is ColumnRole.Points);

    public bool HasText => Columns.Any(c => c.Role is ColumnRole.Task or ColumnRole.Output or ColumnRole.Group);

    /// <summary>How one of several columns under one head is called: 工作任务（2）.</summary>
    /// <param name="head">The words of the head.</param>
    /// <param name="count">Which of its columns, from 1.</param>
    public static string Again(string head, int count) => count == 1 ? head : $"{head}（{count}）";

    /// <summary>Whether the columns are those of a table of duties or a score sheet, not words that look like heads by chance.</summary>
    public bool IsTable => Columns.Count >= 2 && HasText && (HasUnits || HasPoints || Columns.Count >= 3 && Columns.Any(c => c.Role is ColumnRole.Due));
}
