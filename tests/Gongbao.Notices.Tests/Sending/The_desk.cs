using Gongbao.Kernel.Results;
using Gongbao.Notices.Desk;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Sending;

public class The_desk_on_SQLite() : The_desk(StoreProvider.Sqlite);

public class The_desk_on_PostgreSQL() : The_desk(StoreProvider.Postgres);

public abstract class The_desk(StoreProvider provider) : NoticeTests(provider)
{
    /// <summary>Nobody listens there.</summary>
    protected override CityDeclarations? City { get; } = SampleCity.With("notices: { webhook: { url: 'http://127.0.0.1:9/hook', source: 试验 } }");

    private static readonly Platform.Access.Actor Office = ActorOf(Guid.CreateVersion7(), NoticesDesk.ReadVerb, NoticesDesk.ManageVerb);

    private ManageDeliveries Manage => Notices.Services.GetRequiredService<ManageDeliveries>();

    [Fact]
    public async Task Says_when_the_sender_is_silent_and_has_what_failed_tried_again()
    {
        await Notices.PersonAsync("texted", "liaison", "linjiang", mobile: "13800000001");
        await Notices.SayAsync(Owed("obligation:1", new(2023, 8, 31), "linjiang"));
        await Notices.MoveAsync(8, 1);
        Assert.Equal(1, await Notices.SendAsync(Channel.Webhook));
        Assert.Equal((1, 1, null), Short(await StateAsync()));
        Assert.Equal("没有发出", Short(await Notices.AskAsync<NoticesDesk, DeskView>(d => d.ReadAsync(DeskFilter.Failed, null, null, default))));
        Assert.Equal(0, await Notices.SendAsync(Channel.Webhook));
        Assert.Equal(1, Done(await Manage.RetryAsync(Office, default)));
        Assert.Equal(1, await Notices.SendAsync(Channel.Webhook));

        Notices.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("已经超过 15 分钟没有发出一条", (await StateAsync()).Silence, StringComparison.Ordinal);
        Assert.Equal("notices.not-allowed", Code(await Manage.RetryAsync(ActorOf(Guid.CreateVersion7()), default)));
    }

    [Fact]
    public async Task Notes_that_what_was_printed_was_handed_over()
    {
        await Notices.PersonAsync("neither", "liaison", "linjiang");
        await Notices.SayAsync(Owed("obligation:1", new(2023, 8, 31), "linjiang"), Owed("obligation:2", new(2023, 8, 31), "linjiang"));
        await Notices.MoveAsync(8, 31);
        var sheet = Assert.Single(await SheetsAsync());
        Assert.Equal(("neither", "清河市临江区人民政府", 2), (sheet.Recipient, sheet.Units, sheet.Messages.Count));
        Assert.Equal("notices.nothing-chosen", Code(await Manage.HandOverAsync(Office, [], default)));
        Assert.Equal(1, Done(await Manage.HandOverAsync(Office, [sheet.Delivery], default)));
        Assert.Equal("notices.not-to-print", Code(await Manage.HandOverAsync(Office, [sheet.Delivery], default)));
        Assert.Empty(await SheetsAsync());
    }

    [Fact]
    public async Task Contacts_are_sealed_and_shown_masked()
    {
        var id = await Notices.PersonAsync("somebody", "liaison", "linjiang", email: "zhang@city.example", mobile: "138-0000 0001");
        var shown = await Notices.AskAsync<AccountContacts, MaskedContacts>(c => c.ShownAsync(ActorOf(id), default));
        Assert.Equal(new MaskedContacts("z***@city.example", "138****0001"), shown);
        Assert.Equal("13800000001", (await Notices.AskAsync<AccountContacts, IReadOnlyDictionary<Guid, Contacts>>(c => c.OpenAsync([id], default)))[id].Mobile);
        foreach (var (email, mobile, code) in new[] { ("x", null, "access.email-wrong"), ("a@b.cn, c@d.cn", null, "access.email-wrong"), ((string?)null, (string?)"12345", "access.mobile-wrong") })
            Assert.Equal(code, Code(await Notices.AskAsync<AccountContacts, Result<bool>>(c => c.ChangeAsync(ActorOf(id), email, mobile, default))));
        Done(await Notices.AskAsync<AccountContacts, Result<bool>>(c => c.ChangeAsync(ActorOf(id), "", null, default)));
        Assert.Equal(new MaskedContacts(null, "138****0001"), await Notices.AskAsync<AccountContacts, MaskedContacts>(c => c.ShownAsync(ActorOf(id), default)));
    }

    private Task<SenderStateView> StateAsync() => Notices.AskAsync<SenderState, SenderStateView>(s => s.ReadAsync(default));

    private Task<IReadOnlyList<PrintedSheet>> SheetsAsync() => Notices.AskAsync<NoticesDesk, IReadOnlyList<PrintedSheet>>(d => d.SheetsAsync(default));

    private static (int, int, string?) Short(SenderStateView state) => (state.Waiting, state.Failed, state.Silence);

    private static string Short(DeskView view) => DeskWords.Outcome(Assert.Single(view.Messages)).Text[2..6];

    private static string Code<T>(Result<T> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : "";
}
