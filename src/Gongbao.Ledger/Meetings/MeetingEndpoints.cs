using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Meetings;

/// <summary>Team, meetings and resolutions of a programme for programs: read by the people of the ledger, kept by those who manage it.</summary>
internal static class MeetingEndpoints
{
    internal sealed record MemberInput(string? Unit, string? Post, TeamRole? Role, string? Duty);

    internal sealed record DepartureInput(Guid Member);

    internal sealed record MeetingInput(DateOnly? HeldOn, string? Where, string? Chair, string? Subject, string? Units, string? Minutes, int? Known);

    /// <summary>A resolution: an obligation as it would be entered by hand, or words of the minutes alone.</summary>
    internal sealed record ResolutionInput(string? Seen, bool IsObligation, ObligationEndpoints.EntryInput? Entry);

    internal sealed record MemberItem(Guid Member, string Unit, string Post, TeamRole Role, string? Duty, DateOnly JoinedOn, DateOnly? LeftOn);

    internal sealed record MeetingItem(Guid Meeting, int Number, DateOnly HeldOn, string? Where, string Chair, string Subject, int Resolutions);

    internal sealed record TeamItems(string Programme, IReadOnlyList<MemberItem> Members, IReadOnlyList<MemberItem> Former, IReadOnlyList<MeetingItem> Meetings);

    internal sealed record ResolutionItem(int Number, string Text, Guid? Obligation, int? Ordinal, string? Says, bool IsLate);

    internal sealed record MeetingDetail(string Seen, string Programme, MeetingItem Meeting, string Minutes, IReadOnlyList<string> Units, IReadOnlyList<ResolutionItem> Resolutions);

    internal sealed record MemberAnswer(Guid Member);

    internal sealed record MeetingAnswer(Guid Meeting);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/api/ledger");
        ledger.MapGet("/programmes/{document}/team", TeamAsync).RequireSignedIn().WithTags("任务台账").WithName("GetTeam").WithSummary("一份文件的专班和联席会议，一次全部给出").Produces<TeamItems>().ProducesProblem(StatusCodes.Status404NotFound);
        ledger.MapGet("/meetings/{meeting:guid}", MeetingAsync).RequireSignedIn().WithTags("任务台账").WithName("GetMeeting").WithSummary("一次联席会议：纪要、参加单位、议定事项和它们的办理情况").Produces<MeetingDetail>().ProducesProblem(StatusCodes.Status404NotFound);
        ledger.MapAct<KeepTeam, MemberInput, Guid, MemberAnswer>(
            "/programmes/{document}/team", "AddTeamMember", "专班增加一个岗位", LedgerRules.ManageVerb, a => a.Use.AddAsync(a.Route("document"), new(a.Input.Unit, a.Input.Post, a.Input.Role ?? TeamRole.Member, a.Input.Duty), a.By, a.Stop), id => new(id));
        ledger.MapAct<KeepTeam, DepartureInput, Guid, MemberAnswer>("/team-departures", "RemoveTeamMember", "一个岗位退出专班；记录保留", LedgerRules.ManageVerb, a => a.Use.RemoveAsync(a.Input.Member, a.By, a.Stop), id => new(id));
        ledger.MapAct<RecordMeeting, MeetingInput, Guid, MeetingAnswer>(
            "/programmes/{document}/meetings", "RecordMeeting", "登记一次联席会议", LedgerRules.ManageVerb,
            a => a.Use.HandleAsync(a.Route("document"), new(a.Input.HeldOn, a.Input.Where, a.Input.Chair, a.Input.Subject, a.Input.Units, a.Input.Minutes, a.Input.Known), a.By, a.Stop), id => new(id));
        ledger.MapAct<RecordMeeting, ResolutionInput, Guid, MeetingAnswer>(
            "/resolutions", "AddResolution", "会议增加一个议定事项，形成任务或者只记入纪要", LedgerRules.ManageVerb,
            a => a.Use.ResolveAsync(Seen.Parse(a.Input.Seen), a.Input.Entry?.AsTyped() ?? new() { Task = null }, a.Input.IsObligation, a.By, a.Stop), id => new(id));
    }

    private static async Task<IResult> TeamAsync(string document, MeetingDesk desk, ActorSource actors, HttpContext http) => Tagged.Json(
        http, LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) && await desk.TeamAsync(document, http.RequestAborted) is { } view
            ? new TeamItems(view.Programme.Slug, [.. view.Members.Select(Member)], [.. view.Former.Select(Member)], [.. view.Meetings.Select(Meeting)]) : null, isPublic: false);

    private static async Task<IResult> MeetingAsync(Guid meeting, MeetingDesk desk, ActorSource actors, HttpContext http) => Tagged.Json(
        http, LedgerPeople.Reads(await actors.FindAsync(http, http.RequestAborted)) && await desk.MeetingAsync(meeting, http.RequestAborted) is { } view
            ? new MeetingDetail(
                view.Seen.ToString(), view.Programme.Slug, Meeting(view.Meeting), view.Meeting.Minutes, view.Units,
                [.. view.Resolutions.Select(r => new ResolutionItem(r.Resolution.Number, r.Resolution.Text, r.Resolution.ObligationId, r.Ordinal, r.Says, r.IsLate))]) : null, isPublic: false);

    private static MemberItem Member((StoredTeamMember Member, string UnitName) of) => new(of.Member.Id, of.UnitName, of.Member.Post, of.Member.Role, of.Member.Duty, of.Member.JoinedOn, of.Member.LeftOn);

    private static MeetingItem Meeting(StoredMeeting of) => new(of.Id, of.Number, of.HeldOn, of.Where, of.Chair, of.Subject, of.Resolutions);
}
