using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Handover;

/// <summary>A handover as asked for.</summary>
/// <param name="Unit">Directory id of the unit.</param>
/// <param name="Leaver">The account that leaves the work.</param>
/// <param name="Successor">The account that takes it over.</param>
/// <param name="Reason">Why; no personal data.</param>
/// <param name="OldPost">The post whose measures get another owner; empty where none do.</param>
/// <param name="NewPost">The post that answers for them; empty where none do.</param>
internal sealed record HandoverInput(string Unit, Guid Leaver, Guid Successor, string? Reason, string? OldPost, string? NewPost);

/// <summary>Hands the open work of a unit over (交接): lists it, has the successor confirm the list, gives measures their new owner.</summary>
internal sealed class HandOver(Writer writer, IServiceProvider services)
{
    private const int MostPost = 60;

    /// <summary>Lists what is open today and asks the successor to take it over.</summary>
    /// <returns>
    /// The id of the handover. Refusals: <c>ledger.not-your-unit</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.no-owner</c> (one post without the other, or too long),
    /// <c>ledger.no-such-leaver</c>, <c>ledger.successor-without-role</c>, <c>ledger.handed-over-before</c>, <c>ledger.nothing-to-hand-over</c>.
    /// </returns>
    public async Task<Result<Guid>> MakeAsync(HandoverInput input, Actor by, CancellationToken stop)
    {
        if (UnitAccess.VerbOf(by, input.Unit) is not { } verb) return StandIn.NotYours;
        if (WrittenText.Of(input.Reason, "交接的原因").IsRefused(out var refusal, out var reason)) return refusal;
        var (old, next) = (Post(input.OldPost), Post(input.NewPost));
        if (old is null != next is null || old?.Length > MostPost || next?.Length > MostPost)
            return new Refusal("ledger.no-owner", $"措施改由他岗负责的，请把原来的岗位和接任的岗位都写上，各不超过 {MostPost} 字；不改的都不填。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"unit:{input.Unit}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            var accounts = await unit.Get<Deputies>().AccountsAsync(input.Unit, inner);
            if (input.Leaver == input.Successor || accounts.All(a => a.Id != input.Leaver)) return new Refusal("ledger.no-such-leaver", "移交人和接收人要是这家单位的两个不同的账户；请重新选择。");
            if (accounts.FirstOrDefault(a => a.Id == input.Successor)?.Verbs.Contains(LedgerRules.ReportVerb) is not true)
                return new Refusal("ledger.successor-without-role", "接收人还不是这家单位的联络员；请先由系统管理员授予角色，再办交接。");
            if (await db.Handovers.AnyAsync(h => h.Unit == input.Unit && h.Leaver == input.Leaver && h.State == HandoverState.Waiting, inner))
                return new Refusal("ledger.handed-over-before", "这个账户的交接正在等待接收；接收或者退回以后才能再办。");
            var handover = new StoredHandover
            {
                Id = Guid.CreateVersion7(), Unit = input.Unit, Leaver = input.Leaver, Successor = input.Successor, Reason = reason, OldPost = old, NewPost = next,
                MadeOn = unit.LegalAt.BeijingDate(), MadeAt = unit.LegalAt, MadeBy = by.ActorId.Value,
            };
            var lines = await OpenWork.OfAsync(db, handover, inner);
            if (lines.Count == 0) return new Refusal("ledger.nothing-to-hand-over", "这家单位没有还在办理的任务、待答复的申请和措施，不需要交接。");
            db.Handovers.Add(handover);
            db.HandoverLines.AddRange(lines);
            Tell(unit, handover.Id, input.Successor, "有一份工作交接清单等您接收", $"清单上有 {lines.Count} 项，请核对后接收或者退回。");
            Tell(unit, handover.Id, input.Leaver, "您的工作交接清单已经列好", "等接收人核对后接收。");
            return handover.Id;
        }, stop);
    }

    /// <summary>The successor takes the list over, or does not, with a reason.</summary>
    /// <param name="seen">The handover, as it was seen.</param>
    /// <param name="isTaken">Whether it is taken over.</param>
    /// <param name="text">Why not; needed where it is not taken over.</param>
    /// <param name="by">The successor.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The id of the handover. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-handover</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.not-the-successor</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.
    /// </returns>
    public async Task<Result<Guid>> AnswerAsync(Seen? seen, bool isTaken, string? text, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        string? answer = null;
        if ((!isTaken || !string.IsNullOrWhiteSpace(text)) && WrittenText.Of(text, isTaken ? "接收的意见" : "退回的理由").IsRefused(out refusal, out answer)) return refusal;
        if (seen is not { } known) return NoSuch;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ReportVerb, $"handover:{known.Id:N}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            if (await db.Handovers.FirstOrDefaultAsync(h => h.Id == known.Id, inner) is not { } handover) return NoSuch;
            if (handover.State is not HandoverState.Waiting || handover.Revision != known.Revision) return new Refusal("ledger.changed-meanwhile", "这份交接清单已经办理过，本次没有作任何改动；请刷新页面。");
            if (by.Id != handover.Successor) return new Refusal("ledger.not-the-successor", "只有清单上的接收人可以接收或者退回。");
            (handover.State, handover.AnsweredAt, handover.Answer) = (isTaken ? HandoverState.Confirmed : HandoverState.Declined, unit.LegalAt, answer);
            if (isTaken) await ReassignAsync(unit, handover, declared.Rules, declared.City, inner);
            Tell(unit, handover.Id, handover.Leaver, isTaken ? "您移交的工作已经接收" : "您移交的工作被退回", answer);
            Tell(unit, handover.Id, handover.Successor, isTaken ? "您已接收交接的工作" : "您已退回交接的工作", null);
            return handover.Id;
        }, stop);
    }

    /// <summary>Gives the measures of the list that the old post answered for to the new one; a measure that has another owner by now is left alone.</summary>
    private static async Task ReassignAsync(UnitOfWork unit, StoredHandover handover, LedgerRules rules, Platform.City.CityDeclarations city, CancellationToken stop)
    {
        if (handover is not { OldPost: { } old, NewPost: { } next }) return;
        var db = unit.Db<LedgerDb>();
        var lines = await db.HandoverLines.Where(l => l.HandoverId == handover.Id && l.Kind == HandoverLineKind.Measure && l.Owner == old).OrderBy(l => l.Ordinal).ToListAsync(stop);
        foreach (var group in lines.GroupBy(l => l.ObligationId))
        {
            var revision = await db.Obligations.Where(o => o.Id == group.Key).Select(o => o.Revision).SingleAsync(stop);
            if ((await OpenObligation.TakeAsync(unit, new(group.Key, revision), stop)).IsRefused(out _, out var open)) continue;
            foreach (var line in group)
            {
                if (open.Acts.FirstOrDefault(a => a.Id == line.ActId) is not { } measure || MeasureOwner.Of(measure, open.Acts) != old) continue;
                open.Add(ActKind.MeasureReassigned, line.AssignmentId, rules, city, a => a with { Text = $"工作交接，原由{old}负责。", Owner = next, Day = measure.Day, Answers = measure.Id });
            }
        }
    }

    private static Refusal NoSuch { get; } = new("ledger.no-such-handover", "没有这份交接清单；请从收件箱或者单位页面打开。");

    private static string? Post(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static void Tell(UnitOfWork unit, Guid id, Guid account, string subject, string? text) =>
        unit.Publish(new Tell($"handover:{id:N}", subject, text, $"/ledger/handovers/{id:D}", null, [], null, account, IsUrgent: false));
}
