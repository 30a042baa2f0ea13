using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations;

/// <summary>Makes an item of what a city declares; what a procedure declares for all its items counts where the item says nothing.</summary>
internal static class ItemReader
{
    /// <param name="id">Its id.</param>
    /// <param name="item">What is declared of it.</param>
    /// <param name="of">The procedure.</param>
    /// <param name="rule">Reads the rule under a key.</param>
    public static ItemDeclaration Read(string id, DeclaredMap item, DeclaredMap of, Func<DeclaredMap, string, Predicate?> rule) => new(id, item.RequiredText("name"), item.RequiredText("unit"), item.Text("source"))
    {
        Needs = item.Texts("needs"),
        NeededWhen = rule(item, "needed_when"),
        ForEach = item.Text("for_each"),
        Fields = item.Texts("fields"),
        IsAccepted = item.Text("accepted") != "false",
        Stages = [.. item.List("stages").Cast<DeclaredMap>().Select(s => new StageDeclaration(s.RequiredText("id"), s.RequiredText("name"), s.RequiredText("verb"), s.Flag("by_another")))],
        Outcomes = [.. Outcomes(item, of).Select(o => Outcome(o.Id, o.Thing))],
        Clocks = [.. item.Map("clocks").Things().Select(c => Clock(c.Id, c.Thing))],
        Inquiries = [.. item.Map("inquiries").Things().Select(i => new InquiryDeclaration(
            i.Id, i.Thing.RequiredText("name"), i.Thing.Term("term")!, i.Thing.Texts("pauses"), i.Thing.Text("silence"), Words(i.Thing.Map("answers")), i.Thing.Text("source")))],
        Deficiencies = Words(item.Map("deficiencies")),
        Withdrawal = Withdrawal(item, of).ToDictionary(w => EnumWords.Member<ItemPhase>(w.Phase), w => new WithdrawalRule(CaseReader.Member<WithdrawalEffect>(w.Rule, "effect"), w.Rule.RequiredText("says"), w.Rule.Text("source"))),
    };

    /// <summary>The item's outcomes, and those of the procedure that it does not declare itself.</summary>
    public static IReadOnlyList<(string Id, DeclaredMap Thing)> Outcomes(DeclaredMap item, DeclaredMap of) =>
        [.. item.Map("outcomes").Things(), .. of.Map("outcomes").Things().Where(o => item.Map("outcomes")[o.Id] is null)];

    /// <summary>The withdrawal table, phase by phase.</summary>
    public static IReadOnlyList<(string Phase, DeclaredMap Rule)> Withdrawal(DeclaredMap item, DeclaredMap of) =>
        [.. item.Map("withdrawal").Things(), .. of.Map("withdrawal").Things().Where(w => item.Map("withdrawal")[w.Id] is null)];

    private static OutcomeDeclaration Outcome(string id, DeclaredMap outcome) => new(id, outcome.RequiredText("name"), CaseReader.Member<OutcomeKind>(outcome, "kind"), outcome.Texts("gives"), outcome.Flag("early"))
    {
        Row = outcome.Text("row"), Letter = outcome.Text("letter"), Source = outcome.Text("source"),
    };

    private static ClockDeclaration Clock(string id, DeclaredMap clock) => new(
        id, clock.RequiredText("name"), clock.Term("term")!, CaseReader.Member<ClockTrigger>(clock, "starts"), CaseReader.Member<ClockTrigger>(clock, "stops"), clock.Text("source"))
    {
        OnNotice = CaseReader.Member(clock, "on_notice", NoticeEffect.None),
        Pauses = [.. clock.Map("pauses").Things().Select(p => new PauseReason(p.Id, p.Thing.RequiredText("name"), p.Thing.Text("source")))],
        Extension = clock["extension"] is DeclaredMap e ? new(e.Number("most")!.Value, e.Number("times")!.Value, e.Text("verb") ?? "", e.Text("source")) : null,
        Expiry = CaseReader.Member(clock, "expiry", ExpiryEffect.Escalates),
        ExpiryOutcome = clock.Text("outcome"),
    };

    private static Dictionary<string, string> Words(DeclaredMap map) => map.Entries.ToDictionary(e => e.Key, e => ((DeclaredScalar)e.Value).Text, StringComparer.Ordinal);
}
