using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Views;

/// <summary>A share that was picked and not acted on.</summary>
/// <param name="Obligation">Id of its obligation.</param>
/// <param name="Task">The obligation.</param>
/// <param name="UnitName">The unit.</param>
/// <param name="Why">Why not, a whole sentence.</param>
internal sealed record LeftShare(Guid Obligation, string Task, string UnitName, string Why);

/// <summary>What came of acting on many.</summary>
/// <param name="Done">How many shares were acted on; for what concerns whole obligations, how many of those.</param>
/// <param name="Left">Those that were not: what changed meanwhile, and what the act does not fit.</param>
internal sealed record ManyDone(int Done, IReadOnlyList<LeftShare> Left);

/// <summary>
/// Does one thing to many shares (批量办理), with one reason. Each obligation is a unit of work of its own, checked against what was seen, with its own act in its history: what changed
/// meanwhile is left as it is and named, and the others are done.
/// </summary>
internal sealed class ActOnMany(ActOnObligation acts, IServiceProvider services)
{
    /// <summary>Shares that may be acted on at once.</summary>
    public const int Most = 500;

    /// <summary>The acts: what each is called and the verb it takes.</summary>
    public static IReadOnlyList<(string Act, string Word, string Verb)> Acts { get; } =
    [
        ("verify", "核验通过", LedgerRules.VerifyVerb), ("send-back", "退回重办", LedgerRules.VerifyVerb), ("remind", "催办", LedgerRules.ManageVerb), ("publish", "公开最近的报告", LedgerRules.ManageVerb),
        ("want", "提出证明材料要求", LedgerRules.ManageVerb), ("release", "免除", LedgerRules.ManageVerb),
    ];

    /// <param name="picks">Ids of shares, each with the revision at which its obligation was seen.</param>
    /// <param name="act">What is done, one of <see cref="Acts"/>.</param>
    /// <param name="reason">The reason, the opinion, or what has to be shown.</param>
    /// <param name="source">What a release rests on; null where nothing is named.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="stop">Gives up before the next obligation.</param>
    /// <returns>Refusals: <c>ledger.no-act</c>, <c>ledger.not-allowed</c>, <c>ledger.nothing-picked</c>, <c>ledger.too-many</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public async Task<Result<ManyDone>> HandleAsync(IReadOnlyList<Seen> picks, string act, string? reason, string? source, Actor by, CancellationToken stop)
    {
        if (Acts.FirstOrDefault(a => a.Act == act) is not { Verb: { } verb }) return new Refusal("ledger.no-act", "没有认出要办的事；请用页面上的按钮。");
        if (!by.May(verb)) return new Refusal("ledger.not-allowed", "您的角色不能办理这件事；请由有权限的人员登录后办理。");
        if (picks.Count == 0) return new Refusal("ledger.nothing-picked", "没有勾选任何一份分工；请先勾选。");
        if (picks.Count > Most) return new Refusal("ledger.too-many", $"一次最多办理 {Most} 份，现在勾选了 {picks.Count} 份；请分几次办理。");
        if ((act is "send-back" or "release" or "want" || !string.IsNullOrWhiteSpace(reason)) && WrittenText.Of(reason, act switch { "send-back" => "退回的理由", "release" => "免除的理由", "want" => "证明材料要求", "remind" => "催办的话", _ => "意见" }).IsRefused(out var refusal, out _)) return refusal;

        var known = await KnownAsync([.. picks.Select(p => p.Id).Distinct()], stop);
        var (done, left) = (0, new List<LeftShare>());
        foreach (var group in picks.DistinctBy(p => p.Id).Where(p => known.ContainsKey(p.Id)).GroupBy(p => known[p.Id].Obligation))
        {
            var shares = group.Select(p => p.Id).ToList();
            var (fitting, unfit) = (0, new List<LeftShare>());
            var result = await acts.HandleAsync(new Seen(group.Key, group.First().Revision), verb, by, (open, rules, city, unit) =>
            {
                (fitting, unfit) = (0, []);
                if (act == "want") return Count(WantEvidence.Want(open, reason, rules, city));
                foreach (var share in shares)
                    if (One(open, share, rules, city, unit) is { } no) unfit.Add(known[share] with { Why = no.Reason });
                    else fitting++;
                return fitting > 0 ? null : new("ledger.none-fits", unfit[0].Why);

                Refusal? Count(Refusal? no)
                {
                    if (no is null) fitting = 1;
                    return no;
                }
            }, stop);
            if (result.IsRefused(out refusal, out _)) left.AddRange(shares.Select(s => unfit.Find(u => u.UnitName == known[s].UnitName) ?? known[s] with { Why = refusal.Reason }));
            else
            {
                done += fitting;
                left.AddRange(unfit);
            }
        }
        return new ManyDone(done, left);

        Refusal? One(OpenObligation open, Guid share, LedgerRules rules, CityDeclarations city, UnitOfWork unit) => act switch
        {
            "verify" or "send-back" => JudgeReport.Judge(open, share, act == "verify", reason, by, rules, city),
            "publish" => JudgeReport.PublishLast(open, share, rules, city),
            "remind" => Remind(open, share, reason, rules, city, unit),
            _ => JudgeReport.Release(open, share, reason, source, rules, city),
        };
    }

    /// <summary>Has the people of a unit told once more of what it owes (催办).</summary>
    private static Refusal? Remind(OpenObligation open, Guid share, string? text, LedgerRules rules, CityDeclarations city, UnitOfWork unit)
    {
        if (open.ShareOf(share) is not { } one) return new("ledger.no-such-share", "这项任务里没有这家单位的分工；请刷新页面后再办。");
        var standing = open.StandingOf(one, rules, city);
        if (standing.Stage is not AssignmentStage.Open) return new("ledger.nothing-to-remind", "这家单位已经报告办结、核验或者免除，不需要催办。");
        var words = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        open.Add(ActKind.Reminded, one.Id, rules, city, a => a with { Text = words });
        unit.Publish(new Tell(
            Reminders.CauseOf(one), $"催办：{Reminders.SubjectOf(open)}", words, $"/ledger/obligations/{open.Obligation.Id:D}#share-{one.Id:D}", open.Clause, [one.Unit], LedgerRules.ReportVerb, null, IsUrgent: false));
        return null;
    }

    private async Task<Dictionary<Guid, LeftShare>> KnownAsync(IReadOnlyList<Guid> shares, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        var directory = ((CityDeclarations?)services.GetService(typeof(CityDeclarations)))?.Directory;
        var rows = await (from a in db.Assignments join o in db.Obligations on a.ObligationId equals o.Id where shares.Contains(a.Id) select new { a.Id, a.ObligationId, o.Task, a.Unit }).ToListAsync(stop);
        return rows.ToDictionary(r => r.Id, r => new LeftShare(r.ObligationId, r.Task, directory?.Find(r.Unit)?.FullName ?? r.Unit, ""));
    }
}
