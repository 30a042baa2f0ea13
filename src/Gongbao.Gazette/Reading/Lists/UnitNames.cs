using System.Buffers;

namespace Gongbao.Gazette.Reading;

/// <summary>Units named in one list, by the part they have.</summary>
internal sealed record UnitList(IReadOnlyList<Found<string>> Lead, IReadOnlyList<Found<string>> Responsible, IReadOnlyList<Found<string>> Supporting);

/// <summary>Lists of responsible units (责任单位): 市甲局、市乙局等部门（单位），各县（市、区）人民政府.</summary>
internal static class UnitNames
{
    private const int LongestName = 28;

    private static readonly Endings NameEndings = new(
    [
        "人民政府", "政府", "办公室", "办公厅", "委员会", "管委会", "居委会", "村委会", "指挥部", "领导小组", "联席会议", "专班", "工作组", "部门", "单位", "机构",
        "法院", "检察院", "局", "厅", "委", "部", "办", "署", "社", "院", "中心", "支行", "分行", "银行", "支队", "大队", "总队", "联合会", "工会", "学会", "协会",
        "商会", "科协", "妇联", "文联", "社科联", "侨联", "残联", "工商联", "公司", "集团", "学校", "大学", "学院", "医院", "站", "所", "馆", "台", "队", "理事会", "园区",
        "开区", "新区", "企业", "乡镇", "街道", "党校", "联社", "分局", "办事处", "管理处", "服务处", "科室", "处室",
    ]);

    /// <summary>Words of a sentence that end as names do.</summary>
    private static readonly Endings NoEndings = new("场所", "全部", "内部", "外部", "干部", "总部", "举办", "承办", "主办", "联办", "开办", "督办", "催办", "社会", "场馆", "布局", "格局", "结局");

    private static readonly Beginnings NameBeginnings = new("市", "县", "区", "省", "各", "国家", "国网", "团", "有关", "相关", "牵头", "人行", "中国", "中共", "中央", "驻", "乡镇", "全市", "被");

    /// <summary>Endings that only bodies have.</summary>
    private static readonly Endings BodyEndings = new("人民政府", "管委会", "管理委员会", "政府");

    private static readonly Beginnings Verbs = new(
    [
        "加强", "推进", "建立", "完善", "做好", "组织开", "开展", "明确", "落实", "负责", "指导", "督促", "设置", "推动", "出台", "制定", "统筹协", "强化", "配备", "依托", "深入", "杜绝", "防止", "健全", "提升", "提高",
        "覆盖", "参加", "参与", "支持", "鼓励", "整合", "优化", "改造", "新建", "为抓手", "会同", "探索", "采取", "实行", "不少于", "引导", "构建", "打造", "培育", "规范", "举办", "实施", "扩大", "深化",
    ]);

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；：:！？《》“”");

    /// <summary>Whether the words may be one name in a list of units: they end as names of offices do and are no sentence.</summary>
    public static bool IsName(ReadOnlySpan<char> words)
    {
        words = WithoutOthers(words.Trim().TrimEnd("。；;"));
        if (words.Length is < 2 or > LongestName || words.ContainsAny(SentenceMarks)) return false;
        if (words[^1] is '）' or ')')
        {
            var open = words.LastIndexOfAny('（', '(');
            if (open < 2) return false;
            words = words[..open];
        }
        return NameEndings.End(words) && !NoEndings.End(words);
    }

    /// <summary>Whether the words name a place, as in 甲县、乙市人民政府.</summary>
    public static bool IsPlace(ReadOnlySpan<char> words) => words.Length is >= 2 and <= 6 && words[^1] is '县' or '区' or '市' or '州' or '旗' or '镇' or '乡';

    /// <summary>Whether a name in a list usually begins like this: 市, 各, 团.</summary>
    public static bool BeginsName(ReadOnlySpan<char> words) => NameBeginnings.LongestOf(words) is not null;

    /// <summary>How surely the words are a name in a list: 1 with a usual beginning or an ending that only bodies have, 0 for a sentence.</summary>
    public static double Sureness(ReadOnlySpan<char> words) =>
        !IsName(words) || words.ContainsAny('的', '要') || Verbs.StandIn(words) ? 0
        : BeginsName(words) || BodyEndings.End(WithoutOthers(words)) ? 1 : 0.6;

