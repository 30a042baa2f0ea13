using Gongbao.Casework.Running;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes of clocks: what cannot start, stop, stand still or run out as it is declared; and of inquiries.</summary>
internal static class ClockChecks
{
    public static void Check(CaseDraft draft)
    {
        var verbs = draft.City.Section("verbs").Entries.Select(e => e.Key).ToList();
        foreach (var item in draft.Declared.Items)
        {
            if (item.Clocks.Count == 0) draft.Report(draft.At("items", item.Id, "clocks"), $"“{item.Title}”没有期限。", "请在 clocks 里写上办理期限和依据；当场办结的，写 { working_days: 1 }。");
            foreach (var clock in item.Clocks)
            {
                Runs(draft, item, clock);
                Notice(draft, item, clock);
                Expiry(draft, item, clock);
                Halts(draft, item, clock, verbs);
            }
            foreach (var inquiry in item.Inquiries) Inquiry(draft, item, inquiry);
        }
    }

    private static void Runs(CaseDraft draft, ItemDeclaration item, ClockDeclaration clock)
    {
        Place At(string key) => draft.At("items", item.Id, "clocks", clock.Id, key);
        if (clock.Source is null) draft.Report(At(""), $"“{item.Title}”的{clock.Title}没有写明依据。", "请加一行 source，写明规定期限的条款；自行承诺的，写明是承诺。");
        if (clock.Starts is ClockTrigger.Notified or ClockTrigger.Supplied && item.Deficiencies.Count == 0)
            draft.Report(At("starts"), $"“{item.Title}”的{clock.Title}永远不会起算：这个事项没有需补正的情形。", "请写上 deficiencies，或者改写 starts。");
        if (clock.Starts == ClockTrigger.Ended)
            draft.Report(At("starts"), $"“{item.Title}”的{clock.Title}从办结起算，而办结以后期限不再计算。", "请改写 starts。");
        if (clock.Stops is ClockTrigger.Notified or ClockTrigger.Supplied && item.Deficiencies.Count == 0)
            draft.Report(At("stops"), $"“{item.Title}”的{clock.Title}永远不会停：这个事项没有需补正的情形。", "请写上 deficiencies，或者改写 stops。");
        if (clock.Starts != ClockTrigger.Ended && Rank(clock.Starts) is { } starts && Rank(clock.Stops) is { } stops && stops <= starts)
            draft.Report(At("stops"), $"“{item.Title}”的{clock.Title}停止在前，起算在后，永远不会停。", "请核对 starts 和 stops。");
    }

    /// <summary>The order in which things happen to an item; null for what may happen at any time.</summary>
    private static int? Rank(ClockTrigger trigger) => trigger switch
    {
        ClockTrigger.Received => 0,
        ClockTrigger.Opened => 1,
        ClockTrigger.AcceptedOrNotified => 2,
        ClockTrigger.Accepted => 3,
        ClockTrigger.Ended => 4,
        _ => null,
    };

    private static void Notice(CaseDraft draft, ItemDeclaration item, ClockDeclaration clock)
    {
        if (clock.OnNotice == NoticeEffect.None) return;
        var place = draft.At("items", item.Id, "clocks", clock.Id, "on_notice");
        if (item.Deficiencies.Count == 0)
            draft.Report(place, $"“{item.Title}”没有需补正的情形，{clock.Title}不会因告知补正而{(clock.OnNotice == NoticeEffect.Pauses ? "中止" : "重新起算")}。", "请写上 deficiencies，或者删去 on_notice。");
        else if (clock.Stops is ClockTrigger.Notified or ClockTrigger.AcceptedOrNotified)
            draft.Report(place, $"告知补正的时候，“{item.Title}”的{clock.Title}已经停止，不能再{(clock.OnNotice == NoticeEffect.Pauses ? "中止" : "重新起算")}。", "请删去 on_notice，或者改写 stops。");
    }

