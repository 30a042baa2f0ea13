using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>An account that belongs to a unit: it has a role of its own on just that unit.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Name">Account name.</param>
/// <param name="Verbs">What its own roles give it on the unit.</param>
public sealed record UnitAccount(Guid Id, string Name, IReadOnlySet<string> Verbs);

/// <summary>One account that stands in for another (代办、AB岗) on a unit, from one legal day to another.</summary>
/// <param name="Id">Id of the giving.</param>
/// <param name="Unit">Directory id of the unit.</param>
/// <param name="Absent">Id of the account that is stood in for.</param>
/// <param name="AbsentName">Its account name.</param>
/// <param name="Deputy">Id of the account that stands in.</param>
/// <param name="DeputyName">Its account name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record Deputyship(Guid Id, string Unit, Guid Absent, string AbsentName, Guid Deputy, string DeputyName, DateOnly From, DateOnly Until);

/// <summary>
/// Gives the roles of somebody who is absent to another account of the same unit for a span of legal days. What is given ends by itself: on every
/// question who somebody is, the legal day decides. Rooms do it within their own unit of work, under their own rule who may.
/// </summary>
public sealed class Deputies
{
    private readonly AccessDb _db;
    private readonly AccessDeclarations _declared;
    private readonly AccessOptions _options;

    internal Deputies(AccessDb db, AccessDeclarations declared, AccessOptions options) => (_db, _declared, _options) = (db, declared, options);

    /// <summary>The accounts of a unit, by name; those that are closed are left out.</summary>
    /// <param name="unit">Directory id.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<UnitAccount>> AccountsAsync(string unit, CancellationToken stop) => await AccountsAsync(_db, unit, _options.IsDemo, stop);

    /// <summary>Who stands in for whom on a unit, from a day on; what was ended early is left out.</summary>
    /// <param name="unit">Directory id.</param>
    /// <param name="since">Deputyships that ended before are left out.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<Deputyship>> OfAsync(string unit, DateOnly since, CancellationToken stop)
    {
        var rows = await (from role in _db.Roles
                          join deputy in _db.Accounts on role.AccountId equals deputy.Id
                          join absent in _db.Accounts on role.DeputyFor equals absent.Id
                          where role.TakenAt == null && role.ScopeKind == ScopeKind.Unit && role.ScopeId == unit && role.Until >= since
                          orderby role.From, role.Id
                          select new { role.Id, AbsentId = absent.Id, AbsentName = absent.Name, DeputyId = deputy.Id, DeputyName = deputy.Name, role.From, role.Until }).ToListAsync(stop);
        return [.. rows.Select(r => new Deputyship(r.Id, unit, r.AbsentId, r.AbsentName, r.DeputyId, r.DeputyName, r.From!.Value, r.Until!.Value))];
    }

