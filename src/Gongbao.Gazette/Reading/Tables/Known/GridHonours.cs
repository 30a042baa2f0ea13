namespace Gongbao.Gazette.Reading;

/// <summary>Reads those commended (表扬、表彰名单) from a table: by its columns where they have heads, else every cell is a name.</summary>
internal static class GridHonours
{
    private const double ByTitle = 0.8;
    private static readonly string[] NameWords = ["名称", "姓名", "单位", "对象", "集体", "个人", "企业", "主体", "名单", "乡镇", "村"];
    private static readonly string[] CountyWords = ["县", "区", "属地", "地区", "推荐"];
    private static readonly string[] GradeWords = ["等次", "等级", "奖次", "奖项", "奖级", "档次"];
    private static readonly string[] CategoryWords = ["类别", "类型", "称号", "项目"];

    public static IReadOnlyList<Honour> Read(GridCells cells, CellText text, string title, IReadOnlyList<ContentLine> above)
    {
        var (category, grade) = HonourList.Above(above);
        category ??= grade is null ? new(title, above.Count > 0 ? above[0].Span : text.Value(cells.All.First(c => c.HasWords).Lines).Span, ByTitle) : grade;
        if (category == grade) grade = null;
        var honours = new List<Honour>();
        if (Columns(cells) is not { } columns)
        {
            foreach (var cell in cells.All.Where(c => c.HasWords && !LineClasses.IsRowNumber(text.Compact(c.Lines)))) honours.Add(new(category, grade, text.Value(cell.Lines), null));
            return honours;
        }
        for (var row = 1; row < cells.Rows; row++)
        {
            if (cells.At(row, columns.Name) is not { HasWords: true } name || name.Row != row) continue;
            honours.Add(new(At(row, columns.Category) ?? category, At(row, columns.Grade) ?? grade, text.Value(name.Lines), At(row, columns.County)));
        }
        return honours;

        Found<string>? At(int row, int column) => column >= 0 && cells.At(row, column) is { HasWords: true } cell ? text.Value(cell.Lines) : null;
    }

    /// <summary>Which column is what, by the first row; null where that row is no head.</summary>
    private static (int Name, int County, int Grade, int Category)? Columns(GridCells cells)
    {
        var heads = Enumerable.Range(0, cells.Columns).Select(c => cells.Words(0, c)).ToList();
        int Find(string[] words) => heads.FindIndex(h => h.Length is > 0 and <= 10 && Lexicon.ContainsAny(h, words));
        var isHead = heads.Any(h => HeadWords.RoleOf(h) is ColumnRole.Number) || Find(GradeWords) >= 0 || heads.Count(h => h.Length is > 0 and <= 6 && Lexicon.ContainsAny(h, NameWords)) == 1 && Find(CountyWords) >= 0;
        if (!isHead) return null;
        var (grade, category) = (Find(GradeWords), Find(CategoryWords));
        var name = Enumerable.Range(0, heads.Count).FirstOrDefault(c => c != grade && c != category && Lexicon.ContainsAny(heads[c], NameWords), -1);
        if (name < 0) name = Enumerable.Range(0, heads.Count).FirstOrDefault(c => c != grade && c != category && HeadWords.RoleOf(heads[c]) is not ColumnRole.Number, 0);
        var county = heads.FindIndex(h => h.Length is > 0 and <= 10 && Lexicon.ContainsAny(h, CountyWords));
        return (name, county == name ? -1 : county, grade, category);
    }
}
