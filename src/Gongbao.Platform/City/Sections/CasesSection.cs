using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>
/// Procedures that are handled step by step in time (办事流程): what is asked, who is entitled, which items of which departments run, with which clocks, how they join, and example
/// cases that every version has to pass. The room of cases examines them more closely.
/// </summary>
internal static class CasesSection
{
    public const string Name = "cases";

    internal static readonly Field Source = new("source", new TextShape(), "依据");

    internal static readonly ListShape Ids = new(new TextShape("[a-z0-9]+(-[a-z0-9]+)*", "一个编号"));

    private static readonly Field Names = new("name", new TextShape(), "名称", Required: true);

    private static readonly ChoiceShape Outcomes = new(new Dictionary<string, string>
    {
        ["completed"] = "办结", ["partly"] = "部分办结", ["refused"] = "未予办理", ["withdrawn"] = "撤回", ["halted"] = "终止",
    });

    private static readonly ChoiceShape FieldTypes = new(new Dictionary<string, string>
    {
        ["text"] = "一行文字", ["long-text"] = "多行文字", ["number"] = "数字", ["flag"] = "是或否", ["choice"] = "单选", ["day"] = "日期", ["instant"] = "日期和时间", ["name"] = "姓名",
        ["identity-number"] = "公民身份号码", ["phone"] = "电话", ["email"] = "电子邮箱", ["organisation"] = "单位", ["region"] = "区划", ["address"] = "地址", ["file"] = "文件",
        ["signature"] = "签名", ["consent"] = "单独同意",
    });

    private static readonly RecordShape FieldShape = new(
        Names,
        new("type", FieldTypes, "填什么", Required: true),
        new("meaning", new TextShape("[a-z0-9-]+(\\.[a-z0-9-]+)*", "含义的编号，如 mother.identity-number"), "是关于什么的；两个填写项不能是同一含义"),
        new("group", new TextShape(), "整组重复填写的，属于哪一组"),
        new("why", new TextShape(), "为什么要问，一句完整的话"),
        new("class", new ChoiceShape(new Dictionary<string, string> { ["public"] = "公开", ["internal"] = "内部", ["personal"] = "个人信息" }), "分级；个人信息必须写明"),
        new("mask", new ChoiceShape(new Dictionary<string, string>
        {
            ["whole"] = "全部隐去", ["name"] = "姓名", ["phone"] = "电话", ["email"] = "邮箱", ["identity-number"] = "身份证号", ["bank-card"] = "银行卡号", ["address"] = "地址",
        }), "怎样脱敏；不填则按填写类型"),
        new("sensitive", new FlagShape(), "true：敏感个人信息（如不满十四周岁未成年人的信息），须单独同意"),
        new("indexed", new FlagShape(), "true：可以按完整的值查找"),
        new("optional", new FlagShape(), "true：可以不填"),
        new("asked_when", new RuleShape(), "什么情况下才问；没有问到的一律没有答案"),
        new("options", CaseItemShapes.Ordered(new TextShape()), "选项"),
        new("covers", Ids, "同意把敏感信息用于哪些事项（填写类型为单独同意时写）"),
        new("least_characters", new NumberShape(1, 10_000, "字"), "最少几个字"),
        new("most_characters", new NumberShape(1, 10_000, "字"), "最多几个字"),
        new("at_least", new NumberShape(-1_000_000, 1_000_000, fraction: true), "最小的数"),
        new("at_most", new NumberShape(-1_000_000, 1_000_000, fraction: true), "最大的数"),
        Source);

    private static readonly RecordShape Kept = new(new("keep", new TermShape(), "办结后保存多久", Required: true), Source);

    private static readonly RecordShape Block = new(
        new("from", new DateShape(), "哪一天起的文书才印这一段（含当天）"),
        new("until", new DateShape(), "到哪一天为止的文书才印这一段（含当天）"),
        new("heading", new TextShape(), "小标题"),
        new("text", new TextShape(), "一段文字"),
        new("fields", Ids, "印出这些填写项"),
        new("items", Ids, "印出这些事项的名称、单位和期限"),
        new("needs", Ids, "印出这些事项需要的材料"));

