namespace Gongbao.Gazette.Reading;

/// <summary>
/// The words of the genre that the reader goes by: kinds of document, how titles begin, how names of offices end, what marks
/// stand before the parts of a document. None of them belongs to one city or one issue.
/// </summary>
internal static class Lexicon
{
    /// <summary>The fifteen kinds of official document (文种), longer names first where one ends another.</summary>
    /// <remarks>《党政机关公文处理工作条例》第八条</remarks>
    public static readonly string[] Kinds =
        ["决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "纪要", "函", "令"];

    /// <summary>Verbs and prepositions that a title after its issuer begins with.</summary>
    public static readonly string[] TitleStarts = ["关于", "转发", "批转", "印发"];

    /// <summary>Verbs by which one office passes on the text of another.</summary>
    public static readonly string[] Forwards = ["转发", "批转"];

    /// <summary>How the name of an office or body ends.</summary>
    public static readonly Endings OfficeEndings = new(
    [
        "人民政府", "办公室", "办公厅", "委员会", "管委会", "居委会", "村委会", "指挥部", "领导小组", "联席会议", "工作组", "专班",
        "人民法院", "人民检察院", "局", "厅", "委", "部", "办", "署", "社", "院", "中心", "支行", "分行", "支队", "总队", "联合会",
        "总工会", "工会", "学会", "协会", "科协", "妇联", "团市委", "团县委", "公司", "集团", "学校", "大学", "医院", "站", "所", "馆",
    ]);

    /// <summary>What an issued or forwarded text, or an attachment, is called at the end of its title.</summary>
    public static readonly Endings TextEndings = new(
    [
        "方案", "办法", "规定", "要点", "意见", "细则", "计划", "规划", "预案", "制度", "规则", "条例", "名单", "清单", "表", "标准", "规范",
        "指南", "纲要", "措施", "章程", "安排", "目录", "通知", "通报", "决定", "公告", "通告", "报告", "汇总", "流程", "办理指引", "指引", "任务", "分工",
    ]);

    /// <summary>Words that the heads of table columns are made of; a line of them is never a running head.</summary>
    public static readonly string[] ColumnHeads =
        ["序号", "任务", "单位", "时限", "成果", "内容", "名称", "备注", "分值", "得分", "项目", "职务", "姓名", "电话", "要求", "措施"];

    /// <summary>How a section of a gazette (栏目) is named.</summary>
    public static readonly Endings SectionEndings = new("文件", "人事任免", "任免", "公告栏", "大事记", "政策解读", "规范性文件", "政府规章", "机构信息", "统计信息");

    /// <summary>What orders (令) say that they do.</summary>
    public static readonly string[] Announcements = ["公布", "发布", "施行", "废止", "修改", "决定"];

    /// <summary>Posts whose holders sign orders (令) by name.</summary>
    public static readonly string[] SigningPosts = ["省长", "代省长", "州长", "市长", "代市长", "县长", "区长", "主席", "主任", "部长", "厅长", "局长"];

    /// <summary>Marks of copies sent and of printing (版记).</summary>
    public static readonly string[] ImprintStarts = ["抄送：", "抄报：", "主送：", "分送：", "抄送:", "分送:"];

    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, Endings endings) => endings.End(text);

    public static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
            if (text.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