    /// <summary>Has one account stand in for another on a unit, within the caller's unit of work.</summary>
    /// <param name="work">The caller's unit of work; who may was asked before.</param>
    /// <param name="verb">What the absent account does on the unit: the roles that give it are given to the deputy.</param>
    /// <param name="asked">Who, for whom, on which unit, from when until when; names are not looked at.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The id of the giving. Refused: <c>access.deputy-days</c> (none, backwards, or over already), <c>access.deputy-self</c>, <c>access.deputy-not-of-unit</c>,
    /// <c>access.nothing-to-stand-in-for</c>, <c>access.deputy-not-needed</c> (has it already), <c>access.deputy-twice</c>.
    /// </returns>
    public async Task<Result<Guid>> AppointAsync(UnitOfWork work, string verb, Deputyship asked, CancellationToken stop)
    {
        if (asked.Until < asked.From || asked.Until < work.LegalAt.BeijingDate()) return new Refusal("access.deputy-days", "代办的日期不对：最后一天不能早于第一天，也不能早于今天。");
        if (asked.Absent == asked.Deputy) return new Refusal("access.deputy-self", "代办人不能是本人；请选择同一单位的另一个账户。");
        var db = work.Db<AccessDb>();
        var accounts = await AccountsAsync(db, asked.Unit, _options.IsDemo, stop);
        if (accounts.FirstOrDefault(a => a.Id == asked.Deputy) is not { } deputy) return new Refusal("access.deputy-not-of-unit", "代办人不是这家单位的账户；请选择同一单位的另一个账户，或者先由系统管理员授予它这家单位的角色。");
        if (accounts.FirstOrDefault(a => a.Id == asked.Absent) is not { } absent || !absent.Verbs.Contains(verb)) return new Refusal("access.nothing-to-stand-in-for", "要代办的人不是这家单位的联络员，没有可以代办的职责。");
        if (deputy.Verbs.Contains(verb)) return new Refusal("access.deputy-not-needed", $"{deputy.Name}自己就有这家单位的同样职责，不需要指定代办。");
        if (await db.Roles.AnyAsync(r => r.AccountId == asked.Deputy && r.DeputyFor == asked.Absent && r.TakenAt == null && r.ScopeId == asked.Unit && r.From <= asked.Until && r.Until >= asked.From, stop))
            return new Refusal("access.deputy-twice", "这几天里已经指定了同样的代办；请先取消原来的，再重新指定。");
        var first = Guid.Empty;
        foreach (var role in await db.Roles.Where(r => r.AccountId == asked.Absent && r.TakenAt == null && r.DeputyFor == null && r.ScopeKind == ScopeKind.Unit && r.ScopeId == asked.Unit).ToListAsync(stop))
        {
            if (_declared.Roles.GetValueOrDefault(role.Role)?.Verbs.Contains(verb) is not true) continue;
            var given = new AccountRole
            {
                Id = Guid.CreateVersion7(work.At), AccountId = asked.Deputy, Role = role.Role, ScopeKind = ScopeKind.Unit, ScopeId = asked.Unit, GivenAt = work.At, From = asked.From, Until = asked.Until, DeputyFor = asked.Absent,
            };
            db.Roles.Add(given);
            if (first == Guid.Empty) first = given.Id;
        }
        work.Record(new Act(work.Act.By, "access.give-role", Account.SubjectOf(asked.Deputy)) { OnBehalfOf = new ActorId(Account.SubjectOf(asked.Absent)) });
        return first;
    }

    /// <summary>Ends a deputyship before its last day, within the caller's unit of work; it gives nothing from the next request on.</summary>
    /// <param name="work">The caller's unit of work; who may was asked before.</param>
    /// <param name="unit">Directory id of the unit.</param>
    /// <param name="id">Id of the giving.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>Id of the account that stood in. Refused: <c>access.no-such-deputy</c>.</returns>
    public static async Task<Result<Guid>> EndAsync(UnitOfWork work, string unit, Guid id, CancellationToken stop)
    {
        var (db, today) = (work.Db<AccessDb>(), work.LegalAt.BeijingDate());
        if (await db.Roles.FirstOrDefaultAsync(r => r.Id == id && r.ScopeId == unit && r.DeputyFor != null && r.TakenAt == null && r.Until >= today, stop) is not { } given)
            return new Refusal("access.no-such-deputy", "没有这项代办，或者它已经结束；请刷新页面。");
        given.TakenAt = work.At;
        work.Record(new Act(work.Act.By, "access.take-role", Account.SubjectOf(given.AccountId)));
        return given.AccountId;
    }

    /// <summary>How a list of roles tells that one is held for somebody else; empty for a role of one's own.</summary>
    internal static string Says(AccountRole role) =>
        role is { DeputyFor: not null, From: { } first, Until: { } until } ? $"（代办，{first.Year}年{first.Month}月{first.Day}日至{until.Year}年{until.Month}月{until.Day}日）" : "";

    private async Task<IReadOnlyList<UnitAccount>> AccountsAsync(AccessDb db, string unit, bool withDemo, CancellationToken stop)
    {
        var rows = await (from role in db.Roles
                          join account in db.Accounts on role.AccountId equals account.Id
                          where role.TakenAt == null && role.DeputyFor == null && role.ScopeKind == ScopeKind.Unit && role.ScopeId == unit && account.ClosedAt == null && (withDemo || !account.IsDemo)
                          orderby account.LookupName
                          select new { account.Id, account.Name, role.Role }).ToListAsync(stop);
        return [.. rows.GroupBy(r => (r.Id, r.Name)).Select(g => new UnitAccount(g.Key.Id, g.Key.Name, g.SelectMany(r => _declared.Roles.GetValueOrDefault(r.Role)?.Verbs ?? new HashSet<string>()).ToHashSet()))];
    }
}

/// <summary>Roles that hold on a day.</summary>
internal static class HoldingRoles
{
    /// <summary>Those whose days, where they have any, include the day.</summary>
    public static IQueryable<AccountRole> HoldingOn(this IQueryable<AccountRole> roles, DateOnly on) => roles.Where(r => (r.From == null || r.From <= on) && (r.Until == null || r.Until >= on));
}
