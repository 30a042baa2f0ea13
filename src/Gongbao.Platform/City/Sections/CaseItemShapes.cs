using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>What an item of a procedure declares (事项).</summary>
internal static class CaseItemShapes
{
    private static readonly Field Source = new("source", new TextShape(), "依据");

    private static readonly Field Named = new("name", new TextShape(), "名称", Required: true);

    private static readonly ListShape Ids = new(new TextShape("[a-z0-9]+(-[a-z0-9]+)*", "一个编号"));

    private static readonly ChoiceShape Triggers = new(new Dictionary<string, string>
    {
        ["received"] = "收到申请", ["opened"] = "具备条件", ["accepted"] = "受理", ["notified"] = "告知补正", ["supplied"] = "收到补正材料", ["accepted-or-notified"] = "受理或者告知", ["ended"] = "办结",
    });

    private static readonly RecordShape Rule = new(
        new("effect", new ChoiceShape(new Dictionary<string, string> { ["free"] = "可以撤回", ["with-compensation"] = "可以撤回，须善后", ["not-possible"] = "不能撤回" }), "能否撤回", Required: true),
        new("says", new TextShape(), "申请人撤回之前读到的话", Required: true),
        Source);

    private static readonly RecordShape Clock = new(
        Named,
        new("term", new TermShape(), "多久", Required: true),
        new("starts", Triggers, "从何时起算", Required: true),
        new("stops", Triggers, "到何时为止", Required: true),
        new("on_notice", new ChoiceShape(new Dictionary<string, string> { ["none"] = "照算", ["pauses"] = "中止", ["restarts"] = "收到补正材料后重新起算" }), "告知补正怎样影响期限；不填为照算"),
        new("pauses", Ordered(new RecordShape(Named, Source)), "可以中止的事由"),
        new("extension", new RecordShape(
            new("most", new NumberShape(1, 3_660), "一共最多延长多少，单位与期限相同", Required: true),
            new("times", new NumberShape(1, 9, "次"), "最多延长几次", Required: true),
            new("verb", new TextShape(), "由有哪项权限的人同意"),
            Source), "延长"),
        new("expiry", new ChoiceShape(new Dictionary<string, string> { ["escalates"] = "报上级督办", ["accepts"] = "视为受理", ["ends"] = "以某个结果办结" }), "届满怎么办；不填为报上级督办"),
        new("outcome", new TextShape(), "届满时的办理结果"),
        Source);

    private static readonly RecordShape Inquiry = new(
        Named,
        new("term", new TermShape(), "多久以内答复", Required: true),
        new("pauses", Ids, "期间不计入哪些期限"),
        new("answers", Ordered(new TextShape()), "答复的选项"),
        new("silence", new TextShape(), "到期没有答复视为哪一个选项；不填为不视为任何答复，由办理单位决定"),
        Source);

    /// <summary>Things by id whose order counts: as they are shown, as clocks start and stop, as the first outcome of a kind is taken.</summary>
    public static MapShape Ordered(Shape thing) => new(thing, keepsOrder: true);

    public static RecordShape Withdrawal { get; } = new(
        new("waiting", Rule, "待具备条件时"), new("open", Rule, "待受理时"), new("deficient", Rule, "待补正时"), new("handling", Rule, "办理中"), new("ended", Rule, "已办结"));

    public static RecordShape Outcome { get; } = new(
        Named,
        new("kind", new ChoiceShape(new Dictionary<string, string> { ["granted"] = "办结", ["refused"] = "不予办理", ["withdrawn"] = "撤回", ["lapsed"] = "视为放弃", ["closed"] = "终止" }), "算作什么", Required: true),
        new("gives", Ids, "由此产生的材料"),
        new("early", new FlagShape(), "true：不必走完各环节"),
        new("row", new TextShape(), "计入年度报告的哪一行"),
        new("letter", new TextShape(), "发出哪个打印件"),
        Source);

    public static RecordShape Item { get; } = new(
        Named,
        new("unit", new TextShape(), "由谁办：单位编号；由填写项决定的写 $填写项", Required: true),
        Source,
        new("needs", Ids, "有了哪些材料才能开始"),
        new("needed_when", new RuleShape(), "什么情况下才办"),
        new("for_each", new TextShape(), "结果按哪一组逐个发放，如每个新生儿一份"),
        new("fields", Ids, "提供给办理单位的填写项，此外一概不提供"),
        new("accepted", new FlagShape(), "false：具备条件即办理，不另行受理"),
        new("stages", new ListShape(new RecordShape(
            new("id", new TextShape(), "编号", Required: true), Named,
            new("verb", new TextShape(), "由有哪项权限的人办", Required: true),
            new("by_another", new FlagShape(), "true：不能由办上一环节的人办"))), "环节，按先后"),
        new("outcomes", Ordered(Outcome), "办理结果"),
        new("clocks", Ordered(Clock), "期限"),
        new("inquiries", Ordered(Inquiry), "征求意见"),
        new("deficiencies", Ordered(new TextShape()), "需补正的情形"),
        new("withdrawal", Withdrawal, "撤回"));
}
