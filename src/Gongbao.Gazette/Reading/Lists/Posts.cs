namespace Gongbao.Gazette.Reading;

/// <summary>Divides 清河市应急管理局总工程师 into the unit and the post (职务).</summary>
internal static class Posts
{
    private static readonly string[] Titles = LongestFirst(
    [
        "秘书长", "主任", "局长", "厅长", "市长", "县长", "区长", "镇长", "乡长", "部长", "州长", "盟长", "旗长", "司长", "处长", "科长", "股长", "所长", "站长", "院长", "校长", "园长",
        "馆长", "台长", "社长", "行长", "关长", "队长", "支队长", "大队长", "中队长", "总队长", "组长", "会长", "理事长", "董事长", "主席", "书记", "委员", "常委", "成员", "党组成员", "党组书记", "党委书记",
        "党委委员", "总工程师", "总经济师", "总会计师", "总规划师", "总农艺师", "总畜牧师", "总统计师", "总审计师", "总兽医师", "总检验师", "总药师", "总飞行师", "安全总监", "总监", "总经理", "经理", "董事",
        "监事", "监事会主席", "外部董事", "专职外部董事", "理事", "督学", "总督学", "调研员", "巡视员", "主任科员", "科员", "督察长", "督察专员", "专员", "参事", "顾问", "政委", "政治委员", "政治部主任", "检察长", "庭长",
        "审判员", "检察员", "秘书", "助理", "市长助理", "教导员", "指导员", "首席数据官", "总编辑", "总编", "主编", "所长助理", "厂长", "农艺师", "工程师", "会计师", "教授", "研究员", "督察员", "警长", "高级主办", "主办",
        "负责人", "馆员", "编审", "主管", "指挥长", "护士长", "技师", "执行官", "首席执行官", "总裁", "代表", "参赞", "总领队", "领队",
    ]);

    private static readonly string[] Prefixes =
        ["副", "常务副", "第一副", "专职副", "代理", "代", "执行", "常务", "名誉", "正", "第一", "一级", "二级", "三级", "四级", "专职", "兼职", "党组", "党委", "党总支", "党支部", "首席", "挂职"];

    private static readonly Endings UnitEndings = new(
    [
        "人民政府", "政府", "办公室", "办公厅", "委员会", "管委会", "指挥部", "领导小组", "法院", "检察院", "局", "厅", "委", "部", "办", "署", "社", "院", "中心", "支行", "分行", "支队", "大队",
        "总队", "中队", "联合会", "工会", "学会", "协会", "商会", "公司", "集团", "学校", "大学", "学院", "中学", "小学", "医院", "站", "所", "馆", "台", "会", "园", "行", "处", "科", "队", "校", "组", "室",
        "厂", "库", "海关", "基地", "政协", "人大", "党校", "联社", "街道", "乡", "镇", "县", "区", "市", "省", "报社", "出版社", "园区", "开区", "新区", "科协", "妇联", "残联", "工商联", "侨联", "文联",
    ]);

    private static readonly Endings TitleEndings = new(Titles);

    /// <summary>Where the post begins, and whether the words are certain to part there.</summary>
    /// <returns>0 when no post is recognised.</returns>
    public static (int At, bool IsSure) Divide(ReadOnlySpan<char> words)
    {
        for (var at = words.Length - 1; at >= 2; at--)
            if (EndsUnit(words[..at]) && IsPost(words[at..])) return (LeftMost(words, at), true);
        foreach (var title in Titles)
            if (words.EndsWith(title, StringComparison.Ordinal) && words.Length > title.Length + 1) return (WithPrefix(words, words.Length - title.Length), false);
        return (0, false);
    }

    /// <summary>A post may be longer than its shortest reading: 副主任, not 主任; 支队长, not 队长.</summary>
    private static int LeftMost(ReadOnlySpan<char> words, int at)
    {
        for (var left = at - 1; left >= 2 && at - left <= 16; left--)
            if (EndsUnit(words[..left]) && IsPost(words[left..]) && !EndsUnit(words[left..at])) at = left;
        return at;
    }

    private static int WithPrefix(ReadOnlySpan<char> words, int at)
    {
        foreach (var prefix in Prefixes)
            if (at - prefix.Length >= 2 && words[..at].EndsWith(prefix, StringComparison.Ordinal)) return at - prefix.Length;
        return at;
    }

    /// <summary>Whether the words are one post or several: 党组成员、副局长.</summary>
    public static bool IsPost(ReadOnlySpan<char> words)
    {
        if (!TitleEndings.End(words)) return false;
        foreach (var part in words.SplitAny('、', '兼'))
            if (!IsOnePost(words[part])) return false;
        return true;
    }

    private static bool IsOnePost(ReadOnlySpan<char> words)
    {
        foreach (var title in Titles)
        {
            if (!words.EndsWith(title, StringComparison.Ordinal)) continue;
            var rest = words[..^title.Length];
            if (rest.Length == 0) return true;
            foreach (var prefix in Prefixes)
                if (rest.SequenceEqual(prefix)) return true;
        }
        return false;
    }

    private static bool EndsUnit(ReadOnlySpan<char> words) => UnitEndings.End(words);

    private static string[] LongestFirst(string[] words) => [.. words.Distinct().OrderByDescending(w => w.Length)];
}
