using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Meetings;

/// <summary>A member of a team as typed.</summary>
/// <param name="Unit">Full name of the unit, or a name that documents print.</param>
/// <param name="Post">The post; not a person's name.</param>
/// <param name="Role">Its part.</param>
/// <param name="Duty">What it answers for; null where nothing is said.</param>
internal sealed record TypedMember(string? Unit, string? Post, TeamRole Role, string? Duty);

/// <summary>Keeps the team of a programme (专班): who joins, who leaves; former members stay in the record.</summary>
internal sealed class KeepTeam(Writer writer, IServiceProvider services)
{
    private const int MostPost = 60;
    private const int MostDuty = 200;

    /// <returns>
    /// The member's id. Refusals: <c>ledger.not-declared</c>, <c>ledger.no-such-programme</c>, <c>ledger.no-such-unit</c>, <c>ledger.no-post</c>, <c>ledger.long-words</c>, <c>ledger.member-twice</c>.
    /// </returns>
    public async Task<Result<Guid>> AddAsync(string document, TypedMember typed, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (typed.Post?.Trim() is not { Length: > 0 and <= MostPost } post) return new Refusal("ledger.no-post", $"请写明岗位或者职务，如“分管副局长”，不超过 {MostPost} 字；不要写姓名。");
        var duty = string.IsNullOrWhiteSpace(typed.Duty) ? null : typed.Duty.Trim();
        if (duty?.Length > MostDuty) return new Refusal("ledger.long-words", $"专责最多 {MostDuty} 字，现在有 {duty.Length} 字；请精简。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{document}"), async (unit, inner) =>
        {
            var (db, today) = (unit.Db<LedgerDb>(), unit.LegalAt.BeijingDate());
            if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == document, inner) is not { } programme) return MeetingRefusals.NoProgramme;
            if (MeetingUnits.Of(typed.Unit, declared.City, today).IsRefused(out var against, out var named)) return against;
            if (named is not [var one]) return new Refusal("ledger.no-such-unit", "每次增加一家单位的一个岗位；请只写一家单位。");
            if (await db.TeamMembers.AnyAsync(m => m.ProgrammeId == programme.Id && m.Unit == one.Id && m.Post == post && m.LeftOn == null, inner)) return new Refusal("ledger.member-twice", $"{one.FullName}的{post}已经在专班里。");
            var member = new StoredTeamMember { Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Unit = one.Id, Post = post, Role = typed.Role, Duty = duty, JoinedOn = today, AddedBy = by.ActorId.Value };
            db.TeamMembers.Add(member);
            return member.Id;
        }, stop);
    }

    /// <summary>A member leaves the team.</summary>
    /// <returns>The member's id. Refusals: <c>ledger.no-such-member</c>.</returns>
    public Task<Result<Guid>> RemoveAsync(Guid member, Actor by, CancellationToken stop) => writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"team-member:{member:N}"), async (unit, inner) =>
    {
        if (await unit.Db<LedgerDb>().TeamMembers.FirstOrDefaultAsync(m => m.Id == member && m.LeftOn == null, inner) is not { } one) return new Refusal("ledger.no-such-member", "专班里没有这个岗位，可能刚刚有别人调整过；请刷新页面。");
        (one.LeftOn, one.RemovedBy) = (unit.LegalAt.BeijingDate(), by.ActorId.Value);
        return member;
    }, stop);
}

/// <summary>Refusals of several use cases about meetings.</summary>
internal static class MeetingRefusals
{
    public static Refusal NoProgramme { get; } = new("ledger.no-such-programme", "台账里没有这份文件的任务；请先把文件里的任务纳入台账。");
}
