using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Procedures by chance: one to six items, evidence that never goes round in a circle, every policy of joining, clocks with all triggers and effects.</summary>
internal static class RandomProcedure
{
    public static readonly string[] Facts = ["born-here", "has-paper"];

    private static readonly ClockTrigger[] Starts = [ClockTrigger.Received, ClockTrigger.Opened, ClockTrigger.Opened, ClockTrigger.Accepted, ClockTrigger.Accepted, ClockTrigger.Notified, ClockTrigger.Supplied, ClockTrigger.AcceptedOrNotified];
    private static readonly ClockTrigger[] Stops = [ClockTrigger.Opened, ClockTrigger.Accepted, ClockTrigger.Notified, ClockTrigger.Supplied, ClockTrigger.AcceptedOrNotified, ClockTrigger.Ended, ClockTrigger.Ended];

    public static CaseDeclaration Of(Random random)
    {
        var papers = Enumerable.Range(0, random.Next(1, 3)).Select(i => new EvidenceDeclaration($"paper{i}", "材料", EvidenceFrom.Applicant, Rule(random, 4)) { MayFollow = random.Next(3) == 0 ? Short(random) : null, MayBeCommitted = random.Next(3) == 0 }).ToList();
        var count = random.Next(1, 7);
        var evidence = papers.ToList();
        var items = new List<ItemDeclaration>();
        for (var i = 0; i < count; i++)
        {
            string[] needs = [.. evidence.Where(_ => random.Next(3) == 0).Select(e => e.Id)];
            var gives = random.Next(2) == 0 ? new EvidenceDeclaration($"result{i}", "结果", EvidenceFrom.Item, Rule(random, 6)) { MayFollow = random.Next(4) == 0 ? Short(random) : null, MayBeCommitted = random.Next(5) == 0 } : null;
            items.Add(Item(random, $"item{i}", needs, gives));
            if (gives is not null) evidence.Add(gives);
        }
        var policy = (JoinPolicy)random.Next(4);
        string[] required = policy == JoinPolicy.Required ? [.. items.Select(i => i.Id).Where((_, i) => i == 0 || random.Next(2) == 0)] : [];
        return new("random", "随机流程", "v1", null)
        {
            Fields = [],
            Evidence = evidence,
            Items = items,
            Eligibility = random.Next(6) == 0 ? [new("local", Is(Facts[0]), "请分别办理。", null)] : [],
            Join = new(policy, policy == JoinPolicy.Quorum ? random.Next(1, count + 1) : 0, required, EndsRest: random.Next(2) == 0),
            Notice = new(random.Next(3) == 0 ? null : Short(random), null),
            Halts = [new("died", "终止情形", "办理已经停止。")],
        };
    }

    /// <summary>Another version: items come and go, and what is kept changes a little.</summary>
    public static CaseDeclaration Changed(Random random, CaseDeclaration before, string version)
    {
        List<ItemDeclaration> items = [.. before.Items.Where(_ => random.Next(4) != 0).Select(i => random.Next(2) == 0 ? i : Changed(random, i))];
        if (items.Count == 0 || random.Next(2) == 0) items.Add(Item(random, $"added-{version}", [.. before.Evidence.Where(_ => random.Next(3) == 0).Select(e => e.Id)], null));
        return before with { Version = version, Items = items, Join = before.Join with { Policy = (JoinPolicy)random.Next(4), Quorum = random.Next(1, items.Count + 1), Required = [items[0].Id] } };
    }

    private static ItemDeclaration Changed(Random random, ItemDeclaration before)
    {
        List<StageDeclaration> stages = [.. before.Stages.Where(_ => random.Next(4) != 0)];
        if (stages.Count == 0 || random.Next(2) == 0) stages.Insert(random.Next(stages.Count + 1), new($"added{random.Next(1000)}", "环节", "case.handle", ByAnother: random.Next(2) == 0));
        return before with
        {
            Stages = stages,
            Needs = [.. before.Needs.Where(_ => random.Next(3) != 0)],
            NeededWhen = random.Next(3) == 0 ? Rule(random, 2) : before.NeededWhen,
            IsAccepted = random.Next(3) == 0 ? !before.IsAccepted : before.IsAccepted,
            Outcomes = random.Next(4) == 0 ? [.. before.Outcomes.Where(o => o.Id != "declined")] : before.Outcomes,
            Clocks = [.. before.Clocks.Where(_ => random.Next(4) != 0).Select(c => random.Next(3) == 0 ? c with { Term = Term(random), OnNotice = (NoticeEffect)random.Next(3), Pauses = [.. c.Pauses.Take(1)] } : c)],
            Inquiries = [.. before.Inquiries.Where(_ => random.Next(4) != 0).Select(q => q with { Pauses = [] })],
            Deficiencies = before.Deficiencies.Where(_ => random.Next(3) != 0).ToDictionary(),
        };
    }

