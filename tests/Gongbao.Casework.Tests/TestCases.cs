using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests;

/// <summary>Small procedures for tests of the engine.</summary>
internal static class TestCases
{
    public const string Registration = "registration";
    public const string Insurance = "insurance";
    public const string Card = "card";

    /// <summary>Three items: the first gives the paper on which the other two start.</summary>
    public static CaseDeclaration ThreeItems(JoinRule? join = null) => new("three", "测试联办", "v1", null)
    {
        Fields = [],
        Evidence = [new("papers", "材料", EvidenceFrom.Applicant), new("register", "户口簿", EvidenceFrom.Item)],
        Items = [Item(Registration, "户口登记", ["papers"], ["register"]), Item(Insurance, "参保登记", ["register"], []), Item(Card, "社保卡申领", ["register"], [])],
        Join = join ?? JoinRule.Everything,
        Notice = new(Term.WorkingDays(3), "《行政许可法》第三十二条"),
        Halts = [new("died", "新生儿死亡", "办理已经停止，已发放的证件不收回。")],
    };

    public static ItemDeclaration Item(string id, string title, string[] needs, string[] gives) => new(id, title, "police", null)
    {
        Needs = needs,
        Stages = [new("examine", "审查", "case.handle"), new("decide", "决定", "case.decide", ByAnother: true)],
        Outcomes = [new("granted", "办结", OutcomeKind.Granted, gives), new("refused", "不予办理", OutcomeKind.Refused, []), new("withdrawn", "撤回", OutcomeKind.Withdrawn, [], IsEarly: true), new("closed", "终止", OutcomeKind.Closed, [], IsEarly: true)],
        Clocks =
        [
            new("accept", "受理期限", Term.WorkingDays(5), ClockTrigger.Opened, ClockTrigger.AcceptedOrNotified, "《行政许可法》第三十二条") { Expiry = ExpiryEffect.Accepts },
            new("handle", "办理期限", Term.WorkingDays(20), ClockTrigger.Accepted, ClockTrigger.Ended, "《行政许可法》第四十二条")
            {
                OnNotice = NoticeEffect.Pauses, Pauses = [new("expert", "专家评审", "《行政许可法》第四十五条")], Extension = new(10, 1, "case.extend", "《行政许可法》第四十二条"),
            },
        ],
        Deficiencies = new Dictionary<string, string> { ["identity"] = "缺少身份证件", ["photo"] = "缺少照片" },
        Withdrawal = new Dictionary<ItemPhase, WithdrawalRule>
        {
            [ItemPhase.Waiting] = new(WithdrawalEffect.Free, "可以撤回。"), [ItemPhase.Open] = new(WithdrawalEffect.Free, "可以撤回。"), [ItemPhase.Deficient] = new(WithdrawalEffect.Free, "可以撤回。"),
            [ItemPhase.Handling] = new(WithdrawalEffect.WithCompensation, "可以撤回，已经收取的费用按规定退还。"), [ItemPhase.Ended] = new(WithdrawalEffect.NotPossible, "已经办结，不能撤回。"),
        },
    };

    /// <summary>A case that acts are done to, one after another, each at its own instant.</summary>
    internal sealed class Case(CaseDeclaration declaration)
    {
        private CaseDeclaration _under = declaration;

        public CaseState State { get; private set; } = CaseState.Begin;

        public List<CaseEvent> Events { get; } = [];

        /// <summary>Does an act.</summary>
        /// <returns>Null where it was done, else the code of its refusal.</returns>
        public string? Do(DateTimeOffset at, string by, Func<CaseProceeding, Kernel.Results.Result<bool>> act)
        {
            var proceeding = new CaseProceeding(_under, State, at, by, _ => (FieldValue?)null);
            if (act(proceeding).IsRefused(out var refusal, out _)) return refusal.Code;
            (State, _under) = (proceeding.State, proceeding.Declaration);
            Events.AddRange(proceeding.Events);
            return null;
        }
    }
}