    private static readonly RecordShape Case = new(
        new("title", new TextShape(), "名称，如 新生儿出生一件事", Required: true),
        Source,
        new("pages", new ListShape(new RecordShape(
            new("id", new TextShape(), "编号", Required: true),
            new("asks", new TextShape(), "这一页问什么", Required: true),
            new("fields", Ids, "这一页的填写项，按顺序", Required: true),
            new("asked_when", new RuleShape(), "什么情况下才问这一页"))), "各页，按先后", Required: true),
        new("groups", CaseItemShapes.Ordered(new RecordShape(
            Names,
            new("least", new NumberShape(0, 99, "组"), "至少填几组", Required: true),
            new("most", new NumberShape(1, 99, "组"), "最多填几组", Required: true))), "整组重复填写的"),
        new("fields", new MapShape(FieldShape), "填写项", Required: true),
        new("eligibility", CaseItemShapes.Ordered(new RecordShape(
            new("rule", new RuleShape(), "要符合的条件", Required: true),
            new("otherwise", new TextShape(), "不符合的人怎么办，一句完整的话"),
            new("leads_to", Ids, "不符合时仍可单独申请的事项"),
            Source)), "条件"),
        new("evidence", CaseItemShapes.Ordered(new RecordShape(
            Names,
            new("from", new ChoiceShape(new Dictionary<string, string> { ["applicant"] = "申请人提交", ["item"] = "前一事项的结果", ["clerk"] = "窗口核验" }), "从哪里来", Required: true),
            new("needed_when", new RuleShape(), "什么情况下才需要"),
            new("may_follow", new TermShape(), "容缺受理：受理后多久以内补交"),
            new("may_be_committed", new FlagShape(), "true：可以用告知承诺代替"),
            Source)), "材料和核验"),
        new("order", Ids, "事项，按展示的先后", Required: true),
        new("items", new MapShape(CaseItemShapes.Item), "事项", Required: true),
        new("withdrawal", CaseItemShapes.Withdrawal, "各事项共用的撤回办法"),
        new("outcomes", CaseItemShapes.Ordered(CaseItemShapes.Outcome), "各事项共用的办理结果"),
        new("join", new RecordShape(
            new("policy", new ChoiceShape(new Dictionary<string, string> { ["all"] = "全部办结", ["any"] = "有一项办成", ["quorum"] = "有几项办成", ["required"] = "必办的办结，其余续办" }), "怎样算整件办结", Required: true),
            new("quorum", new NumberShape(0, 99, "项"), "几项办成"),
            new("required", Ids, "必办的事项"),
            new("ends_rest", new FlagShape(), "true：整件办结时其余事项一并终止"),
            Source), "汇合", Required: true),
        new("notice", new RecordShape(new("cut_off", new TermShape(), "收到申请后多久，各部门不再补充缺项"), Source), "一次性告知"),
        new("halts", CaseItemShapes.Ordered(new RecordShape(Names, new("says", new TextShape(), "对当事人怎么说，一句完整的话", Required: true))), "使一切停止的情形"),
        new("channels", CaseItemShapes.Ordered(new RecordShape(
            Names,
            new("received", new ChoiceShape(new Dictionary<string, string> { ["submitted"] = "提交之日", ["signed-for"] = "签收之日", ["confirmed"] = "双方确认之日" }), "哪一天算收到", Required: true),
            Source)), "从哪里申请"),
        new("delivery", new RecordShape(
            new("chosen_by", new TextShape(), "用哪个填写项选择", Required: true),
            new("ways", CaseItemShapes.Ordered(new RecordShape(Names, new("address", Ids, "送到哪里的填写项"), new("tracked", new FlagShape(), "true：登记寄递单号"))), "送达方式，编号与选项相同", Required: true),
            Source), "送达"),
        new("retention", new RecordShape(
            new("completed", Kept, "办结的"), new("partly", Kept, "部分办结的"), new("refused", Kept, "未予办理的"), new("withdrawn", Kept, "撤回的"), new("halted", Kept, "终止的")), "按整件的结果，材料保存多久"),
        new("own_days", CaseItemShapes.Ordered(new RecordShape(
            Names,
            new("from", new TextShape(), "从哪个填写项的日子起", Required: true),
            new("term", new TermShape(), "多久", Required: true),
            new("says", new TextShape(), "过了会怎样，一句完整的话"),
            Source)), "当事人自己的法定期限"),
        new("notices", CaseItemShapes.Ordered(new RecordShape(
            new("when", new ChoiceShape(new Dictionary<string, string>
            {
                ["received"] = "收到", ["accepted"] = "受理", ["notified"] = "告知补正", ["extended"] = "延长", ["ended"] = "一个事项办结", ["joined"] = "整件办结", ["halted"] = "终止", ["reminder"] = "期限将到",
            }), "什么时候", Required: true),
            new("item", new TextShape(), "哪个事项；不填为任何一个"),
            new("says", new TextShape(), "怎么说；可用 {reference}、{title}、{item}、{outcome}、{due}", Required: true),
            new("encloses", Ids, "附上哪些打印件"))), "告知申请人"),
        new("forms", CaseItemShapes.Ordered(new RecordShape(
            new("title", new TextShape(), "标题", Required: true),
            new("blocks", new ListShape(Block), "内容，按先后", Required: true),
            new("signed_by", Ids, "签名的填写项"),
            Source)), "打印件"),
        new("numbers", CaseItemShapes.Ordered(new RecordShape(
            new("pattern", new TextShape(), "文号，如 {code}公复〔{year}〕{number}号", Required: true),
            new("code", new TextShape(), "机关代字"),
            Source)), "文号，一年一编，不断号"),
        new("examples", new MapShape(CaseExampleShapes.Example), "示例：每次检查都重放，不符合的不能发布"));

    public static SectionShape Shape { get; } = new(Name, "办事流程", new MapShape(Case)) { VersionsEachThing = true };

    /// <summary>Words for how a case comes out.</summary>
    internal static ChoiceShape CaseOutcomes => Outcomes;
}
