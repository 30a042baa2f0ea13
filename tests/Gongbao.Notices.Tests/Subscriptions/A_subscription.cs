using System.Text.RegularExpressions;
using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Kernel.Results;
using Gongbao.Notices.Desk;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Notices.Tests.Sending;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Subscriptions;

public class A_subscription_on_SQLite() : A_subscription(StoreProvider.Sqlite);

public class A_subscription_on_PostgreSQL() : A_subscription(StoreProvider.Postgres);

public abstract partial class A_subscription(StoreProvider provider) : IAsyncLifetime
{
    private const string Reader = "reader@home.example";

    private readonly MailServer _mail = new();
    private TestNotices _notices = null!;

    public async ValueTask InitializeAsync() => _notices = await CreateAsync(provider, SampleCity.With($"notices: {{ address: 'http://localhost:5117', email: {{ host: 127.0.0.1, port: {_mail.Port}, security: none, from: gongbao@city.example, source: 试验 }} }}"));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _notices.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task Begins_when_the_owner_of_the_address_says_so_and_tells_of_what_is_followed_alone()
    {
        await FollowAsync("topic:housing");
        await _notices.SayAsync(new DocumentPublished("a", "关于住房的通知", ["清河市人民政府"], ["housing"]), new DocumentPublished("b", "关于交通的通知", ["清河市交通局"], ["transport"]));
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal("新文件：关于住房的通知", mail.Subject);
        Assert.Contains("http://localhost:5117/d/a", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_clause_tells_of_changes_of_it_or_of_the_whole_document_and_of_public_progress()
    {
        await FollowAsync("clause:a/art-3");
        await _notices.SayAsync(new DocumentChanged("a", "art-4", "办法"), new DocumentChanged("ab", null, "别的"));
        await _notices.SayAsync(new ReportMadePublic("a", "art-4", "别的任务", "/ledger/obligations/1", "water"));
        Assert.Empty(await MailsAsync());
        await _notices.SayAsync(new DocumentChanged("a", "art-3", "办法"), new DocumentChanged("a", null, "办法"));
        await _notices.SayAsync(new ReportMadePublic("a", "art-3", "修好这条路", "/ledger/obligations/2", "water"));
        var mail = Assert.Single(await MailsAsync());
        Assert.StartsWith("3 条提醒：", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("公开了新的进展：修好这条路", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, mail.TextBody!.Split("有修改或者效力变化：办法").Length - 1);
    }

    [Fact]
    public async Task Of_a_unit_tells_of_its_public_progress_whatever_the_clause()
    {
        await FollowAsync("unit:water");
        await _notices.SayAsync(new ReportMadePublic("a", "art-3", "别家的任务", "/ledger/obligations/1", "housing"));
        Assert.Empty(await MailsAsync());
        await _notices.SayAsync(new ReportMadePublic("a", null, "修好这段堤", "/ledger/obligations/2", "water"));
        Assert.Equal("公开了新的进展：修好这段堤", Assert.Single(await MailsAsync()).Subject);
    }

    [Fact]
    public async Task Of_a_document_tells_once_of_public_progress_on_any_of_its_clauses()
    {
        await FollowAsync("document:a");
        await FollowAsync("unit:water");
        await _notices.SayAsync(new ReportMadePublic("ab", null, "别的文件的任务", "/ledger/obligations/1", "housing"));
        Assert.Empty(await MailsAsync());
        await _notices.SayAsync(new ReportMadePublic("a", "art-3", "修好这条路", "/ledger/obligations/2", "water"));
        Assert.Equal("公开了新的进展：修好这条路", Assert.Single(await MailsAsync()).Subject);
    }

    [Fact]
    public async Task Hears_once_of_a_correction_and_of_a_clause_only_where_it_changed()
    {
        await FollowAsync("document:a");
        await _notices.SayAsync(new DocumentCorrected("a", ["art-3", "art-4"], "办法"), new DocumentCorrected("ab", [], "别的"));
        Assert.Equal("文字有更正：办法", Assert.Single(await MailsAsync()).Subject);
    }

    [Theory, InlineData("2", 1), InlineData("2.3", 1), InlineData("2.3.p1", 1), InlineData("2.30", 0), InlineData("3", 0)]
    public async Task Of_a_clause_hears_of_a_correction_where_it_changed(string place, int mails)
    {
        await FollowAsync("clause:a/" + place);
        await _notices.SayAsync(new DocumentCorrected("a", ["2.3.p1", "4"], "办法"));
        Assert.Equal(mails, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Answers_alike_whether_the_address_follows_already_and_asks_not_again_too_soon()
    {
        await FollowAsync("document:a");
        Assert.Equal("document:a", (await AskAsync("document:a")).Target);
        Assert.Empty(await MailsAsync());
        _notices.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("document:a", (await AskAsync("document:a")).Target);
        Assert.Equal("您已经订阅：document:a", Assert.Single(await MailsAsync()).Subject);
        Assert.Equal(1, await _notices.ReadAsync(db => db.Subscriptions.CountAsync()));
    }

    [Fact]
    public async Task Is_not_told_of_anything_before_it_is_confirmed_and_forgotten_when_it_never_is()
    {
        await AskAsync("document:a");
        await MailsAsync();
        await _notices.SayAsync(new DocumentChanged("a", null, "办法"));
        Assert.Empty(await MailsAsync());
        _notices.Time.Advance(TimeSpan.FromDays(6));
        await _notices.PassAsync();
        Assert.Equal(1, await _notices.ReadAsync(db => db.Subscriptions.CountAsync()));
        _notices.Time.Advance(TimeSpan.FromDays(2));
        await _notices.PassAsync();
        Assert.Equal(0, await _notices.ReadAsync(db => db.Subscriptions.CountAsync()));
        Assert.Equal("subscriptions.link-wrong", Code(await _notices.AskAsync<Subscribe, Result<string>>(s => s.ConfirmAsync("forged", default))));
    }

    [Fact]
    public async Task Ends_by_the_link_in_every_mail_and_its_address_is_destroyed()
    {
        var asked = await FollowAsync("document:a");
        var stored = await _notices.ReadAsync(db => db.Subscriptions.SingleAsync());
        Assert.DoesNotContain(Reader, stored.SealedEmail + stored.EmailMark, StringComparison.Ordinal);
        await _notices.SayAsync(new DocumentChanged("a", null, "办法"));
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("订阅人", (await _notices.AskAsync<NoticesDesk, DeskView>(d => d.ReadAsync(DeskFilter.All, null, null, default))).Messages[0].Recipient);

        var oneClick = mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        Assert.StartsWith("http://localhost:5117/subscriptions/one-click/", oneClick, StringComparison.Ordinal);
        Assert.True(Done(await _notices.AskAsync<Subscribe, Result<bool>>(s => s.EndAsync(oneClick[(oneClick.LastIndexOf('/') + 1)..], default))));
        Assert.True(Done(await _notices.AskAsync<Subscribe, Result<bool>>(s => s.EndAsync(Link(asked, "end"), default))));
        Assert.Equal(0, await _notices.ReadAsync(db => db.Subscriptions.CountAsync()));
        Assert.Equal(0, await _notices.ReadAsync(db => db.Database.SqlQuery<int>($"select count(*) as \"Value\" from access_data_key where subject = {stored.Subject} and wrapped is not null").SingleAsync()));
        await _notices.SayAsync(new DocumentChanged("a", null, "办法"));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Is_refused_for_what_is_not_there_and_for_what_is_no_address()
    {
        Assert.Equal("subscriptions.no-such-thing", Code(await _notices.AskAsync<Subscribe, Result<FollowedThing>>(s => s.AskAsync("document:missing", Reader, default))));
        Assert.Equal("subscriptions.email-wrong", Code(await _notices.AskAsync<Subscribe, Result<FollowedThing>>(s => s.AskAsync("document:a", "a@b.cn, c@d.cn", default))));
    }

    /// <summary>Asks, and confirms by the link in the mail.</summary>
    private async Task<MimeMessage> FollowAsync(string target)
    {
        await AskAsync(target);
        var asked = Assert.Single(await MailsAsync());
        Assert.Equal(Reader, asked.To.Mailboxes.Single().Address);
        Assert.Equal(target, Done(await _notices.AskAsync<Subscribe, Result<string>>(s => s.ConfirmAsync(Link(asked, "confirm"), default))));
        return asked;
    }

    private async Task<FollowedThing> AskAsync(string target) => Done(await _notices.AskAsync<Subscribe, Result<FollowedThing>>(s => s.AskAsync(target, Reader, default)));

    /// <summary>The mails that come now.</summary>
    private async Task<IReadOnlyList<MimeMessage>> MailsAsync()
    {
        var before = _mail.Taken.Count;
        await _notices.PassAsync();
        await _notices.SendAsync(Channel.Email);
        return [.. _mail.Taken.Skip(before)];
    }

    private static string Link(MimeMessage mail, string kind) => Links().Matches(mail.TextBody!).Single(m => m.Groups[1].Value == kind).Groups[2].Value;

    private static string Code<T>(Result<T> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : "";

    [GeneratedRegex("/subscriptions/(confirm|end)/([^\\s]+)")]
    private static partial Regex Links();
}