    private static ItemDeclaration Item(Random random, string id, string[] needs, EvidenceDeclaration? gives)
    {
        string[] given = gives is null ? [] : [gives.Id];
        List<ClockDeclaration> clocks = [.. Enumerable.Range(0, random.Next(4)).Select(i => Clock(random, $"clock{i}"))];
        return new(id, id, "unit", null)
        {
            Needs = needs,
            NeededWhen = Rule(random, 4),
            IsAccepted = random.Next(4) != 0,
            Stages = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => new StageDeclaration($"stage{i}", "环节", "case.handle", ByAnother: random.Next(2) == 0))],
            Outcomes =
            [
                new("granted", "办结", OutcomeKind.Granted, given), new("refused", "不予办理", OutcomeKind.Refused, random.Next(5) == 0 ? given : []),
                new("declined", "不予受理", OutcomeKind.Refused, [], IsEarly: true), new("lapsed", "视为放弃", OutcomeKind.Lapsed, [], IsEarly: true),
                new("withdrawn", "撤回", OutcomeKind.Withdrawn, [], IsEarly: true), new("closed", "终止", OutcomeKind.Closed, [], IsEarly: true),
            ],
            Clocks = clocks,
            Inquiries = [.. Enumerable.Range(0, random.Next(3)).Select(i => Inquiry(random, $"inquiry{i}", clocks))],
            Deficiencies = Enumerable.Range(0, random.Next(4)).ToDictionary(i => $"lack{i}", _ => "缺少材料"),
            Withdrawal = Enum.GetValues<ItemPhase>().ToDictionary(p => p, _ => new WithdrawalRule((WithdrawalEffect)random.Next(3), "说明。")),
        };
    }

    private static ClockDeclaration Clock(Random random, string id)
    {
        var starts = Starts[random.Next(Starts.Length)];
        ClockTrigger[] stops = [.. Stops.Where(s => !Overlap(starts, s) && !(starts == ClockTrigger.Accepted && s == ClockTrigger.Opened))];
        var effect = (ExpiryEffect)random.Next(3);
        return new(id, id, Term(random), starts, stops[random.Next(stops.Length)], null)
        {
            OnNotice = (NoticeEffect)random.Next(3),
            Pauses = [.. Enumerable.Range(0, random.Next(3)).Select(i => new PauseReason($"reason{i}", $"事由{i}", null))],
            Extension = random.Next(2) == 0 ? new(random.Next(1, 11), random.Next(1, 3), "case.extend", null) : null,
            Expiry = effect,
            ExpiryOutcome = effect == ExpiryEffect.Ends ? (random.Next(2) == 0 ? "granted" : "lapsed") : null,
        };
    }

    /// <summary>A clock that is stopped by the very thing that starts it measures nothing.</summary>
    private static bool Overlap(ClockTrigger one, ClockTrigger other) => one == other || (Either(one) && Either(other) && (one == ClockTrigger.AcceptedOrNotified || other == ClockTrigger.AcceptedOrNotified));

    private static bool Either(ClockTrigger trigger) => trigger is ClockTrigger.Accepted or ClockTrigger.Notified or ClockTrigger.AcceptedOrNotified;

    private static InquiryDeclaration Inquiry(Random random, string id, List<ClockDeclaration> clocks) =>
        new(id, $"征求意见{id}", Short(random), [.. clocks.Select(c => c.Id).Where(_ => random.Next(2) == 0)], random.Next(2) == 0 ? "agrees" : null,
            new Dictionary<string, string> { ["agrees"] = "同意", ["refuses"] = "不同意" }, null);

    private static Term Term(Random random) => random.Next(8) switch
    {
        0 => Kernel.Time.Term.Hours(random.Next(1, 9)),
        1 => Kernel.Time.Term.Days(random.Next(1, 16), rollsOn: random.Next(2) == 0),
        2 => Kernel.Time.Term.Months(random.Next(1, 3), rollsOn: random.Next(2) == 0),
        3 => new(random.Next(1, 3), TimeUnit.Weeks),
        _ => Kernel.Time.Term.WorkingDays(random.Next(1, 21)),
    };

    private static Term Short(Random random) => random.Next(3) switch
    {
        0 => Kernel.Time.Term.Hours(random.Next(1, 30)),
        1 => Kernel.Time.Term.Days(random.Next(1, 8)),
        _ => Kernel.Time.Term.WorkingDays(random.Next(1, 6)),
    };

    private static Predicate? Rule(Random random, int oneIn) => random.Next(oneIn) == 0 ? Is(Facts[random.Next(Facts.Length)]) : null;

    private static Predicate Is(string fact)
    {
        var place = new PredicatePlace("model", 1, 1);
        var node = new PredicateMap(place, [new(place, "is", new PredicateMap(place, [new(place, fact, new PredicateScalar(place, "true"))]))]);
        return PredicateParser.Parse(node, [new(fact, "事实", FieldKind.Flag)]).Predicate ?? throw new InvalidOperationException("The rule was not read.");
    }
}
