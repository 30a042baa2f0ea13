using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Tests.Access;

public sealed class Standing_in_for_somebody_on_SQLite() : Standing_in_for_somebody(StoreProvider.Sqlite);

public sealed class Standing_in_for_somebody_on_PostgreSQL() : Standing_in_for_somebody(StoreProvider.Postgres);

public abstract class Standing_in_for_somebody(StoreProvider provider) : IAsyncLifetime
{
    private const string Verb = "ledger.report";
    private static readonly DateOnly First = new(2026, 3, 9);
    private static readonly DateOnly Last = new(2026, 3, 13);
    private TestAccess _access = null!;
    private Guid _liaison, _head, _stranger;

    public async ValueTask InitializeAsync()
    {
        _access = await TestAccess.StartAsync(provider); // 2 March 2026
        (_liaison, _head, _stranger) = (await PersonAsync("lianluo", "liaison", "water"), await PersonAsync("fuzeren", "unit-head", "water"), await PersonAsync("waidanwei", "liaison", "housing"));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_access is not null) await _access.DisposeAsync();
    }

    [Fact]
    public async Task Gives_what_the_absent_may_on_those_days_and_ends_by_itself()
    {
        Assert.False((await AppointAsync(_liaison, _head, First, Last)).IsRefused(out _, out _));
        foreach (var (day, holds) in new[] { (First.AddDays(-1), false), (First, true), (Last, true), (Last.AddDays(1), false) })
        {
            Move(day);
            var grants = await _access.InScopeAsync<StoredActors, IReadOnlyList<Grant>>(a => _access.InScopeAsync<AccessDb, IReadOnlyList<Grant>>(db => a.GrantsAsync(db, _head, CancellationToken.None)));
            var actor = new Actor(_head, ActorKind.Account, "负责人", grants);
            Assert.Equal(holds, actor.May(Verb, new(Unit: "water")));
            Assert.False(actor.May(Verb, new(Unit: "housing")));
            Assert.Equal(holds ? new ActorId($"account:{_liaison:N}") : null, actor.StandsInFor(Verb, new(Unit: "water")));
            // Notices go to the deputy too, and to the absent as before.
            var holders = await _access.InScopeAsync<VerbHolders, HolderSet>(h => h.OfAsync(Verb, ["water"], CancellationToken.None));
            Assert.Equal(holds, holders.NearestTo("water").Contains(_head));
            Assert.Contains(_liaison, holders.NearestTo("water"));
        }
    }

    [Fact]
    public async Task Is_ended_early_and_stands_in_the_journal()
    {
        Assert.False((await AppointAsync(_liaison, _head, First, Last)).IsRefused(out _, out var id));
        Assert.Equal(("lianluo", "fuzeren"), Assert.Single(await ListAsync()) is var one ? (one.AbsentName, one.DeputyName) : default);
        Move(First);
        Assert.Equal("access.no-such-deputy", Code(await EndAsync("housing", id)));
        Assert.False((await EndAsync("water", id)).IsRefused(out _, out var deputy));
        Assert.Equal(_head, deputy);
        Assert.Empty(await ListAsync());
        Assert.Equal("access.no-such-deputy", Code(await EndAsync("water", id)));
        var journal = await _access.JournalAsync();
        Assert.Contains(journal, e => e.Verb == "access.give-role" && e.OnBehalfOf == $"account:{_liaison:N}" && e.Subject == $"account:{_head:N}");
        Assert.Contains(journal, e => e.Verb == "access.take-role" && e.Subject == $"account:{_head:N}");
    }

    [Fact]
    public async Task Is_refused_where_it_makes_no_sense()
    {
        Assert.Equal("access.deputy-days", Code(await AppointAsync(_liaison, _head, Last, First)));
        Assert.Equal("access.deputy-days", Code(await AppointAsync(_liaison, _head, new(2026, 2, 1), new(2026, 3, 1))));
        Assert.Equal("access.deputy-self", Code(await AppointAsync(_liaison, _liaison, First, Last)));
        Assert.Equal("access.deputy-not-of-unit", Code(await AppointAsync(_liaison, _stranger, First, Last)));
        Assert.Equal("access.nothing-to-stand-in-for", Code(await AppointAsync(_head, _liaison, First, Last)));
        var second = await PersonAsync("lianluo2", "liaison", "water");
        Assert.Equal("access.deputy-not-needed", Code(await AppointAsync(_liaison, second, First, Last)));
        Assert.False((await AppointAsync(_liaison, _head, First, Last)).IsRefused(out _, out _));
        Assert.Equal("access.deputy-twice", Code(await AppointAsync(_liaison, _head, Last, Last.AddDays(5))));
        // What was given for some days is none of the account's own: it is not handed on.
        Move(First);
        Assert.Equal("access.nothing-to-stand-in-for", Code(await AppointAsync(_head, second, First, Last)));
    }

    private void Move(DateOnly day) => _access.Get<CityClock>().RestoreSeed(day.StartsAt().AddHours(9));

    private Task<IReadOnlyList<Deputyship>> ListAsync() => _access.InScopeAsync<Deputies, IReadOnlyList<Deputyship>>(d => d.OfAsync("water", First, CancellationToken.None));

    private Task<Result<Guid>> AppointAsync(Guid absent, Guid deputy, DateOnly first, DateOnly last) =>
        _access.Writer.DoAsync<Guid>(TestAccess.Act, (unit, stop) => unit.Get<Deputies>().AppointAsync(unit, Verb, new(default, "water", absent, "", deputy, "", first, last), stop), CancellationToken.None);

    private Task<Result<Guid>> EndAsync(string of, Guid id) => _access.Writer.DoAsync<Guid>(TestAccess.Act, (unit, stop) => Deputies.EndAsync(unit, of, id, stop), CancellationToken.None);

    private async Task<Guid> PersonAsync(string name, string role, string unit)
    {
        var administrator = new Actor(Guid.CreateVersion7(), ActorKind.Account, "管理员", [new("administrator", AccessScope.City, TestAccess.Declared.Roles["administrator"].Verbs)]);
        Assert.False((await _access.InScopeAsync<AccountAdministration, Result<NewLink>>(a => a.CreateAsync(administrator, name, null, default))).IsRefused(out _, out _));
        var id = await _access.ReadAsync(db => Task.FromResult(db.Accounts.Single(a => a.Name == name).Id));
        Assert.False((await _access.InScopeAsync<AccountAdministration, Result<bool>>(a => a.GiveRoleAsync(administrator, id, role, new(ScopeKind.Unit, unit), default))).IsRefused(out _, out _));
        return id;
    }

    private static string Code<T>(Result<T> result) => Assert.Single(result.Refusals).Code;
}
