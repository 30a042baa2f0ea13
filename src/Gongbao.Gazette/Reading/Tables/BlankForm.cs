namespace Gongbao.Gazette.Reading;

/// <summary>
/// Reads a form to be filled in (推荐表、申请表): the names of its fields. Which of its neighbours a printed limit of characters belongs
/// to the print does not tell; the city declares it, or it is left to a person.
/// </summary>
internal static class BlankForm
{
    private static readonly string[] Labels =
    [
        "姓名", "性别", "民族", "籍贯", "出生年月", "出生日期", "政治面貌", "学历", "学历学位", "学位", "职务", "职称", "工作单位", "工作单位及职务", "联系方式", "联系电话", "手机", "电子邮箱", "照片", "个人简历", "简历",
        "身份证号", "身份证号码", "单位名称", "申请人", "申请单位", "申报单位", "推荐单位", "地址", "通讯地址", "邮政编码", "法定代表人", "负责人", "经办人", "填表人", "填表日期", "备注", "年龄", "健康状况", "参加工作时间", "项目名称",
    ];

    private static readonly string[] Limits = ["不超过", "不多于", "以内", "以下", "限"];

    private static readonly string[] Titles = ["表", "申请书", "登记卡", "回执"];

    public static bool Fits(ContentPart part, TableLine[] lines)
    {
        if (part.Title is not { } title || !Lexicon.EndsWithAny(title, Titles) || lines.Length is < 4 or > 200) return false;
        var known = 0;
        foreach (var line in lines)
            if (Array.IndexOf(Labels, line.Text.TrimEnd('：', ':')) >= 0) known++;
        return known >= 3;
    }

    public static ContentReading Read(ContentPart part, TableLine[] lines)
    {
        var fields = new List<(LineRange Name, LineRange Whole)>();
        for (int i = 0, end; i < lines.Length; i = end)
        {
            end = i + 1;
            while (end < lines.Length && GoesOn(lines, i, end)) end++;
            fields.Add((new(i, end), new(i, end)));
        }
        return Of(part, lines, fields);
    }

    /// <summary>A form whose fields the file gives, one a row: its name, and beside it what is filled in.</summary>
    public static ContentReading Read(ContentPart part, TableLine[] lines, GridCells cells) =>
        Of(part, lines, [.. Enumerable.Range(0, cells.Rows).Select(r => (cells.At(r, 0)!.Lines, new LineRange(cells.At(r, 0)!.Lines.From, cells.At(r, 1) is { HasWords: true } filled ? filled.Lines.To : cells.At(r, 0)!.Lines.To)))]);

    private static ContentReading Of(ContentPart part, TableLine[] lines, IReadOnlyList<(LineRange Name, LineRange Whole)> fields)
    {
        var form = new Node(NodeKind.Form) { Line = lines[0].Line.Number };
        var flags = new List<Flag>();
        var text = new CellText(part.Source, lines);
        foreach (var (name, whole) in fields)
        {
            var words = text.Compact(name);
            var joined = text.Join(whole);
            form.Children.Add(new(NodeKind.Field) { Label = words, Text = joined.Text, Pieces = joined.PiecesOf(0, joined.Text.Length), Line = lines[name.From].Line.Number });
            if (LimitIn(words) is { } limit && Doubt(part, limit) is { } why)
                flags.Add(new($"form[{form.Children.Count - 1}]", why, lines[name.From].Line.Number, joined.SpanOf(0, joined.Text.Length)));
        }
        return new() { Nodes = [form], Flags = flags };
    }

    private static string? Doubt(ContentPart part, int printed)
    {
        var declared = part.FormLimits.Where(l => l.Form == part.Title).ToList();
        if (declared.Count == 0) return $"表中 {printed} 字的限制印在相邻的两格之间，看不出限的是哪一格。请审读的人对照原件认定，把那一格的名称写在“更正为”里；同样的表以后还要读的，请管理城市声明的人在“表单”里登记表名、栏目名称和字数，以后就不再问。";
        return declared.Exists(l => l.MostCharacters == printed) ? null : $"表中印的是 {printed} 字，城市声明的是 {string.Join('、', declared.Select(l => $"“{l.Field}”{l.MostCharacters} 字"))}，请核对。";
    }

    /// <summary>How many characters the words allow at most, 不超过500字 or 500字以内; null where they limit none.</summary>
    private static int? LimitIn(string words)
    {
        var to = words.IndexOf('字');
        var from = to;
        while (from > 0 && to - from < 6 && Characters.IsDigit(words[from - 1])) from--;
        if (to < 0 || from == to || !Lexicon.ContainsAny(words, Limits)) return null;
        var limit = 0;
        foreach (var digit in words.AsSpan(from, to - from)) limit = limit * 10 + Characters.DigitValue(digit);
        return limit;
    }

    /// <summary>The name of a field may be broken over lines.</summary>
    private static bool GoesOn(TableLine[] lines, int start, int next)
    {
        var (before, text) = (lines[next - 1].Text, lines[next].Text);
        if (IsLabel(text) || next - start > 4) return false;
        if (text[0] is '（' or '或' or '及' or '和' || before[^1] is '及' or '和' or '或' or '、' || lines[next - 1].Width > 60) return !before.EndsWith('。');
        return !IsLabel(before) && before.Length <= 2 && text.Length <= 2 || IsLabel(before + text);
    }

    private static bool IsLabel(string text) => Array.IndexOf(Labels, text.TrimEnd('：', ':')) >= 0;
}
