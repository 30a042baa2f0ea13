using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Meetings;

/// <summary>A meeting as typed.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Where">Where; null where nothing is said.</param>
/// <param name="Chair">The post that chaired it.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Units">The units that attended, in words.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="Known">How many meetings of the programme whoever types it saw; null where nobody looked.</param>
internal sealed record TypedMeeting(DateOnly? HeldOn, string? Where, string? Chair, string? Subject, string? Units, string? Minutes, int? Known = null);

/// <summary>Records joint meetings (联席会议) with their minutes, and their resolutions, which become obligations of the programme.</summary>
internal sealed class RecordMeeting(Writer writer, EnterObligation enter, IServiceProvider services)
{
    /// <summary>The longest minutes.</summary>
    public const int MostMinutes = 20_000;

    private const int MostLine = 200;

    /// <param name="document">The part of the address of the programme's document.</param>
    /// <param name="typed">The meeting.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The meeting's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-programme</c>, <c>ledger.bad-day</c>, <c>ledger.no-chair</c>, <c>ledger.no-subject</c>, <c>ledger.no-such-unit</c>,
    /// <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.long-words</c>, <c>ledger.changed-meanwhile</c> (somebody else recorded one since).
    /// </returns>
    public async Task<Result<Guid>> HandleAsync(string document, TypedMeeting typed, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{document}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            // Who records a meeting of the same programme at the same time is given the next number.
            await db.Database.ExecuteSqlAsync($"update ledger_programme set opened_on = opened_on where slug = {document}", inner);
            if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == document, inner) is not { } programme) return MeetingRefusals.NoProgramme;
            var before = await db.Meetings.Where(m => m.ProgrammeId == programme.Id).MaxAsync(m => (int?)m.Number, inner) ?? 0;
            if (typed.Known is { } known && known != before)
                return new Refusal("ledger.changed-meanwhile", "刚刚有别人登记过一次会议，本次没有作任何改动；请看过新的会议，不是同一次的再登记。");
            if (typed.HeldOn is not { } day || day > unit.LegalAt.BeijingDate()) return new Refusal("ledger.bad-day", "请填写会议的日期，不能晚于今天。");
            if (typed.Chair?.Trim() is not { Length: > 0 and <= MostLine } chair) return new Refusal("ledger.no-chair", "请写明由哪个岗位主持，如“市政府副秘书长”；不要写姓名。");
            if (typed.Subject?.Trim() is not { Length: > 0 and <= MostLine } subject) return new Refusal("ledger.no-subject", $"请写明会议的议题，不超过 {MostLine} 字。");
            var place = string.IsNullOrWhiteSpace(typed.Where) ? null : typed.Where.Trim();
            if (place?.Length > MostLine) return new Refusal("ledger.long-words", $"地点最多 {MostLine} 字，现在有 {place.Length} 字；请精简。");
            if (MeetingUnits.Of(typed.Units, declared.City, day).IsRefused(out var against, out var units)) return against;
            var minutes = typed.Minutes?.Trim() ?? "";
            if (minutes.Length == 0) return new Refusal("ledger.no-text", "请填写会议纪要。");
            if (minutes.Length > MostMinutes) return new Refusal("ledger.long-text", $"会议纪要最多 {MostMinutes} 字，现在有 {minutes.Length} 字；请精简。");
            var meeting = new StoredMeeting
            {
                Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Number = 1 + before, HeldOn = day,
                Where = place, Chair = chair, Subject = subject, Minutes = minutes,
                RecordedBy = by.ActorId.Value, RecordedAt = unit.LegalAt,
            };
            db.Meetings.Add(meeting);
            db.Attendances.AddRange(units.Select(u => new StoredAttendance { MeetingId = meeting.Id, Unit = u.Id }));
            unit.Record(unit.Act with { Subject = $"meeting:{meeting.Id:N}" });
            return meeting.Id;
        }, stop);
    }

    /// <summary>Adds a resolution (议定事项): it becomes an obligation of the programme whose source is the meeting and its number, or stands in the minutes alone.</summary>
    /// <param name="seen">The meeting, as it was seen.</param>
    /// <param name="typed">What is to be done, by whom, until when; its words are the resolution.</param>
    /// <param name="isObligation">False where it orders nobody to do anything.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The meeting's id. Refusals: <c>ledger.no-such-meeting</c>, <c>ledger.changed-meanwhile</c> and those of <see cref="EnterObligation"/>.</returns>
    public async Task<Result<Guid>> ResolveAsync(Seen? seen, EnteredObligation typed, bool isObligation, Actor by, CancellationToken stop)
    {
        if (seen is not { } known || await FindAsync(known.Id, stop) is not var (meeting, slug)) return new Refusal("ledger.no-such-meeting", "没有这次会议；请从会议页面上办理。");
        if (meeting.Revision != known.Revision) return Changed;
        if (WrittenText.Of(typed.Task, "议定事项").IsRefused(out var refusal, out var text)) return refusal;
        var number = meeting.Resolutions + 1;
        if (!isObligation)
            return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"meeting:{known.Id:N}"), (unit, inner) => AddAsync(unit, known, number, text, null, inner), stop);
        var entry = typed with { Source = SourceOf(meeting, number), Place = null, Since = meeting.HeldOn };
        return await enter.HandleAsync(slug, [entry], (unit, open, inner) => AddAsync(unit, known, number, text, open[0].Obligation.Id, inner), by, stop);
    }

    /// <summary>How an obligation names the resolution from which it comes.</summary>
    public static string SourceOf(StoredMeeting meeting, int number) => $"第{meeting.Number}次联席会议（{ChineseFormat.Date(meeting.HeldOn)}）议定事项第{number}项";

    private static Refusal Changed { get; } = new("ledger.changed-meanwhile", "这次会议刚刚有别人增加过议定事项，本次没有作任何改动；请刷新页面，看过新的内容再办。");

    private static async Task<Result<Guid>> AddAsync(UnitOfWork unit, Seen seen, int number, string text, Guid? obligation, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        if (await db.Meetings.FirstOrDefaultAsync(m => m.Id == seen.Id, stop) is not { } meeting || meeting.Revision != seen.Revision) return Changed;
        meeting.Resolutions = number;
        db.Resolutions.Add(new() { Id = Guid.CreateVersion7(), MeetingId = meeting.Id, Number = number, Text = text, ObligationId = obligation });
        if (obligation is not null) unit.Record(unit.Act with { Subject = $"meeting:{meeting.Id:N}" });
        return meeting.Id;
    }

    private async Task<(StoredMeeting Meeting, string Slug)?> FindAsync(Guid id, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        if (await db.Meetings.FirstOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return null;
        return (meeting, await db.Programmes.Where(p => p.Id == meeting.ProgrammeId).Select(p => p.Slug).SingleAsync(stop));
    }
}
