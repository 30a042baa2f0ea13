using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Meetings;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>A visit as typed.</summary>
/// <param name="Kind">What it was for.</param>
/// <param name="By">Directory id of the unit that went.</param>
/// <param name="On">The day.</param>
/// <param name="Where">Where.</param>
/// <param name="Visited">The unit that was visited, by name; needed for guidance, and null where a survey visited none of the directory.</param>
/// <param name="Whom">Posts, villages, enterprises; no persons' names. Null where the unit says it.</param>
/// <param name="Found">What was found.</param>
/// <param name="Asked">What was asked for or advised; null where nothing was.</param>
/// <param name="Obligations">Ids of the obligations that it was about.</param>
internal sealed record TypedVisit(VisitKind Kind, string By, DateOnly? On, string? Where, string? Visited, string? Whom, string? Found, string? Asked, IReadOnlyList<Guid> Obligations);

/// <summary>Records guidance (指导督促) of a department to its own line, and survey visits (调查研究).</summary>
internal sealed class RecordVisit(Writer writer, IServiceProvider services)
{
    /// <summary>How many obligations a visit can be linked to.</summary>
    public const int MostObligations = 50;

    private const int MostLine = 200;

    /// <returns>
    /// The visit's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-unit</c>, <c>ledger.not-your-unit</c>, <c>ledger.bad-day</c>, <c>ledger.no-place</c>, <c>ledger.not-own-line</c> (guidance to
    /// what is not a unit of a county), <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.no-such-obligation</c>, <c>ledger.too-many</c>.
    /// </returns>
    public async Task<Result<Guid>> HandleAsync(TypedVisit typed, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (declared.City.Directory.Find(typed.By) is not { } went) return new Refusal("ledger.no-such-unit", "机构名录里没有这家单位；请从单位页面上登记。");
        if (!LedgerPeople.ActsFor(by, went.Id)) return new Refusal("ledger.not-your-unit", "您的权限不包括这家单位；请由该单位的联络员或者督查督办人员登记。");
        if (typed.Where?.Trim() is not { Length: > 0 and <= MostLine } place) return new Refusal("ledger.no-place", $"请写明地点，不超过 {MostLine} 字。");
        if (WrittenText.Of(typed.Found, "发现的情况").IsRefused(out refusal, out var found)) return refusal;
        string? asked = null;
        if (!string.IsNullOrWhiteSpace(typed.Asked) && WrittenText.Of(typed.Asked, "提出的要求或者建议").IsRefused(out refusal, out asked)) return refusal;
        var whom = string.IsNullOrWhiteSpace(typed.Whom) ? null : typed.Whom.Trim();
        if (whom?.Length > MostLine) return new Refusal("ledger.long-words", $"走访的对象最多 {MostLine} 字，现在有 {whom.Length} 字；请精简。");
        if (typed.Obligations.Count > MostObligations) return new Refusal("ledger.too-many", $"一次走访最多关联 {MostObligations} 项任务；请分几次登记。");
        var verb = by.May(LedgerRules.ManageVerb) ? LedgerRules.ManageVerb : LedgerRules.ReportVerb;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"unit:{went.Id}"), async (unit, inner) =>
        {
            var (db, today) = (unit.Db<LedgerDb>(), unit.LegalAt.BeijingDate());
            if (typed.On is not { } on || on > today) return new Refusal("ledger.bad-day", "请填写走访的日期，不能晚于今天。");
            string? visited = null;
            if (!string.IsNullOrWhiteSpace(typed.Visited))
            {
                if (MeetingUnits.Of(typed.Visited, declared.City, on).IsRefused(out var against, out var units)) return against;
                if (units is not [var one]) return new Refusal("ledger.no-such-unit", "一次走访只写一家单位；走访几家的，请分别登记。");
                visited = one.Id;
            }
            if (typed.Kind is VisitKind.Guidance && (visited is null || !OwnLine.IsCounty(declared.City.Directory.Find(visited)!)))
                return new Refusal("ledger.not-own-line", "指导督促的对象是县（市、区）和功能区的单位；请写明是哪一家，如“南浦区人民政府”。");
            var wanted = typed.Obligations.Distinct().ToList();
            if (await db.Obligations.CountAsync(o => wanted.Contains(o.Id), inner) < wanted.Count) return new Refusal("ledger.no-such-obligation", "关联的任务里有的不在台账里；请刷新页面再选。");
            var visit = new StoredVisit
            {
                Id = Guid.CreateVersion7(), Kind = typed.Kind, By = went.Id, On = on, Where = place, Visited = visited, Whom = whom, Found = found, Asked = asked, RecordedBy = by.ActorId.Value, RecordedAt = unit.LegalAt,
            };
            db.Visits.Add(visit);
            db.VisitObligations.AddRange(wanted.Select(o => new StoredVisitObligation { VisitId = visit.Id, ObligationId = o }));
            unit.Record(unit.Act with { Subject = $"visit:{visit.Id:N}" });
            return visit.Id;
        }, stop);
    }
}
