using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class A_rotation_of_keys_on_SQLite() : A_rotation_of_keys(StoreProvider.Sqlite);

public class A_rotation_of_keys_on_PostgreSQL() : A_rotation_of_keys(StoreProvider.Postgres);

public abstract class A_rotation_of_keys(StoreProvider provider) : IAsyncLifetime
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), ActorKind.Account, "试验", [new("administrator", AccessScope.City, new HashSet<string> { KeyDesk.Verb })]);
    private static readonly Actor Nobody = new(Guid.CreateVersion7(), ActorKind.Account, "别人", []);

    private TestAccess _access = null!;

    public async ValueTask InitializeAsync() => _access = await TestAccess.StartAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_access is not null) await _access.DisposeAsync();
    }

    [Fact]
    public async Task Wraps_every_data_key_anew_in_units_of_some_hundred()
    {
        await AddDataKeysAsync(KeyRotation.KeysAUnit + 1);

        Assert.Empty((await RotateAsync("k1")).Refusals);
        await _access.Get<RotationRun>().EndedAsync();

        var state = await StateAsync();
        Assert.Equal(("k2", KeyRotation.KeysAUnit + 1, 0, null), (state.Newest, state.Done, state.Waiting, state.Fault));
        Assert.Equal(2, (await JournalAsync()).Count(e => e == (Administrator.ActorId.Value, "city-key:k2", "done")));
    }

    [Fact]
    public async Task Is_finished_later_where_it_was_stopped()
    {
        await AddDataKeysAsync(3);
        Assert.Empty(_access.Get<KeyRotation>().AddKey().Refusals);       // and the program ended here
        Assert.Equal(3, (await StateAsync()).Waiting);
        Assert.Equal("access.rotation-unfinished", (await RotateAsync("k2")).Refusals.Single().Code);

        Assert.Empty((await _access.InScopeAsync<KeyDesk, Result<bool>>(desk => desk.ResumeAsync(Administrator, default))).Refusals);
        await _access.Get<RotationRun>().EndedAsync();

        var state = await StateAsync();
        Assert.Equal((2, 3, 0), (state.Keys.Count, state.Done, state.Waiting));
    }

    [Fact]
    public async Task Happens_once_when_the_form_is_sent_twice()
    {
        Assert.Empty((await RotateAsync("k1")).Refusals);
        Assert.Equal("access.keys-changed", (await RotateAsync("k1")).Refusals.Single().Code);

        await _access.Get<RotationRun>().EndedAsync();
        Assert.Equal(2, (await StateAsync()).Keys.Count);
    }

    [Fact]
    public async Task Is_refused_to_whoever_may_not_and_that_is_journalled()
    {
        Assert.Equal("access.not-allowed", (await RotateAsync("k1", Nobody)).Refusals.Single().Code);
        Assert.Equal("access.not-allowed", (await _access.InScopeAsync<KeyDesk, Result<bool>>(desk => desk.ResumeAsync(Nobody, default))).Refusals.Single().Code);

        Assert.Single((await StateAsync()).Keys);
        Assert.Equal(2, (await JournalAsync()).Count(e => e == (Nobody.ActorId.Value, "city-keys", "refused")));
    }

    [Fact]
    public async Task Is_seen_by_a_process_that_did_not_rotate_and_finished_by_it()
    {
        await AddDataKeysAsync(2);
        await using var other = _access.Again();
        Assert.Equal("k1", (await StateAsync(other)).Newest);
        Assert.Empty((await RotateAsync("k1")).Refusals);
        await _access.Get<RotationRun>().EndedAsync();

        Assert.Empty((await other.Get<KeyRotation>().FinishAsync(ActorId.System("test"), default)).Refusals);

        Assert.Equal(("k2", 0), ((await StateAsync(other)).Newest, (await StateAsync(other)).Waiting));
    }

    [Fact]
    public async Task Says_where_a_data_key_does_not_open_and_keeps_the_rest()
    {
        await AddDataKeysAsync(1);
        await _access.WriteAsync((unit, stop) => unit.Db<AccessDb>().DataKeys.ExecuteUpdateAsync(k => k.SetProperty(x => x.Subject, "case:another"), stop));

        Assert.Empty((await RotateAsync("k1")).Refusals);
        await _access.Get<RotationRun>().EndedAsync();

        var state = await StateAsync();
        Assert.Equal(1, state.Waiting);
        Assert.Contains("无法用密钥文件里的密钥打开", state.Fault, StringComparison.Ordinal);
    }

    [Fact]
    [Law("《中华人民共和国个人信息保护法》", "第四十七条")]
    public async Task Does_not_bring_back_a_data_key_that_is_destroyed_meanwhile()
    {
        await AddDataKeysAsync(1);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _access.WriteAsync(async (unit, stop) =>
        {
            var keys = unit.Db<AccessDb>().DataKeys;
            var read = await keys.SingleAsync(stop);
            await keys.ExecuteUpdateAsync(k => k.SetProperty(x => x.Wrapped, (byte[]?)null).SetProperty(x => x.ErasedAt, unit.At), stop);
            read.CityKey = "k2";        // as the rotation would, of what it read before
            return true;
        }));
    }

    private Task<Result<bool>> RotateAsync(string seen, Actor? by = null) => _access.InScopeAsync<KeyDesk, Result<bool>>(desk => desk.RotateAsync(by ?? Administrator, seen, default));

    private Task<KeyState> StateAsync(TestAccess? process = null) => (process ?? _access).InScopeAsync<KeyDesk, KeyState>(desk => desk.StateAsync(default));

    private async Task<List<(string, string, string)>> JournalAsync() =>
        [.. (await _access.JournalAsync()).Where(e => e.Verb == KeyDesk.Verb).Select(e => (e.Actor, e.Subject, e.Outcome))];

    private Task<bool> AddDataKeysAsync(int count) => _access.WriteAsync((unit, _) =>
    {
        var ring = _access.Get<CityKeys>().Ring;
        for (var n = 0; n < count; n++)
        {
            var (id, subject) = (Guid.CreateVersion7(), $"case:{n}");
            unit.Db<AccessDb>().DataKeys.Add(new()
            {
                Id = id,
                Subject = subject,
                Algorithm = SealAlgorithm.Current.Name,
                CityKey = ring.Newest.Id,
                Wrapped = ring.Wrap(new byte[SealAlgorithm.KeyBytes], id, subject),
                MadeAt = unit.At,
            });
        }

        return Task.FromResult(true);
    });
}
