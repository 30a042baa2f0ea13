using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>Marks good experience (典型经验) with why, promotes it to everybody, and takes back what was not.</summary>
internal sealed class PromoteExperience(Writer writer)
{
    private const int MostTitle = 100;

    /// <param name="obligation">Id of the obligation.</param>
    /// <param name="share">Id of the share of the unit whose experience it is.</param>
    /// <param name="report">Id of the report in which it stands; null where the whole is meant.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="text">What was done, as it may be promoted; null for the words of the report.</param>
    /// <param name="why">Why it is good.</param>
    /// <param name="by">Who marks it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The id of the experience. Refusals: <c>ledger.no-such-share</c>, <c>ledger.no-such-report</c>, <c>ledger.bad-title</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.
    /// </returns>
    public async Task<Result<Guid>> MarkAsync(Guid obligation, Guid share, Guid? report, string? title, string? text, string? why, Actor by, CancellationToken stop)
    {
        if (title?.Trim() is not { Length: > 0 and <= MostTitle } name) return new Refusal("ledger.bad-title", $"请填写经验的名称，不超过 {MostTitle} 字。");
        if (WrittenText.Of(why, "值得推广的理由").IsRefused(out var refusal, out var reason)) return refusal;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"obligation:{obligation:N}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if (await db.Assignments.FirstOrDefaultAsync(a => a.Id == share && a.ObligationId == obligation, inner) is not { } own) return new Refusal("ledger.no-such-share", "这项任务里没有这家单位的分工；请刷新页面后再办。");
            StoredAct? told = null;
            if (report is { } id && (told = await db.Acts.FirstOrDefaultAsync(a => a.Id == id && a.AssignmentId == share && a.Kind == ActKind.Reported, inner)) is null) return new Refusal("ledger.no-such-report", "这家单位没有这次报告；请刷新页面后再办。");
            if (WrittenText.Of(string.IsNullOrWhiteSpace(text) ? told?.Text : text, "经验做法").IsRefused(out var against, out var words)) return against;
            var experience = new StoredExperience
            {
                Id = Guid.CreateVersion7(), ProgrammeId = own.ProgrammeId, ObligationId = obligation, ReportId = report, Unit = own.Unit, Title = name, Text = words, Why = reason, MarkedOn = unit.LegalAt.BeijingDate(),
                MarkedBy = by.ActorId.Value,
            };
            db.Experiences.Add(experience);
            unit.Record(unit.Act with { Subject = $"experience:{experience.Id:N}" });
            return experience.Id;
        }, stop);
    }

    /// <summary>Promotes it (推广): everybody may read it, and every unit that has work in the ledger is told.</summary>
    /// <returns>Its id. Refusals: <c>ledger.no-such-experience</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.promoted-before</c>, <c>ledger.taken-back</c>.</returns>
    public Task<Result<Guid>> PromoteAsync(Seen? seen, Actor by, CancellationToken stop) => DoAsync(seen, by, async (experience, unit, inner) =>
    {
        if (experience.PromotedOn is not null) return new("ledger.promoted-before", "这条经验已经推广。");
        var units = await unit.Db<LedgerDb>().Assignments.Select(a => a.Unit).Distinct().OrderBy(u => u).ToListAsync(inner);
        (experience.PromotedOn, experience.PromotedBy) = (unit.LegalAt.BeijingDate(), by.ActorId.Value);
        unit.Publish(new Tell($"experience:{experience.Id:N}", $"典型经验：{experience.Title}", experience.Why, $"/ledger/experience#{experience.Id:D}", null, units, LedgerRules.ReportVerb, null, false));
        return null;
    }, stop);

    /// <summary>Takes it back with a reason; it stays in the record, and nobody else sees it any more.</summary>
    /// <returns>Its id. Refusals: <c>ledger.no-such-experience</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.taken-back</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public Task<Result<Guid>> TakeBackAsync(Seen? seen, string? reason, Actor by, CancellationToken stop) => DoAsync(seen, by, (experience, unit, _) =>
    {
        if (WrittenText.Of(reason, "撤下的理由").IsRefused(out var refusal, out var text)) return Task.FromResult<Refusal?>(refusal);
        (experience.TakenBackOn, experience.TakenBackWhy, experience.TakenBackBy) = (unit.LegalAt.BeijingDate(), text, by.ActorId.Value);
        return Task.FromResult<Refusal?>(null);
    }, stop);

    private async Task<Result<Guid>> DoAsync(Seen? seen, Actor by, Func<StoredExperience, UnitOfWork, CancellationToken, Task<Refusal?>> act, CancellationToken stop)
    {
        if (seen is not { } known) return new Refusal("ledger.no-such-experience", "没有认出要办理哪一条经验；请从经验页面上办理。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"experience:{known.Id:N}"), async (unit, inner) =>
        {
            if (await unit.Db<LedgerDb>().Experiences.FirstOrDefaultAsync(e => e.Id == known.Id, inner) is not { } experience) return new Refusal("ledger.no-such-experience", "没有这条经验；请刷新页面。");
            if (experience.Revision != known.Revision) return new Refusal("ledger.changed-meanwhile", "这条经验刚刚有别人办理过，本次没有作任何改动；请刷新页面。");
            if (experience.TakenBackOn is not null) return new Refusal("ledger.taken-back", "这条经验已经撤下，不能再办理。");
            return await act(experience, unit, inner) is { } no ? no : known.Id;
        }, stop);
    }
}