    private static void Expiry(CaseDraft draft, ItemDeclaration item, ClockDeclaration clock)
    {
        Place At(string key) => draft.At("items", item.Id, "clocks", clock.Id, key);
        switch (clock)
        {
            case { Expiry: ExpiryEffect.Ends, ExpiryOutcome: null }:
                draft.Report(At("expiry"), $"“{item.Title}”的{clock.Title}届满即办结，却没有写明办理结果。", "请加一行 outcome，写明以哪个结果办结。");
                break;
            case { Expiry: ExpiryEffect.Ends, ExpiryOutcome: { } outcome } when item.Outcome(outcome) is null:
                draft.Unknown(At("outcome"), $"“{item.Title}”没有编号为“{outcome}”的办理结果，{clock.Title}届满时无法办结。", outcome, [.. item.Outcomes.Select(o => o.Id)]);
                break;
            case { Expiry: not ExpiryEffect.Ends, ExpiryOutcome: not null }:
                draft.Report(At("outcome"), $"“{item.Title}”的{clock.Title}届满并不办结，却写了办理结果。", "请把 expiry 改为 ends，或者删去 outcome。");
                break;
            case { Expiry: ExpiryEffect.Accepts } when !item.IsAccepted || clock.Stops is not (ClockTrigger.Accepted or ClockTrigger.AcceptedOrNotified):
                draft.Report(At("expiry"), $"“{item.Title}”的{clock.Title}届满视为受理，而{(item.IsAccepted ? "它不是到受理为止的期限" : "这个事项不需要受理")}。", "请改写 expiry，或者核对 stops。");
                break;
        }
    }

    private static void Halts(CaseDraft draft, ItemDeclaration item, ClockDeclaration clock, List<string> verbs)
    {
        Place At(params string[] keys) => draft.At(["items", item.Id, "clocks", clock.Id, .. keys]);
        foreach (var pause in clock.Pauses.Where(p => p.Source is null))
            draft.Report(At("pauses", pause.Id), $"“{item.Title}”的{clock.Title}可以因“{pause.Label}”中止，却没有写明依据。", "请加一行 source；没有依据的事由不能中止期限。");
        foreach (var same in clock.Pauses.GroupBy(p => p.Label, StringComparer.Ordinal).Where(g => g.Count() > 1))
            draft.Report(At("pauses", same.Last().Id), $"“{item.Title}”的{clock.Title}有两个中止事由都叫“{same.Key}”。", "请合并为一个，或者改写名称。");
        foreach (var taken in clock.Pauses.Where(p => p.Label == CaseFold.Missing || item.Inquiries.Any(q => q.Title == p.Label)))
            draft.Report(At("pauses", taken.Id), $"“{item.Title}”的{clock.Title}有中止事由叫“{taken.Label}”，与征求意见或者等待补正时的中止同名，分不清何时恢复。", "请改写名称。");
        if (clock.Extension is not { } extension) return;
        if (extension.Verb.Length == 0) draft.Report(At("extension"), $"“{item.Title}”的{clock.Title}可以延长，却没有写明由谁同意。", "请加一行 verb，写明有哪项权限的人同意。");
        else if (!verbs.Contains(extension.Verb)) draft.Unknown(At("extension", "verb"), $"“{item.Title}”的{clock.Title}延长时要求的权限“{extension.Verb}”不在 verbs 里。", extension.Verb, verbs);
        if (extension.Source is null) draft.Report(At("extension"), $"“{item.Title}”的{clock.Title}可以延长，却没有写明依据。", "请加一行 source；没有依据的不能延长。");
    }

    private static void Inquiry(CaseDraft draft, ItemDeclaration item, InquiryDeclaration inquiry)
    {
        Place At(string key) => draft.At("items", item.Id, "inquiries", inquiry.Id, key);
        if (inquiry.Source is null) draft.Report(At(""), $"“{item.Title}”的“{inquiry.Title}”没有写明依据。", "请加一行 source，写明规定征求意见和答复期限的条款。");
        if (inquiry.Answers.Count == 0) draft.Report(At("answers"), $"“{item.Title}”的“{inquiry.Title}”没有可选的答复。", "请在 answers 里写上答复的选项。");
        if (inquiry.Silence is { } silence && !inquiry.Answers.ContainsKey(silence))
            draft.Unknown(At("silence"), $"“{item.Title}”的“{inquiry.Title}”到期不答复视为“{silence}”，而没有这个选项。", silence, [.. inquiry.Answers.Keys]);
        var written = draft.Map.Map("items").Map(item.Id).Map("inquiries").Map(inquiry.Id);
        draft.EachKnown(written, "pauses", [.. item.Clocks.Select(c => c.Id)], c => $"“{item.Title}”的“{inquiry.Title}”期间不计入的期限“{c}”没有声明。");
        foreach (var (clock, place) in CaseDraft.Texts(written, "pauses"))
            if (item.Clock(clock) is { Stops: ClockTrigger.Opened or ClockTrigger.Accepted or ClockTrigger.AcceptedOrNotified } stopped)
                draft.Report(place, $"办理中才能“{inquiry.Title}”，那时“{item.Title}”的{stopped.Title}已经停止，不能再中止。", "请改写成还在计算的期限，或者删去它。");
    }
}
