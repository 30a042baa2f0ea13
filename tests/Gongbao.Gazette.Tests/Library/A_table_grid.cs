using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Library;

public class A_table_grid
{
    [Fact]
    public void Sets_named_cells_under_their_column_in_the_order_of_the_printed_head()
    {
        var grid = TableGrid.Of(Table(
            Head("序号", "项目", "工作内容", "评价", "分值"),
            Row(("序号", "1"), ("评价分值", "5分"), ("工作内容", "参加培训")),
            Row(("工作内容", "制定方案"))))!;

        Assert.Equal(["序号", "工作内容", "评价分值"], grid.Heads);
        Assert.Equal(["1|参加培训|5分", "|制定方案|"], Lines(grid));
    }

    [Fact]
    public void Follows_positions_where_no_cell_names_a_column_and_fills_short_rows()
    {
        var grid = TableGrid.Of(Table(Row((null, "甲"), (null, "乙")), Row((null, "1"), (null, "2")), Row((null, "3"))))!;

        Assert.Equal(["甲", "乙"], grid.Heads);
        Assert.Equal(["1|2", "3|"], Lines(grid));
    }

    [Fact]
    public void Loses_no_cell_of_a_row_longer_than_the_head()
    {
        var grid = TableGrid.Of(Table(Row((null, "甲")), Row((null, "1"), (null, "2"))))!;

        Assert.Equal(["甲", ""], grid.Heads);
        Assert.Equal(["1|2"], Lines(grid));
    }

    [Fact]
    public void Keeps_cells_without_a_column_beside_those_that_name_one()
    {
        var grid = TableGrid.Of(Table(Head("序号"), Row(("序号", "1"), (null, "散字"))))!;

        Assert.Equal(["序号", ""], grid.Heads);
        Assert.Equal(["1|散字"], Lines(grid));
    }

    [Fact]
    public void Needs_a_row_under_the_head() => Assert.Null(TableGrid.Of(Table(Head("序号"))));

    private static IEnumerable<string> Lines(TableGrid grid) => grid.Rows.Select(r => string.Join('|', r.Cells.Select(c => string.Concat(c.Select(x => x.Plain)))));

    private static BlockView Table(params BlockView[] rows) => new() { Kind = NodeKind.Table, Children = rows };

    private static BlockView Head(params string[] words) => Row([.. words.Select(w => ((string?)null, w))]) with { Label = TableNodes.HeadLabel };

    private static BlockView Row(params (string? Column, string Words)[] cells) =>
        new() { Kind = NodeKind.Row, Children = [.. cells.Select(c => new BlockView { Kind = NodeKind.Cell, Label = c.Column, Text = [new(c.Words)] })] };
}
