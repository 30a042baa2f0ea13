using System.Text;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class A_sealed_value_on_SQLite() : A_sealed_value(StoreProvider.Sqlite);

public class A_sealed_value_on_PostgreSQL() : A_sealed_value(StoreProvider.Postgres);

[Law("个人信息保护法", "第五十一条")]
public abstract class A_sealed_value(StoreProvider provider) : IAsyncLifetime
{
    private const string Phone = "13800001234";

    private static readonly ProtectedField Field = new("case_applicant", "phone", FieldClass.Personal, MaskKind.Phone, IsSearchable: true);
    private static readonly ProtectedField Secret = new("case_applicant", "secret", FieldClass.Secret, MaskKind.Whole);
    private static readonly Guid Row = Guid.CreateVersion7();
    private static readonly FieldPlace Place = Field.In(Row);

    private TestAccess _access = null!;

    public async ValueTask InitializeAsync() => _access = await TestAccess.StartAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_access is not null) await _access.DisposeAsync();
    }

    [Fact]
    public async Task Opens_where_it_was_sealed()
    {
        var token = await SealAsync();

        Assert.Equal(Phone, await OpenAsync(Place, token));
        Assert.StartsWith("gb1.A256GCM.", token, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_masked_on_a_screen()
    {
        var token = await SealAsync();

        Assert.Equal("138****1234", await _access.InScopeAsync<Sealer, string>(s => s.MaskAsync(Place, token, default)));
    }

    [Fact]
    public async Task Does_not_open_in_another_row_field_or_table()
    {
        var token = await SealAsync();

        foreach (var place in (FieldPlace[])[Field.In(Guid.CreateVersion7()), (Field with { Field = "fax" }).In(Row), (Field with { Table = "other" }).In(Row)])
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(place, token));
    }

    [Fact]
    public async Task Does_not_open_when_changed()
    {
        var token = await SealAsync();

        for (var i = "gb1.A256GCM.".Length; i < token.Length; i++)
        {
            var changed = new StringBuilder(token) { [i] = token[i] == 'A' ? 'B' : 'A' }.ToString();
            if (IsSameToken(changed, token)) continue;      // the last character of base64 has bits that mean nothing
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(Place, changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("13800001234")]
    [InlineData("gb1.A256GCM")]
    [InlineData("gb2.A256GCM.00000000000000000000000000000000.AAAA")]
    public async Task Is_never_taken_for_plain_text(string token) => await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(Place, token));

    [Fact]
    public async Task Names_an_algorithm_that_must_be_known()
    {
        var token = (await SealAsync()).Replace("A256GCM", "ROT13", StringComparison.Ordinal);

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(Place, token));
    }

    [Fact]
    public async Task Does_not_open_with_the_data_key_of_another_subject()
    {
        var mine = await SealAsync("case:1");
        await SealAsync("case:2");
        await _access.WriteAsync(async (unit, stop) =>
        {
            var keys = await unit.Db<AccessDb>().DataKeys.OrderBy(k => k.Id).ToListAsync(stop);
            (keys[0].Wrapped, keys[1].Wrapped) = (keys[1].Wrapped, keys[0].Wrapped);
            return true;
        });

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(Place, mine));
    }

    [Fact]
    public async Task Shares_its_data_key_with_the_subject_only()
    {
        await SealAsync("case:1");
        await SealAsync("case:1");
        await SealAsync("case:2");

        Assert.Equal(2, await _access.ReadAsync(db => db.DataKeys.CountAsync()));
    }

    [Fact]
    public async Task Stays_readable_when_the_city_key_is_rotated()
    {
        var token = await SealAsync();

        Assert.Empty(_access.Get<KeyRotation>().AddKey().Refusals);
        var rotated = await _access.Get<KeyRotation>().FinishAsync(ActorId.System("test"), default);

        Assert.False(rotated.IsRefused(out _, out var count));
        Assert.Equal(1, count);
        Assert.Equal(["k2"], await _access.Get<KeyRotation>().InUseAsync(default));
        Assert.Equal(Phone, await OpenAsync(Place, token));
        Assert.Contains(await _access.JournalAsync(), e => e.Verb == "access.rotate-keys" && e.Subject == "city-key:k2" && e.Outcome == "done");
    }

    [Fact]
    public async Task Stays_readable_in_a_process_that_did_not_rotate()
    {
        var token = await SealAsync();
        await using var other = _access.Again();
        Assert.Equal(Phone, await OpenAsync(Place, token, other));

        Assert.Empty(_access.Get<KeyRotation>().AddKey().Refusals);
        await _access.Get<KeyRotation>().FinishAsync(ActorId.System("test"), default);

        Assert.Equal(Phone, await OpenAsync(Place, token, other));
    }

    [Fact]
    public async Task Keeps_the_program_from_starting_without_the_key()
    {
        await SealAsync();
        File.Delete(KeyFile.In(_access.Store.DataFolder));
        await using var restarted = _access.Again();

        Assert.True((await restarted.StartKeysAsync()).IsRefused(out var refusal, out _));
        Assert.Equal("access.keys-missing", refusal.Code);
    }

    [Fact, Law("个人信息保护法", "第四十七条")]
    public async Task Is_gone_when_its_subject_is_erased_and_no_other()
    {
        var mine = await SealAsync("case:1");
        var others = await SealAsync("case:2");
        var wrapped = (await _access.ReadAsync(db => db.DataKeys.SingleAsync(k => k.Subject == "case:1"))).Wrapped!;

        var erased = await _access.InScopeAsync<Erasure, Kernel.Results.Result<int>>(e => e.EraseAsync(Officer("access.erase"), "case:1", default, null, default));

        Assert.False(erased.IsRefused(out _, out var keys));
        Assert.Equal(1, keys);
        Assert.Equal("access.erased", (await RefusalAsync(Place, mine)).Code);
        Assert.Equal(Masks.Hidden, await _access.InScopeAsync<Sealer, string>(s => s.MaskAsync(Place, mine, default)));
        Assert.Equal(Phone, await OpenAsync(Place, others));
        Assert.All(await _access.ReadAsync(db => db.DataKeys.Where(k => k.Subject == "case:1").ToListAsync()), k => Assert.Null(k.Wrapped));
        Assert.DoesNotContain(await _access.ReadAsync(db => db.DataKeys.ToListAsync()), k => k.Wrapped is { } w && w.AsSpan().SequenceEqual(wrapped));
    }

    [Fact]
    public async Task Is_erased_by_whom_a_role_allows_it_only()
    {
        var token = await SealAsync();

        var result = await _access.InScopeAsync<Erasure, Kernel.Results.Result<int>>(e => e.EraseAsync(Officer("access.reveal"), "case:1", default, null, default));

        Assert.True(result.IsRefused(out var refusal, out _));
        Assert.Equal("access.not-allowed", refusal.Code);
        Assert.Equal(Phone, await OpenAsync(Place, token));
    }

    [Fact]
    public async Task Is_shown_whole_after_the_act_stands_in_the_journal()
    {
        var token = await SealAsync();

        var shown = await RevealAsync(new(Officer("access.reveal"), Place, token, "case:1", default, "checking", "当事人来电13800001234核对"));

        Assert.False(shown.IsRefused(out _, out var value));
        Assert.Equal(Phone, value);
        var entry = (await _access.JournalAsync())[^1];
        Assert.Equal(("access.reveal", $"case_applicant:{Row:N}#phone", "done"), (entry.Verb, entry.Subject, entry.Outcome));
        var record = await _access.ReadAsync(db => db.Reveals.SingleAsync());
        Assert.Equal("checking", record.Reason);
        Assert.DoesNotContain("来电", record.SealedNote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access.erase", "checking", "access.not-allowed")]
    [InlineData("access.reveal", "curiosity", "access.reason-needed")]
    public async Task Is_not_shown_without_a_role_or_a_reason_and_the_attempt_is_journalled(string verb, string reason, string code)
    {
        var token = await SealAsync();

        var shown = await RevealAsync(new(Officer(verb), Place, token, "case:1", default, reason));

        Assert.True(shown.IsRefused(out var refusal, out _));
        Assert.Equal(code, refusal.Code);
        Assert.Equal(("refused", code), ((await _access.JournalAsync())[^1].Outcome, (await _access.JournalAsync())[^1].Reason));
    }

    [Fact]
    public async Task Is_not_shown_beyond_the_reader_s_scope()
    {
        var token = await SealAsync();
        var reader = Officer("access.reveal", new(ScopeKind.Unit, "a"));

        Assert.False((await RevealAsync(new(reader, Place, token, "case:1", new(Unit: "a"), "audit"))).IsRefused(out _, out _));
        Assert.True((await RevealAsync(new(reader, Place, token, "case:1", new(Unit: "b"), "audit"))).IsRefused(out var refusal, out _));
        Assert.Equal("access.not-allowed", refusal.Code);
    }

    [Fact]
    public async Task That_is_a_secret_is_shown_to_nobody()
    {
        var place = Secret.In(Row);
        var token = await _access.WriteAsync((unit, stop) => unit.Get<Sealer>().SealAsync(unit, "case:1", place, "s", stop));

        Assert.True((await RevealAsync(new(Officer("access.reveal"), place, token, "case:1", default, "audit"))).IsRefused(out var refusal, out _));
        Assert.Equal("access.secret", refusal.Code);
    }

    [Fact]
    public async Task Is_found_by_its_blind_index()
    {
        var index = _access.Get<BlindIndex>();
        await Task.CompletedTask;

        Assert.Equal(index.Of(Field, Phone), index.Of(Field, " 138-0000-１２３４"));
        Assert.NotEqual(index.Of(Field, Phone), index.Of(Field, "13800001235"));
        Assert.NotEqual(index.Of(Field, Phone), index.Of(Field with { Field = "fax" }, Phone));
        Assert.Throws<ArgumentException>(() => index.Of(Secret, "s"));
    }

    [Fact]
    public async Task Leaves_no_trace_in_journal_or_log()
    {
        var token = await SealAsync();
        await RevealAsync(new(Officer("access.reveal"), Place, token, "case:1", default, "checking", Phone));
        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(Field.In("other"), token));

        var journal = System.Text.Json.JsonSerializer.Serialize(await _access.JournalAsync());
        Assert.Contains("access.reveal", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, _access.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_an_attachment()
    {
        var plain = Encoding.UTF8.GetBytes(Phone);
        using var box = new MemoryStream();
        await _access.WriteAsync(async (unit, stop) =>
        {
            await unit.Get<Sealer>().SealFileAsync(unit, "case:1", Place, new MemoryStream(plain), box, stop);
            return true;
        });

        using var opened = new MemoryStream();
        Assert.False((await OpenFileAsync(box, opened)).IsRefused(out _, out _));
        Assert.Equal(plain, opened.ToArray());

        await _access.InScopeAsync<Erasure, Kernel.Results.Result<int>>(e => e.EraseAsync(Officer("access.erase"), "case:1", default, null, default));
        Assert.True((await OpenFileAsync(box, Stream.Null)).IsRefused(out var refusal, out _));
        Assert.Equal("access.erased", refusal.Code);
    }

    [Fact]
    public async Task Can_be_a_stored_attachment_read_by_a_journalled_act()
    {
        var plain = Encoding.UTF8.GetBytes(new string('甲', 700_000));
        var kept = await _access.Writer.DoAsync<string>(TestAccess.Act, (unit, stop) =>
            SealedAttachments.KeepAsync(unit, "case:1", Place, new MemoryStream(plain), 10_000_000, stop), default);
        Assert.False(kept.IsRefused(out _, out var name));

        var read = await RevealFileAsync(new(Officer("access.reveal"), Place, name!, "case:1", default, "handling"));
        Assert.False(read.IsRefused(out _, out var opened));
        Assert.Equal(plain, opened!.ToArray());
        Assert.Equal("access.reveal", (await _access.JournalAsync())[^1].Verb);

        Assert.Equal("access.not-allowed", Assert.Single((await RevealFileAsync(new(Officer("access.erase"), Place, name!, "case:1", default, "handling"))).Refusals).Code);
        Assert.Equal("access.no-such-attachment", Assert.Single((await RevealFileAsync(new(Officer("access.reveal"), Place, "nothing", "case:1", default, "handling"))).Refusals).Code);
        await Assert.ThrowsAsync<SealBrokenException>(() => RevealFileAsync(new(Officer("access.reveal"), Field.In("other"), name!, "case:1", default, "handling")));
    }

    [Theory]
    [InlineData(0, "files.empty")]
    [InlineData(11, "files.too-large")]
    public async Task That_is_an_attachment_has_a_size(int length, string code)
    {
        var kept = await _access.Writer.DoAsync<string>(TestAccess.Act, (unit, stop) =>
            SealedAttachments.KeepAsync(unit, "case:1", Place, new MemoryStream(new byte[length]), 10, stop), default);

        Assert.Equal(code, Assert.Single(kept.Refusals).Code);
    }

    private Task<Kernel.Results.Result<MemoryStream>> RevealFileAsync(RevealRequest request) =>
        _access.InScopeAsync<Reveal, Kernel.Results.Result<MemoryStream>>(r => r.ReadFileAsync(request, default));

    private Task<Kernel.Results.Result<bool>> OpenFileAsync(MemoryStream box, Stream plain)
    {
        box.Position = 0;
        return _access.InScopeAsync<Sealer, Kernel.Results.Result<bool>>(s => s.OpenFileAsync(Place, box, plain, default));
    }

    private Task<string> SealAsync(string subject = "case:1") =>
        _access.WriteAsync((unit, stop) => unit.Get<Sealer>().SealAsync(unit, subject, Place, Phone, stop));

    private async Task<string> OpenAsync(FieldPlace place, string token, TestAccess? process = null)
    {
        var result = await (process ?? _access).InScopeAsync<Sealer, Kernel.Results.Result<string>>(s => s.OpenAsync(place, token, default));
        Assert.False(result.IsRefused(out _, out var value));
        return value!;
    }

    private async Task<Kernel.Results.Refusal> RefusalAsync(FieldPlace place, string token)
    {
        var result = await _access.InScopeAsync<Sealer, Kernel.Results.Result<string>>(s => s.OpenAsync(place, token, default));
        Assert.True(result.IsRefused(out var refusal, out _));
        return refusal;
    }

    private Task<Kernel.Results.Result<string>> RevealAsync(RevealRequest request) =>
        _access.InScopeAsync<Reveal, Kernel.Results.Result<string>>(r => r.ReadAsync(request, default));

    private static bool IsSameToken(string one, string other) =>
        SealedText.TryParse(one, out var a) && SealedText.TryParse(other, out var b) && a.DataKey == b.DataKey && a.Box.AsSpan().SequenceEqual(b.Box);

    private static Actor Officer(string verb, AccessScope? scope = null) =>
        new(Guid.CreateVersion7(), ActorKind.Account, "甲", [new("role", scope ?? AccessScope.City, new HashSet<string> { verb })]);
}
