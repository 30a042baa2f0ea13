using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>The words that heads of columns are made of.</summary>
internal static class HeadWords
{
    public const int Longest = 8;

    /// <summary>With what stands in brackets behind it.</summary>
    public const int LongestPrinted = 12;

    private static readonly Dictionary<string, ColumnRole> Whole = Table(
        (ColumnRole.Number, "序号 编号 项次 序列"),
        (ColumnRole.Group, "类别 分组 领域 板块 分类 类型 环节 工作类别 任务类别 事项类别 工作领域 任务领域 任务分类 工作板块 一级指标 指标类别 考核类别 评价类别 重点领域 工作方向 重点方向"),
        (ColumnRole.Task, "任务 事项 内容 措施 举措 要点 项目 指标 任务内容 任务名称 任务清单 任务事项 事项名称 项目名称 项目内容 工作要求 具体要求 任务要求 二级指标 指标内容 工作任务及要求 任务措施 主要任务及措施"),
        (ColumnRole.Output, "成果 成果形式 工作成果 预期成果 形成成果 成效 工作成效 预期成效 目标成效 成果要求 成果体现 完成标志 工作目标 目标要求 年度目标 目标 成果清单 预期目标 完成标准 具体成果"),
        (ColumnRole.Lead, "牵头单位 牵头部门 牵头责任单位 责任牵头单位 主责单位 主办单位 主责部门 牵头"),
        (ColumnRole.Responsible, "责任单位 责任部门 责任主体 承办单位 实施单位 落实单位 责任科室 承办部门 实施主体 落实部门 责任单位（部门） 主要责任单位 责任分工"),
        (ColumnRole.Supporting, "配合单位 配合部门 协办单位 协同单位 参与单位 参加单位 参与部门 协作单位 支持单位 协助单位 协同部门 配合责任单位 配合"),
        (ColumnRole.Due, "完成时限 完成时间 完成期限 时限 时限要求 时间要求 办理时限 推进时限 时间节点 完成时间节点 进度要求 时间安排 进度安排 完成时限要求 整改时限 落实时限"),
        (ColumnRole.Points, "分值 标准分 分数 权重 评价分值 考核分值 评分分值 满分 标准分值 基本分"),
        (ColumnRole.Score, "得分 自评分 评分 考评得分 自评得分 考核得分 复核得分 评价得分 自评 扣分"),
        (ColumnRole.Remark, "备注 说明"),
        (ColumnRole.Person, "责任人 责任领导 牵头领导 负责人 联系人 分管领导 联系电话 责任人员 具体责任人"));

    private static readonly Dictionary<string, ColumnRole>.AlternateLookup<ReadOnlySpan<char>> RoleOfWhole = Whole.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] Modifiers = ["重点", "主要", "具体", "工作", "改革", "目标", "年度", "核心", "专项", "整改", "创建", "建设", "评价", "考核", "推进", "落实", "实施"];
    private static readonly string[] Nouns = ["任务", "事项", "内容", "措施", "举措", "项目", "指标", "要点", "工作"];

    private static readonly SearchValues<char> Beginnings = SearchValues.Create([.. Whole.Keys.Concat(Modifiers).Concat(Nouns).Select(w => w[0]).Distinct()]);

    /// <summary>Whether a head may begin with the character.</summary>
    public static bool MayBegin(char c) => Beginnings.Contains(c);

    /// <summary>What the head says its column holds; null when the words are no head.</summary>
    public static ColumnRole? RoleOf(ReadOnlySpan<char> words)
    {
        if (words.Length is < 2 or > LongestPrinted) return null;
        if (words[^1] is '）' or ')' && words.LastIndexOfAny('（', '(') is > 1 and var open && words.Length - open <= 6) words = words[..open];
        if (RoleOfWhole.TryGetValue(words, out var role)) return role;
        if (words.Length is < 4 or > Longest) return null;
        foreach (var noun in Nouns)
            if (words.EndsWith(noun, StringComparison.Ordinal) && AreModifiers(words[..^noun.Length])) return ColumnRole.Task;
        return null;
    }

    private static bool AreModifiers(ReadOnlySpan<char> words)
    {
        if (words.Length == 0) return true;
        foreach (var modifier in Modifiers)
            if (words.StartsWith(modifier, StringComparison.Ordinal) && !words[modifier.Length..].Contains(modifier, StringComparison.Ordinal)
                && AreModifiers(words[modifier.Length..])) return true;
        return false;
    }

    private static Dictionary<string, ColumnRole> Table(params (ColumnRole Role, string Words)[] rows)
    {
        var table = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var (role, words) in rows)
            foreach (var word in words.Split(' ')) table[word] = role;
        return table;
    }
}
