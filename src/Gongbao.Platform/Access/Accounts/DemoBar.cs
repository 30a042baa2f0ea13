using System.Net;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Signs in the demo's made-up people without a password (演示登录). Exists in <c>demo</c> only, and there answers this machine alone,
/// whatever the program listens on.
/// </summary>
public sealed class DemoBar
{
    private readonly AccessDb _db;
    private readonly Writer _writer;
    private readonly AccessOptions _options;
    private readonly AccessDeclarations _declared;

    internal DemoBar(AccessDb db, Writer writer, AccessOptions options, AccessDeclarations declared) => (_db, _writer, _options, _declared) = (db, writer, options, declared);

    /// <summary>The demo's people by account name; empty outside the demo.</summary>
    public IReadOnlyList<(string Account, string Name)> People => _options.IsDemo ? [.. _declared.DemoPeople.Select(p => (p.Key, p.Value.Name))] : [];

    /// <returns>Refused: <c>access.not-demo</c>, <c>access.not-loopback</c>, <c>access.no-such-account</c>.</returns>
    public async Task<Result<bool>> SignInAsync(HttpContext http, string account, CancellationToken stop)
    {
        if (!_options.IsDemo) return new Refusal("access.not-demo", "只有演示模式才能不用口令登录。");
        if (http.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)) return new Refusal("access.not-loopback", "演示登录只供本机使用。");
        if (!_declared.DemoPeople.TryGetValue(account, out var person)) return AccessRefusals.NoSuchAccount;
        var made = await _writer.DoAsync<Guid>(new Act(ActorId.System("demo"), SignInDesk.Verb, $"demo:{account}"), async (unit, unitStop) =>
        {
            if ((await MakeAsync(unit, account, person, unitStop)).IsRefused(out var no, out var row)) return no;
            row.LastSignedInAt = unit.At;
            return row.Id;
        }, stop);
        if (made.IsRefused(out var refusal, out var id)) return refusal;
        await Session.OpenAsync(http, await _db.Accounts.SingleAsync(a => a.Id == id, stop), person.Name, SignInMethod.Demo);
        return true;
    }

    /// <summary>Makes the accounts of all the demo's people, so that they can be told things before they first sign in. Outside the demo it does nothing.</summary>
    /// <returns>How many there are. Refused: <c>access.name-taken</c>, and as the store's.</returns>
    public async Task<Result<int>> MakePeopleAsync(CancellationToken stop)
    {
        if (!_options.IsDemo) return 0;
        var names = _declared.DemoPeople.Keys.Select(Lookup).ToArray();
        if (await _db.Accounts.CountAsync(a => names.Contains(a.LookupName), stop) == names.Length) return names.Length;
        return await _writer.DoAsync<int>(new Act(ActorId.System("demo"), "access.create-account", "demo:people"), async (unit, unitStop) =>
        {
            foreach (var (account, person) in _declared.DemoPeople)
                if ((await MakeAsync(unit, account, person, unitStop)).IsRefused(out var no, out _)) return no;
            return names.Length;
        }, stop);
    }

    private static string Lookup(string account) => account.ToUpperInvariant();

    private static bool IsOf(AccountRole role, DemoPerson person) => role.Role == person.Role && role.ScopeKind == person.Scope.Kind && role.ScopeId == person.Scope.Id;

    private static async Task<Result<Account>> MakeAsync(UnitOfWork unit, string account, DemoPerson person, CancellationToken stop)
    {
        var db = unit.Db<AccessDb>();
        var lookup = Lookup(account);
        var row = await db.Accounts.FirstOrDefaultAsync(a => a.LookupName == lookup, stop);
        if (row is { IsDemo: false }) return AccountRefusals.NameTaken;
        if (row is null) db.Accounts.Add(row = new() { Id = Guid.CreateVersion7(unit.At), Name = account, LookupName = lookup, SecurityStamp = OneTimeSecret.Make(20), CreatedAt = unit.At, IsDemo = true });
        // A demo that is gone on with may have been started when the city declared this person otherwise.
        var held = await db.Roles.Where(r => r.AccountId == row.Id && r.TakenAt == null && r.DeputyFor == null).ToListAsync(stop);
        foreach (var other in held.Where(r => !IsOf(r, person))) other.TakenAt = unit.At;
        if (!held.Exists(r => IsOf(r, person)))
            db.Roles.Add(new() { Id = Guid.CreateVersion7(unit.At), AccountId = row.Id, Role = person.Role, ScopeKind = person.Scope.Kind, ScopeId = person.Scope.Id, GivenAt = unit.At });
        return row;
    }
}
