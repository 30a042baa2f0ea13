using Gongbao.Contracts.Simulating;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Simulating;

/// <summary>What the follow-up office does on a day of a simulation: verifies, sends back, answers, releases, sets limits, registers events.</summary>
internal sealed class OfficeAtWork(IServiceProvider services, Cast cast, Random random, CityClock clock)
{
    private static readonly string[] Limits = ["每半年", "每季度", "长期坚持", "收到通知后20个工作日内"];

    public async Task ActAsync(SimulatedPeople people, CancellationToken stop)
    {
        var by = cast.FollowUp(people.FollowUp);
        foreach (var (share, _) in await SharesAtWork.OpenAsync(services, stop))
        {
            if (share.Stage is AssignmentStage.Submitted && random.Next(4) == 0)
                cast.Met(await services.GetRequiredService<JudgeReport>().HandleAsync(await SeenAsync(share.ObligationId, stop), share.Id, random.Next(4) > 0, "看过材料。", by, stop));
            else if (random.Next(4000) == 0)
                cast.Met(await services.GetRequiredService<JudgeReport>().ReleaseAsync(await SeenAsync(share.ObligationId, stop), share.Id, "任务已经取消。", "市政府专题会议纪要", by, stop));
        }
        await AnswerAsync(by, stop);
        await SetLimitsAsync(by, stop);
    }

    private async Task AnswerAsync(Actor by, CancellationToken stop)
    {
        foreach (var (obligation, acts) in await ActsAsync(stop))
            foreach (var request in Requests.Waiting(acts, null))
                if (random.Next(5) == 0)
                    cast.Met(await services.GetRequiredService<AskAndAnswer>().AnswerAsync(await SeenAsync(obligation.Id, stop), request.Id, random.Next(3) > 0, "已经研究，请按此办理。", by, stop));
    }

    private async Task SetLimitsAsync(Actor by, CancellationToken stop)
    {
        foreach (var (obligation, acts) in await ActsAsync(stop))
        {
            var limit = LimitHistory.Of(obligation.Limit, obligation.OwedSince, acts, clock.Today);
            var limits = services.GetRequiredService<SetLimit>();
            if (limit.Nature is LimitNature.AfterEvent && acts.All(a => a.Kind is not ActKind.EventHappened) && random.Next(20) == 0)
                cast.Met(await limits.EventAsync(await SeenAsync(obligation.Id, stop), clock.Today, "通知已经收到。", by, stop));
            else if (limit.Nature is LimitNature.Unstated && random.Next(60) == 0)
                cast.Met(await limits.HandleAsync(await SeenAsync(obligation.Id, stop), Limits[random.Next(Limits.Length)], false, "按任务的性质认定。", null, by, stop));
            else if (random.Next(2000) == 0)
                cast.Met(await limits.HandleAsync(
                    await SeenAsync(obligation.Id, stop), $"{clock.Today.AddDays(random.Next(20, 120)):yyyy年M月d日}前", true, "上级另有要求。", random.Next(5) == 0 ? null : "上级通知", by, stop));
        }
    }

    private async Task<IReadOnlyList<(StoredObligation Obligation, IReadOnlyList<StoredAct> Acts)>> ActsAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        ActKind[] kinds =
        [
            ActKind.Accepted, ActKind.LimitDecided, ActKind.LimitOverridden, ActKind.EventHappened, ActKind.ExtensionAsked, ActKind.ExtensionGranted, ActKind.ExtensionDeclined, ActKind.ReturnAsked, ActKind.ReturnGranted,
            ActKind.ReturnDeclined, ActKind.Raised, ActKind.Answered,
        ];
        var obligations = await (from o in db.Obligations.AsNoTracking() join p in db.Programmes.AsNoTracking() on o.ProgrammeId equals p.Id orderby p.Slug, o.Ordinal select o).ToListAsync(stop);
        var acts = (await db.Acts.AsNoTracking().Where(a => kinds.Contains(a.Kind)).OrderBy(a => a.Number).ToListAsync(stop)).ToLookup(a => a.ObligationId);
        return [.. obligations.Select(o => (o, (IReadOnlyList<StoredAct>)[.. acts[o.Id]]))];
    }

    private Task<Web.Deciding.Seen> SeenAsync(Guid obligation, CancellationToken stop) => SharesAtWork.SeenAsync(services, obligation, stop);
}
