using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>Example cases that a procedure carries as its own tests (示例).</summary>
internal static class CaseExampleShapes
{
    private static readonly ChoiceShape Acts = new(new Dictionary<string, string>
    {
        ["receive"] = "收到申请", ["give"] = "材料到位", ["look"] = "初审无缺", ["note"] = "登记缺项", ["notify"] = "一次性告知", ["supply"] = "收到补正", ["accept"] = "受理", ["pass"] = "完成环节", ["accept-ahead"] = "容缺受理", ["commit"] = "告知承诺", ["disprove"] = "承诺不实",
        ["send-back"] = "退回环节", ["end"] = "办结", ["finish"] = "受理、走完各环节并办结", ["withdraw"] = "撤回", ["pause"] = "中止", ["resume"] = "恢复", ["extend"] = "延长", ["inquire"] = "征求意见",
        ["answer"] = "收到意见", ["expire"] = "处理届满的期限", ["halt"] = "终止",
    });

    private static readonly RecordShape Expected = new(
        new("phase", new ChoiceShape(new Dictionary<string, string> { ["none"] = "未收到", ["running"] = "办理中", ["joined"] = "已汇合", ["closed"] = "已办结" }), "整件到了哪一步"),
        new("outcome", CasesSection.CaseOutcomes, "整件的结果"),
        new("items", new MapShape(new TextShape()), "各事项的状态（waiting、open、deficient、handling、left-out），已办结的写办理结果的编号"),
        new("due", new MapShape(new MapShape(new DateShape())), "各事项各期限的到期日"));

    public static RecordShape Example { get; } = new(
        new("says", new TextShape(), "这个示例说明什么", Required: true),
        new("answers", new MapShape(new ValueShape()), "填写的答案；没有写的为没有填"),
        new("acts", new ListShape(new RecordShape(
            new("day", new DateShape(), "哪一天", Required: true),
            new("act", Acts, "做什么", Required: true),
            new("item", new TextShape(), "哪个事项"),
            new("what", new TextShape(), "材料、缺项、环节、结果、期限、征求意见或者终止情形的编号"),
            new("value", new ValueShape(), "答复、中止事由、再次告知的理由，或者延长多少"),
            new("by", new TextShape(), "谁做的；不填为同一个人"),
            new("refused", new TextShape(), "应当被拒绝，写拒绝的代码"),
            new("then", Expected, "做完之后应当怎样"))), "依次做什么", Required: true),
        new("expect", Expected, "最后应当怎样"));
}