    /// <summary>
    /// The order in which such lists name their units: departments, then the governments below, then development zones. A smaller
    /// rank behind a greater one begins a new list.
    /// </summary>
    public static int Rank(ReadOnlySpan<char> name) =>
        name.Contains("管委会", StringComparison.Ordinal) || name.EndsWith("开区", StringComparison.Ordinal) || name.EndsWith("新区", StringComparison.Ordinal) ? 2
        : name.EndsWith("人民政府", StringComparison.Ordinal) && !name.StartsWith("市人民", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The names of a list, with 牵头 and 配合 in brackets behind a name heeded and 等部门（单位） left out.</summary>
    /// <param name="joined">Holds the list.</param>
    /// <param name="from">Where the list begins.</param>
    /// <param name="to">Behind its last character.</param>
    /// <param name="part">The part of those that carry no mark of their own.</param>
    public static UnitList Split(JoinedText joined, int from, int to, DutyLabel part = DutyLabel.Responsible)
    {
        List<Found<string>> lead = [], responsible = [], supporting = [];
        var text = joined.Text;
        int start = from, depth = 0;
        for (var i = from; i <= to; i++)
        {
            var c = i < to ? text[i] : '、';
            if (c is '（' or '(' or '〔') depth++;
            if (c is '）' or ')' or '〕') depth = Math.Max(0, depth - 1);
            if (i < to && (depth > 0 || c is not ('、' or '，' or ',' or '；' or ';' or '。'))) continue;
            Add(start, i);
            start = i + 1;
        }
        return new(lead, responsible, supporting);

        void Add(int begin, int end)
        {
            while (begin < end && char.IsWhiteSpace(text[begin])) begin++;
            var words = text.AsSpan(begin, end - begin);
            var mark = MarkOf(words, out var length);
            words = WithoutOthers(words[..length]).TrimEnd();
            if (words.Length == 0) return;
            var name = new Found<string>(Characters.Compact(words), joined.SpanOf(begin, begin + words.Length));
            (((mark ?? part) switch { DutyLabel.Lead => lead, DutyLabel.Supporting => supporting, _ => responsible })).Add(name);
        }
    }

    /// <summary>Whether 等 behind a name says that others are meant too.</summary>
    public static bool HasOthers(string list)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            var c = i < list.Length ? list[i] : '、';
            if (c is '（' or '(') depth++;
            if (c is '）' or ')') depth = Math.Max(0, depth - 1);
            if (i < list.Length && (depth > 0 || c is not ('、' or '，' or ',' or '；' or '。'))) continue;
            var item = list.AsSpan(start, i - start).Trim();
            if (WithoutOthers(item).Length < item.Length) return true;
            start = i + 1;
        }
        return false;
    }

    /// <summary>Without 等, 等部门, 等部门（单位） at the end.</summary>
    public static ReadOnlySpan<char> WithoutOthers(ReadOnlySpan<char> name)
    {
        var at = name.LastIndexOf('等');
        if (at < 2) return name;
        var rest = name[(at + 1)..];
        if (rest.Length >= 2 && rest[^1] is '）' or ')' && rest.LastIndexOfAny('（', '(') is >= 0 and var open) rest = rest[..open];
        return rest.Length == 0 || rest is "部门" or "单位" or "市级部门" or "有关部门" or "相关部门" or "有关单位" or "相关单位" or "部门和单位" or "市直部门" or "单位和部门" ? name[..at] : name;
    }

    private static DutyLabel? MarkOf(ReadOnlySpan<char> words, out int length)
    {
        length = words.Length;
        if (words.Length > 4 && words[^1] is '）' or ')' && words.LastIndexOfAny('（', '(') is > 1 and var open)
        {
            var inside = words[(open + 1)..^1];
            DutyLabel? mark = inside is "牵头" or "牵头单位" or "主办" or "主责" ? DutyLabel.Lead : inside is "配合" or "配合单位" or "协办" ? DutyLabel.Supporting : null;
            if (mark is not null) length = open;
            return mark;
        }
        if (words.Length > 4 && words.EndsWith("牵头", StringComparison.Ordinal) && IsName(words[..^2]))
        {
            length -= 2;
            return DutyLabel.Lead;
        }
        return null;
    }
}
