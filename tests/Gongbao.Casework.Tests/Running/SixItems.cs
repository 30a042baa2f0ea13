using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Casework.Tests.Running;

/// <summary>A procedure of six items of five units, with a form that has personal fields, a condition, and an item that only some need.</summary>
internal static class SixItems
{
    public const string Id = "six";

    private static readonly PredicatePlace Here = new("six.yaml", 1, 1);

    private static readonly CaseField[] Fields =
    [
        new("mother", "母亲姓名", CaseFieldType.Name) { Class = FieldClass.Personal, Mask = MaskKind.Name },
        new("mother_number", "母亲身份证号", CaseFieldType.IdentityNumber) { Class = FieldClass.Personal, Mask = MaskKind.IdentityNumber, IsIndexed = true },
        new("phone", "联系电话", CaseFieldType.Phone) { Class = FieldClass.Personal, Mask = MaskKind.Phone },
        new("child", "新生儿姓名", CaseFieldType.Name) { Class = FieldClass.Personal, Mask = MaskKind.Name },
        new("insured", "是否参加居民医保", CaseFieldType.Flag) { Class = FieldClass.Personal },
        new("born_on", "出生日期", CaseFieldType.Day),
        new("office", "户口登记的派出所", CaseFieldType.Organisation),
        new("remark", "备注", CaseFieldType.LongText) { IsOptional = true },
    ];

    public static CaseDeclaration Declaration { get; } = new(Id, "六事项联办", "v1", null)
    {
        Fields = Fields,
        Eligibility = [new("born", Rule("after", "born_on", "2024-01-01"), "请按单个事项分别办理。", null)],
        Evidence = [new("papers", "申请材料", EvidenceFrom.Applicant) { MayFollow = Term.WorkingDays(3), MayBeCommitted = true }, new("certificate", "出生医学证明", EvidenceFrom.Item), new("register", "户口簿", EvidenceFrom.Item)],
        Items =
        [
            Item("certificate", "出生医学证明签发", "health", ["papers"], ["certificate"]),
            Item("vaccination", "预防接种证办理", "health", ["certificate"], []),
            Item("registration", "户口登记", "$office", ["certificate"], ["register"]),
            Item("insurance", "城乡居民参保登记", "insurance", ["register"], []) with { NeededWhen = Rule("is", "insured", "true") },
            Item("card", "社会保障卡申领", "social", ["register"], []),
            Item("allowance", "生育补贴申领", "family", ["register"], []),
        ],
        Notice = new(Term.WorkingDays(3), "《行政许可法》第三十二条"),
        Halts = [new("died", "新生儿死亡", "办理已经停止，已发放的证件不收回。")],
    };

    /// <summary>A later version, with another item in the place of one.</summary>
    public static CaseDeclaration Later { get; } = Declaration with { Version = "v2", Items = [.. Declaration.Items.Where(i => i.Id != "vaccination"), Item("screening", "新生儿疾病筛查", "health", ["certificate"], [])] };

    public static CaseApplication Application(int number = 0, bool insured = true) => new(Id,
        [
            new("mother", "林小满"), new("mother_number", "11010119900307221X"), new("phone", $"0818{number % 10_000_000:0000000}"), new("child", "林知秋"), new("insured", insured ? "true" : "false"), new("born_on", "2025-02-20"),
            new("office", "police"),
        ],
        []);

    private static ItemDeclaration Item(string id, string title, string unit, string[] needs, string[] gives) => new(id, title, unit, "《清河市人民政府办公室关于新生儿出生联办的通知》")
    {
        Needs = needs,
        Fields = ["mother", "child"],
        Stages = [new("decide", "办理", "case.handle")],
        Outcomes =
        [
            new("granted", "办结", OutcomeKind.Granted, gives), new("refused", "不予办理", OutcomeKind.Refused, []), new("withdrawn", "撤回", OutcomeKind.Withdrawn, [], IsEarly: true),
            new("closed", "终止", OutcomeKind.Closed, [], IsEarly: true),
        ],
        Clocks =
        [
            new("accept", "受理期限", Term.WorkingDays(5), ClockTrigger.Opened, ClockTrigger.AcceptedOrNotified, "《行政许可法》第三十二条") { Expiry = ExpiryEffect.Accepts },
            new("handle", "办理期限", Term.WorkingDays(20), ClockTrigger.Accepted, ClockTrigger.Ended, "《行政许可法》第四十二条")
            {
                OnNotice = NoticeEffect.Restarts, Pauses = [new("expert", "专家评审", "《行政许可法》第四十五条")], Extension = new(10, 1, "case.decide", "《行政许可法》第四十二条"),
            },
        ],
        Inquiries = [new("opinion", "征求有关单位意见", Term.Hours(48), ["handle"], "agrees", new Dictionary<string, string> { ["agrees"] = "同意", ["objects"] = "不同意" }, null)],
        Deficiencies = new Dictionary<string, string> { ["identity"] = "缺少身份证件", ["photo"] = "缺少照片" },
        Withdrawal = Enum.GetValues<ItemPhase>().ToDictionary(p => p, p => p is ItemPhase.Ended ? new WithdrawalRule(WithdrawalEffect.NotPossible, "已经办结，不能撤回。") : new(WithdrawalEffect.Free, "可以撤回。")),
    };

    private static Predicate Rule(string word, string field, string value) =>
        PredicateParser.Parse(new PredicateMap(Here, [new(Here, word, new PredicateMap(Here, [new(Here, field, new PredicateScalar(Here, value))]))]), Fields.Select(f => f.ForRules)).Predicate
            ?? throw new InvalidOperationException($"{word} {field} {value} is no rule.");
}

/// <summary>Declarations that are handed in.</summary>
internal sealed class GivenDeclarations(params CaseDeclaration[] declarations) : ICaseDeclarations
{
    public CaseDeclaration? Current(string id) => declarations.LastOrDefault(d => d.Id == id);

    public CaseDeclaration? Of(string id, string version) => declarations.FirstOrDefault(d => d.Id == id && d.Version == version);
}
