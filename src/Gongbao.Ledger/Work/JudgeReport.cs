using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>What the follow-up office says of a share (督办认定). The static ones act on an obligation that is open already, as where many are acted on at once.</summary>
internal sealed class JudgeReport(ActOnObligation acts)
{
    /// <summary>Finds a report of completion true (核验通过), or sends it back with a reason (退回重办).</summary>
    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-share</c>, <c>ledger.not-your-unit</c> (of a token for one unit), <c>ledger.nothing-to-verify</c>, <c>ledger.own-report</c>,
    /// <c>ledger.no-text</c> (sent back without a reason), <c>ledger.long-text</c>.
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, Guid share, bool isTrue, string? reason, Actor by, CancellationToken stop) =>
        acts.HandleAsync(seen, LedgerRules.VerifyVerb, by, (open, rules, city, _) => Judge(open, share, isTrue, reason, by, rules, city), stop);

    /// <summary>Makes a report public (公开进展); until then it stays inside.</summary>
    /// <returns>The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-report</c>, <c>ledger.public-before</c>.</returns>
    public Task<Result<Guid>> PublishAsync(Seen? seen, Guid report, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, _) => Publish(open, report, rules, city), stop);

    /// <summary>Says that a share, or the whole obligation, is owed no more (免除).</summary>
    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="share">The share; null for all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="source">What it rests on; null where nothing is named.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="stop">Gives up before the act.</param>
    public Task<Result<Guid>> ReleaseAsync(Seen? seen, Guid? share, string? reason, string? source, Actor by, CancellationToken stop) =>
        acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, _) => Release(open, share, reason, source, rules, city), stop);

    /// <summary>As <see cref="HandleAsync"/>.</summary>
    public static Refusal? Judge(OpenObligation open, Guid share, bool isTrue, string? reason, Actor by, LedgerRules rules, CityDeclarations city)
    {
        if (open.ShareOf(share) is not { } one) return NoShare;
        if (!by.May(LedgerRules.VerifyVerb, new AccessTarget(Unit: one.Unit))) return new("ledger.not-your-unit", "您的权限不包括核验这家单位的报告；请由全市的督查督办人员办理。");
        if (open.StandingOf(one, rules, city).Waiting is not { } report) return new("ledger.nothing-to-verify", "这家单位没有等待核验的办结报告；可能刚刚有别人核验过，请刷新页面。");
        if (report.By == by.ActorId.Value) return new("ledger.own-report", "办结情况是您自己报告的，要由别的人核验。");
        string? text = null;
        if ((!isTrue || !string.IsNullOrWhiteSpace(reason)) && WrittenText.Of(reason, isTrue ? "核验意见" : "退回的理由").IsRefused(out var refusal, out text)) return refusal;
        open.Add(isTrue ? ActKind.Verified : ActKind.SentBack, one.Id, rules, city, a => a with { Text = text, Answers = report.Id });
        if (!isTrue) open.Publish(new Tell(Reminders.CauseOf(one), $"{StateWords.Of(ActKind.SentBack)}：{Reminders.SubjectOf(open)}", null, Reminders.AddressOf(open), open.Clause, [one.Unit], LedgerRules.ReportVerb, null, IsUrgent: false));
        return null;
    }

    /// <summary>As <see cref="PublishAsync"/>.</summary>
    public static Refusal? Publish(OpenObligation open, Guid report, LedgerRules rules, CityDeclarations city)
    {
        if (open.Acts.FirstOrDefault(a => a.Id == report && a.Kind is ActKind.Reported) is not { } reported) return new("ledger.no-such-report", "这项任务里没有这次报告；请刷新页面后再办。");
        if (open.Acts.Any(a => a.Kind is ActKind.MadePublic && a.Answers == report)) return new("ledger.public-before", "这次报告已经公开。");
        open.Add(ActKind.MadePublic, reported.AssignmentId, rules, city, a => a with { Answers = report });
        open.Publish(new ReportMadePublic(open.Programme.Slug, open.Obligation.Place, open.Obligation.Task, Reminders.AddressOf(open), open.ShareOf(reported.AssignmentId!.Value)!.Unit));
        return null;
    }

    /// <summary>As <see cref="PublishAsync"/>, the last report of a unit.</summary>
    public static Refusal? PublishLast(OpenObligation open, Guid share, LedgerRules rules, CityDeclarations city) =>
        open.Acts.LastOrDefault(a => a.Kind is ActKind.Reported && a.AssignmentId == share) is { } report
            ? Publish(open, report.Id, rules, city) : new("ledger.no-such-report", "这家单位还没有报告过，没有可以公开的内容。");

    /// <summary>As <see cref="ReleaseAsync"/>.</summary>
    public static Refusal? Release(OpenObligation open, Guid? share, string? reason, string? source, LedgerRules rules, CityDeclarations city)
    {
        if (share is { } id && open.ShareOf(id) is null) return NoShare;
        if (WrittenText.Of(reason, "免除的理由").IsRefused(out var refusal, out var text)) return refusal;
        open.Add(ActKind.Released, share, rules, city, a => a with { Text = text, Source = TypedSource.Of(source) });
        return null;
    }

    private static Refusal NoShare { get; } = new("ledger.no-such-share", "这项任务里没有这家单位的分工；请刷新页面后再办。");
}
