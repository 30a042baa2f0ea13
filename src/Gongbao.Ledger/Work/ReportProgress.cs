using Gongbao.Kernel.Results;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>What a unit reports.</summary>
/// <param name="Share">Id of its share.</param>
/// <param name="Text">What was done, with evidence in words and figures.</param>
/// <param name="IsDone">Whether it says that it has done what is owed.</param>
/// <param name="Link">An address with evidence; null where there is none.</param>
internal sealed record ProgressReport(Guid Share, string? Text, bool IsDone, string? Link)
{
    /// <summary>What it rests on beside that.</summary>
    public IReadOnlyList<BroughtEvidence> Evidence { get; init; } = [];
}

/// <summary>Reports for a unit (报告进展).</summary>
internal sealed class ReportProgress(ActOnObligation acts)
{
    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-share</c>, <c>ledger.not-your-unit</c>, <c>ledger.settled</c>,
    /// <c>ledger.waits</c> (a report of completion waits for a verdict), <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.bad-link</c>.
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, ProgressReport report, Actor by, CancellationToken stop) =>
        acts.HandleAsync(seen, LedgerRules.ReportVerb, by, (open, rules, city, unit, inner) => OnAsync(open, report, by, rules, city, unit, inner), stop);

    /// <summary>Reports on an obligation that is open in a unit of work.</summary>
    /// <returns>What refuses it, as <see cref="HandleAsync"/> says; null where it was reported.</returns>
    public static async Task<Refusal?> OnAsync(OpenObligation open, ProgressReport report, Actor by, LedgerRules rules, CityDeclarations city, UnitOfWork unit, CancellationToken stop)
    {
        if (Share.Own(open, report.Share, by).IsRefused(out var refusal, out var share)) return refusal;
        var standing = open.StandingOf(share, rules, city);
        if (standing.IsSettled) return new("ledger.settled", standing.Stage is AssignmentStage.Verified ? "这项任务已经核验办结，不需要再报告；确需更正的，请联系督查督办人员退回。" : "这项任务已经免除或者退回，不需要再报告。");
        if (standing.Stage is AssignmentStage.Submitted) return new("ledger.waits", "上次报告的办结情况正在等待核验；核验或者退回以后才能再报告。");
        if (WrittenText.Of(report.Text, "进展情况").IsRefused(out refusal, out var text)) return refusal;
        if (TypedLink.Of(report.Link, "佐证链接").IsRefused(out refusal, out var link)) return refusal;
        var reported = open.Add(ActKind.Reported, share.Id, rules, city, a => a with { Text = text, IsDone = report.IsDone, Link = link, Turn = standing.Turn?.Key });
        await BroughtEvidence.KeepAsync(unit, reported, report.Evidence, stop);
        return null;
    }
}
