using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Tests.Access;

public class Signing_in_on_SQLite() : Signing_in(StoreProvider.Sqlite);

public class Signing_in_on_PostgreSQL() : Signing_in(StoreProvider.Postgres);

[Law("GB/T 22239-2019", "8.1.4.1")]
public abstract class Signing_in(StoreProvider provider) : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null) await _site.DisposeAsync();
    }

    [Fact]
    public async Task Takes_name_and_password()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();

        Assert.Equal("302", await browser.GetAsync("/mine"));
        Assert.Equal("ok", await browser.SignInAsync(" ＺhuGuan ", TestSite.Password));
        Assert.Equal("周某某", await browser.GetAsync("/mine"));
    }

    [Fact]
    public async Task Answers_the_same_whatever_was_wrong()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();

        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("zhuguan", "wrong"));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("nobody", TestSite.Password));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("", ""));
    }

    [Fact]
    public async Task Is_locked_after_five_wrong_passwords_for_half_an_hour()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        for (var i = 0; i < 5; i++) await browser.SignInAsync("zhuguan", "wrong");

        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("zhuguan", TestSite.Password));
        _site.Access.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("zhuguan", TestSite.Password));
        _site.Access.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ok", await browser.SignInAsync("zhuguan", TestSite.Password));
    }

    [Fact]
    public async Task Counts_wrong_passwords_in_a_row_only()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await browser.SignInAsync("zhuguan", "wrong");
            Assert.Equal("ok", await browser.SignInAsync("zhuguan", TestSite.Password));
        }
    }

    [Fact]
    public async Task Is_not_judged_where_too_many_attempts_failed_lately_whether_there_is_such_an_account_or_not()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        var rule = TestAccess.Declared.SignInRate;
        foreach (var name in (string[])["zhuguan", "nobody"])
        {
            for (var i = 0; i < rule.PerAccount; i++) Assert.Equal("access.sign-in-refused", await browser.SignInAsync(name, "wrong"));
            Assert.Equal("429", await browser.SignInAsync(name, TestSite.Password));
            Assert.Equal("429", await browser.SignInAsync(name, TestSite.Password));
        }

        Assert.Equal(2, (await _site.Access.JournalAsync()).Count(e => e.Reason == "access.too-many-attempts"));
        _site.Access.Time.Advance(TimeSpan.FromMinutes(rule.Minutes));
        Assert.Equal("access.sign-in-refused", await browser.SignInAsync("nobody", "wrong"));
    }

    [Fact]
    public async Task Is_not_limited_while_passwords_are_right()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        for (var i = 0; i <= TestAccess.Declared.SignInRate.PerAccount; i++) Assert.Equal("ok", await browser.SignInAsync("zhuguan", TestSite.Password));
    }

    [Fact]
    public async Task Judges_no_more_than_five_passwords_however_many_come_at_once()
    {
        using var _ = await _site.WithAdministratorAsync();
        var judged = new CountingHasher();
        var account = await _site.InScopeAsync<AccessDb, Account>(db => db.Accounts.SingleAsync());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _site.InScopeAsync<Attempts, bool>(async attempts =>
        {
            if (!(await attempts.CountAsync(account.Id, default)).IsRefused(out var _, out var _)) judged.VerifyHashedPassword(account, "", "");
            return true;
        })));

        Assert.Equal(5, judged.Count);
    }

    [Fact]
    public async Task Is_journalled_with_its_outcome_and_without_names()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        await browser.SignInAsync("zhuguan", "wrong-password");
        await browser.SignInAsync("nobody-here", "wrong-password");
        await browser.SignInAsync("zhuguan", TestSite.Password);

        var journal = (await _site.Access.JournalAsync()).Where(e => e.Verb == "access.sign-in").ToList();
        Assert.Equal(["refused", "refused", "done"], journal.Select(e => e.Outcome));
        Assert.Equal("account:unknown", journal[1].Subject);
        var all = System.Text.Json.JsonSerializer.Serialize(await _site.Access.JournalAsync()) + _site.Access.Log.Text;
        foreach (var kept in (string[])["wrong-password", TestSite.Password, "nobody-here", "zhuguan", "周某某"])
            Assert.DoesNotContain(kept, all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sets_a_cookie_that_script_and_foreign_sites_cannot_use()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();

        var cookie = await browser.SetCookieAsync("/do/sign-in", ("name", "zhuguan"), ("password", TestSite.Password));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zhuguan", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ends_after_half_an_hour_without_a_request()
    {
        using var _ = await _site.WithAdministratorAsync();
        using var browser = _site.Open();
        await browser.SignInAsync("zhuguan", TestSite.Password);

        _site.Access.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("周某某", await browser.GetAsync("/mine"));
        _site.Access.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("周某某", await browser.GetAsync("/mine"));       // it was moved on
        _site.Access.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("302", await browser.GetAsync("/mine"));
    }

    [Fact]
    public async Task Ends_everywhere_at_once_when_asked()
    {
        using var _ = await _site.WithAdministratorAsync();
        using Browser one = _site.Open(), two = _site.Open(), copied = _site.Open();
        await one.SignInAsync("zhuguan", TestSite.Password);
        await two.SignInAsync("zhuguan", TestSite.Password);
        copied.TakeSessionOf(one);

        Assert.Equal("ok", await two.PostAsync("/do/everywhere"));

        foreach (var browser in (Browser[])[one, two, copied]) Assert.Equal("302", await browser.GetAsync("/mine"));
    }

    [Fact]
    [Law("GB/T 22239-2019", "8.1.4.1")]
    public async Task Takes_no_password_again_that_was_used_lately()
    {
        using var mine = await _site.WithAdministratorAsync();
        await mine.SignInAsync("zhuguan", TestSite.Password);
        var current = TestSite.Password;
        for (var n = 1; n <= TestAccess.Declared.Passwords.History; n++)
        {
            Assert.Equal("access.password-used", await mine.PostAsync("/do/change", ("current", current), ("next", current)));
            Assert.Equal("access.password-used", await mine.PostAsync("/do/change", ("current", current), ("next", n == 1 ? current : TestSite.Password)));
            Assert.Equal("ok", await mine.PostAsync("/do/change", ("current", current), ("next", current = $"Another+one-{n}6")));
            _site.Access.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("ok", await mine.PostAsync("/do/change", ("current", current), ("next", "The+last-one-77")));
        Assert.Equal("ok", await mine.PostAsync("/do/change", ("current", "The+last-one-77"), ("next", TestSite.Password)));
    }

    [Fact]
    public async Task Ends_in_other_sessions_when_the_password_is_changed()
    {
        using var _ = await _site.WithAdministratorAsync();
        using Browser mine = _site.Open(), others = _site.Open();
        await mine.SignInAsync("zhuguan", TestSite.Password);
        await others.SignInAsync("zhuguan", TestSite.Password);

        Assert.Equal("access.password-wrong", await mine.PostAsync("/do/change", ("current", "wrong"), ("next", "Another+one-26")));
        Assert.Equal("access.password-short,access.password-plain,access.password-common", await mine.PostAsync("/do/change", ("current", TestSite.Password), ("next", "1111111111")));
        Assert.Equal("ok", await mine.PostAsync("/do/change", ("current", TestSite.Password), ("next", "Another+one-26")));

        Assert.Equal("周某某", await mine.GetAsync("/mine"));
        Assert.Equal("302", await others.GetAsync("/mine"));
        Assert.Equal("access.sign-in-refused", await others.SignInAsync("zhuguan", TestSite.Password));
        Assert.Equal("ok", await others.SignInAsync("zhuguan", "Another+one-26"));
    }

    [Fact]
    public async Task Asks_for_the_second_factor_once_it_is_set_up()
    {
        using var mine = _site.Open();
        var (secret, _) = await SetUpSecondFactorAsync(mine);
        using var browser = _site.Open();

        Assert.Equal("code", await browser.SignInAsync("zhuguan", TestSite.Password));
        Assert.Equal("302", await browser.GetAsync("/mine"));
        Assert.Equal("access.code-wrong", await browser.PostAsync("/do/code", ("code", "000000")));
        _site.Access.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("ok", await browser.PostAsync("/do/code", ("code", CodeNow(secret))));
        Assert.Equal("周某某", await browser.GetAsync("/mine"));
    }

    [Fact]
    public async Task Refuses_a_code_that_was_used()
    {
        using var mine = _site.Open();
        var (secret, _) = await SetUpSecondFactorAsync(mine);
        using Browser one = _site.Open(), two = _site.Open();
        _site.Access.Time.Advance(TimeSpan.FromSeconds(60));
        var code = CodeNow(secret);
        await one.SignInAsync("zhuguan", TestSite.Password);
        await two.SignInAsync("zhuguan", TestSite.Password);

        Assert.Equal("ok", await one.PostAsync("/do/code", ("code", code)));
        Assert.Equal("access.code-wrong", await two.PostAsync("/do/code", ("code", code)));
    }

    [Fact]
    public async Task Takes_a_recovery_code_once()
    {
        using var mine = _site.Open();
        var (_, codes) = await SetUpSecondFactorAsync(mine);
        using Browser one = _site.Open(), two = _site.Open();
        await one.SignInAsync("zhuguan", TestSite.Password);
        await two.SignInAsync("zhuguan", TestSite.Password);

        Assert.Equal(10, codes.Length);
        Assert.Equal("ok", await one.PostAsync("/do/code", ("code", codes[3].ToUpperInvariant())));
        Assert.Equal("access.code-wrong", await two.PostAsync("/do/code", ("code", codes[3])));
        Assert.Equal("ok", await two.PostAsync("/do/code", ("code", codes[4])));
    }

    [Fact]
    public async Task Locks_on_wrong_codes_too()
    {
        using var mine = _site.Open();
        var (secret, _) = await SetUpSecondFactorAsync(mine);
        using var browser = _site.Open();
        await browser.SignInAsync("zhuguan", TestSite.Password);
        for (var i = 0; i < 4; i++) await browser.PostAsync("/do/code", ("code", "000000"));

        _site.Access.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("access.locked", await browser.PostAsync("/do/code", ("code", CodeNow(secret))));
    }

    [Fact]
    public async Task Gives_a_role_that_asks_for_the_second_factor_nothing_without_it()
    {
        using var mine = await _site.WithAdministratorAsync();
        await mine.SignInAsync("zhuguan", TestSite.Password);
        Assert.Equal("403", await mine.GetAsync("/accounts"));

        await SetUpSecondFactorAsync(mine, signIn: false);

        Assert.Equal("accounts", await mine.GetAsync("/accounts"));
    }

    [Fact]
    public async Task Keeps_the_second_factor_s_secret_sealed()
    {
        using var mine = _site.Open();
        var (secret, codes) = await SetUpSecondFactorAsync(mine);

        var account = await _site.InScopeAsync<AccessDb, Account>(db => db.Accounts.SingleAsync());
        var hashes = await _site.InScopeAsync<AccessDb, List<byte[]>>(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync());
        Assert.StartsWith("gb1.A256GCM.", account.SealedTotpSecret, StringComparison.Ordinal);
        Assert.StartsWith("gb1.A256GCM.", account.SealedDisplayName, StringComparison.Ordinal);
        Assert.Equal(codes.Length, hashes.Count);
        var all = System.Text.Json.JsonSerializer.Serialize(await _site.Access.JournalAsync()) + _site.Access.Log.Text;
        Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(codes[0], all, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(string Secret, string[] Codes)> SetUpSecondFactorAsync(Browser mine, bool signIn = true)
    {
        if (signIn)
        {
            using var _ = await _site.WithAdministratorAsync();
            await mine.SignInAsync("zhuguan", TestSite.Password);
        }

        var offer = (await mine.PostAsync("/do/offer")).Split('|');
        Assert.Equal("access.code-wrong", await mine.PostAsync("/do/second-factor", ("token", offer[1]), ("code", "12345"), ("password", TestSite.Password)));
        Assert.Equal("access.offer-spent", await mine.PostAsync("/do/second-factor", ("token", "x"), ("code", CodeNow(offer[0])), ("password", TestSite.Password)));
        Assert.Equal("access.password-wrong", await mine.PostAsync("/do/second-factor", ("token", offer[1]), ("code", CodeNow(offer[0])), ("password", "wrong")));
        var done = await mine.PostAsync("/do/second-factor", ("token", offer[1]), ("code", CodeNow(offer[0])), ("password", TestSite.Password));
        Assert.StartsWith("ok:", done, StringComparison.Ordinal);
        return (offer[0], done[3..].Split('|'));
    }

    private string CodeNow(string secret) => Totp.CodeAt(Totp.StepAt(_site.Access.Time.GetUtcNow()), FromBase32(secret));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private int _count;

        public int Count => _count;

        public string HashPassword(Account user, string password) => "";

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return PasswordVerificationResult.Failed;
        }
    }
}
