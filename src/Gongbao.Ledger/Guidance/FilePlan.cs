using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Meetings;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Guidance;

/// <summary>A plan as it is filed: with a file or a link.</summary>
/// <param name="Unit">Directory id of the unit whose plan it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="DatedOn">The day that it bears.</param>
/// <param name="Link">An address; null where a file is given.</param>
/// <param name="FileName">What the file is called; null where a link is given.</param>
/// <param name="File">Its bytes, read from where they stand, with a known length; null where a link is given. What it is shows in its content, as of evidence.</param>
/// <param name="Known">Id of the unit's newest plan as whoever files this one saw it; the empty id where there was none, null where nobody looked.</param>
internal sealed record TypedPlan(string Unit, string? Title, DateOnly? DatedOn, string? Link, string? FileName, Stream? File, Guid? Known = null);

/// <summary>Says which units have to file a plan for a programme, and files plans (推进方案).</summary>
internal sealed class FilePlan(Writer writer, IServiceProvider services)
{
    private const int MostTitle = 200;
    private const int MostPlace = 60;

    /// <param name="document">The part of the address of the programme's document.</param>
    /// <param name="units">Who has to file, in the words of the document: groups are their members on the day.</param>
    /// <param name="place">Where the document orders it; null where no place is named.</param>
    /// <param name="dueOn">The last day; null where none is set.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <param name="known">How many calls of the programme whoever says so saw; null where nobody looked.</param>
    /// <returns>The call's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-programme</c>, <c>ledger.no-such-unit</c>, <c>ledger.long-words</c>, <c>ledger.changed-meanwhile</c>.</returns>
    public async Task<Result<Guid>> CallAsync(string document, string? units, string? place, DateOnly? dueOn, Actor by, CancellationToken stop, int? known = null)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        var at = string.IsNullOrWhiteSpace(place) ? null : place.Trim();
        if (at?.Length > MostPlace) return new Refusal("ledger.long-words", $"出处最多 {MostPlace} 字；请写成“三（一）”的样子。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{document}"), async (unit, inner) =>
        {
            var (db, today) = (unit.Db<LedgerDb>(), unit.LegalAt.BeijingDate());
            if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == document, inner) is not { } programme) return MeetingRefusals.NoProgramme;
            if (known is not null && await db.PlanCalls.CountAsync(c => c.ProgrammeId == programme.Id, inner) != known)
                return new Refusal("ledger.changed-meanwhile", "刚刚有别人登记过要报送的单位，本次没有作任何改动；请看过新的内容再办。");
            if (MeetingUnits.Of(units, declared.City, today).IsRefused(out var against, out var called)) return against;
            var call = new StoredPlanCall
            {
                Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Units = units!.Trim(), Place = at, DueOn = dueOn, CalledOn = today, CalledAt = unit.LegalAt, CalledBy = by.ActorId.Value,
            };
            db.PlanCalls.Add(call);
            foreach (var one in called) Ask(unit, programme, call, one);
            return call.Id;
        }, stop);
    }

    /// <summary>Files a plan for a unit.</summary>
    /// <returns>
    /// The plan's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-programme</c>, <c>ledger.no-such-unit</c>, <c>ledger.not-your-unit</c>, <c>ledger.not-called</c> (nobody asks the unit for a plan),
    /// <c>ledger.bad-title</c>, <c>ledger.bad-day</c>, <c>ledger.bad-link</c>, <c>ledger.no-file</c> (neither file nor link, or both), <c>ledger.bad-file</c>, <c>ledger.bad-evidence</c> (no kind of file that is taken), <c>files.too-large</c>, <c>files.empty</c>,
    /// <c>ledger.changed-meanwhile</c> (somebody else filed one since).
    /// </returns>
    public async Task<Result<Guid>> HandleAsync(string document, TypedPlan typed, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (declared.City.Directory.Find(typed.Unit) is not { } owner) return new Refusal("ledger.no-such-unit", "机构名录里没有这家单位；请从名单里选择。");
        if (!LedgerPeople.ActsFor(by, owner.Id)) return new Refusal("ledger.not-your-unit", "您的权限不包括这家单位；请由该单位的联络员报送。");
        if (typed.Title?.Trim() is not { Length: > 0 and <= MostTitle } title) return new Refusal("ledger.bad-title", $"请填写方案的名称，不超过 {MostTitle} 字。");
        if (TypedLink.Of(typed.Link, "链接").IsRefused(out refusal, out var link)) return refusal;
        if (link is null == typed.File is null) return new Refusal("ledger.no-file", "请上传方案的文件，或者填写链接，二者选一。");
        FileContent? content = null;
        string? name = null;
        if (typed.File is not null)
        {
            if (EvidenceRules.Of(declared.City) is not { } rules) return new Refusal("ledger.bad-file", "本市没有声明材料的上限，不能上传文件；请填写链接，或者由系统管理员在城市声明里补上。");
            if (typed.File.Length > rules.FileBytes) return new Refusal("files.too-large", $"文件有 {ChineseFormat.Bytes(typed.File.Length)}，最多 {ChineseFormat.Bytes(rules.FileBytes)}；请压缩后再选，或者填写链接。");
            using var bytes = new MemoryStream();
            await typed.File.CopyToAsync(bytes, stop);
            bytes.Position = 0;
            if ((await FileContent.ReadAsync(bytes, rules.FileBytes, stop)).IsRefused(out refusal, out content)) return refusal;
            if (EvidenceFile.Of(typed.FileName ?? "", bytes.ToArray()).IsRefused(out refusal, out var known)) return refusal;
            name = known.Name;
        }
        var verb = by.May(LedgerRules.ManageVerb) ? LedgerRules.ManageVerb : LedgerRules.ReportVerb;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"programme:{document}"), async (unit, inner) =>
        {
            var (db, today) = (unit.Db<LedgerDb>(), unit.LegalAt.BeijingDate());
            if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == document, inner) is not { } programme) return MeetingRefusals.NoProgramme;
            var calls = await db.PlanCalls.Where(c => c.ProgrammeId == programme.Id).ToListAsync(inner);
            if (!calls.SelectMany(c => Called(c, declared.City)).Any(u => u.Id == owner.Id)) return new Refusal("ledger.not-called", $"这份文件没有要求{owner.FullName}报送方案；请与督查督办人员联系。");
            if (typed.Known is { } known && await db.Plans.Where(p => p.ProgrammeId == programme.Id && p.Unit == owner.Id).OrderByDescending(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(inner) != known)
                return new Refusal("ledger.changed-meanwhile", $"刚刚有别人替{owner.FullName}报送过方案，本次没有作任何改动；请看过新的方案，确需再报的重新选择文件后再报。");
            if (typed.DatedOn is not { } dated || dated > today) return new Refusal("ledger.bad-day", "请填写方案的日期，不能晚于今天。");
            if (content is not null) await StoredFiles.KeepAsync(unit, content, inner);
            var plan = new StoredPlan
            {
                Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Unit = owner.Id, Title = title, DatedOn = dated, FiledOn = today, FiledAt = unit.LegalAt, FiledBy = by.ActorId.Value, Link = link, File = content?.Hash,
                FileName = name, FileLength = content?.Length,
            };
            db.Plans.Add(plan);
            foreach (var call in calls) unit.Publish(new WatchEnded(CauseOf(call, owner.Id), "方案已经报送。"));
            unit.Record(unit.Act with { Subject = $"plan:{plan.Id:N}" });
            return plan.Id;
        }, stop);
    }

    /// <summary>By what the notices know that a unit has to file.</summary>
    public static string CauseOf(StoredPlanCall call, string unit) => $"plan:{call.Id:N}:{unit}";

    /// <summary>Has a unit's people reminded until the plan is filed; where no day is set, they are told once.</summary>
    private static void Ask(UnitOfWork unit, StoredProgramme programme, StoredPlanCall call, Unit owner)
    {
        var (subject, address) = ($"{programme.Number ?? "任务台账"}：请报送推进方案", $"/ledger/{programme.Slug}/plans");
        if (call.DueOn is { } due) unit.Publish(new WatchBegun(CauseOf(call, owner.Id), Reminders.ByDay, subject, null, address, due, null, [owner.Id], LedgerRules.ReportVerb));
        else unit.Publish(new Tell(CauseOf(call, owner.Id), subject, null, address, null, [owner.Id], LedgerRules.ReportVerb, null, false));
    }

    /// <summary>The units that a call names, as they were on its day.</summary>
    public static IReadOnlyList<Unit> Called(StoredPlanCall call, CityDeclarations city) => MeetingUnits.Of(call.Units, city, call.CalledOn).IsRefused(out _, out var units) ? [] : units;
}
