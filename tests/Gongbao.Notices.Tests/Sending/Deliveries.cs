using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Sending;

public class Deliveries_on_SQLite() : Deliveries(StoreProvider.Sqlite);

public class Deliveries_on_PostgreSQL() : Deliveries(StoreProvider.Postgres);

/// <summary>What leaves the house, with a real gateway and a real mail server on the other side.</summary>
public abstract class Deliveries(StoreProvider provider) : IAsyncLifetime
{
    private static readonly DateOnly Due = new(2023, 8, 31);

    private Gateway _gateway = null!;
    private MailServer _mail = null!;
    private TestNotices _notices = null!;

    public async ValueTask InitializeAsync()
    {
        (_gateway, _mail) = (await Gateway.StartAsync(), new());
        _notices = await CreateAsync(provider, City());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_notices is not null) await _notices.DisposeAsync();
        await _mail.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private CityDeclarations City(string more = "") => SampleCity.With($$"""
        notices:
          address: http://localhost:5117
          webhook: { url: '{{_gateway.Address}}', source: 试验 }
          email: { host: 127.0.0.1, port: {{_mail.Port}}, security: none, from: gongbao@city.example, source: 试验 }
          {{more}}
        """);

    private static string Mobile(int n) => $"138{n:D8}";

    [Fact]
    public async Task Go_by_mail_to_who_gave_an_address_else_by_the_gateway_else_on_paper()
    {
        var mailed = await _notices.PersonAsync("mailed", "liaison", "linjiang", email: "a@city.example", mobile: Mobile(1));
        var texted = await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: Mobile(2));
        var neither = await _notices.PersonAsync("neither", "liaison", "linjiang");
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await _notices.MoveAsync(8, 31);
        Assert.Equal((1, 1), (await _notices.SendAsync(Channel.Email), await _notices.SendAsync(Channel.Webhook)));

        var messages = (await _notices.MessagesAsync()).Where(m => m.Recipient is not null).ToDictionary(m => m.Recipient!.Value);
        var mail = Assert.Single(_mail.Taken);
        Assert.Equal(($"{messages[mailed].Id}@city.example", "今天到期：办好obligation:1"), (mail.MessageId, mail.Subject));
        Assert.Contains("http://localhost:5117/ledger/1", mail.TextBody, StringComparison.Ordinal);
        var call = Assert.Single(Assert.Single(_gateway.Taken).Deliveries);
        Assert.Equal((Mobile(2), messages[texted].Id), (call.Mobile, Assert.Single(call.Messages).Id));

        var deliveries = await _notices.DeliveriesAsync();
        Assert.Equal([(Channel.Email, DeliveryState.HandedOver, null)], deliveries.Where(d => d.Recipient == mailed).Select(d => (d.Channel, d.State, d.Fault)));
        Assert.Equal(
            [(Channel.Email, DeliveryState.PassedOver, "没有填电子邮箱。"), (Channel.Webhook, DeliveryState.HandedOver, null)],
            deliveries.Where(d => d.Recipient == texted).OrderBy(d => d.Channel).Select(d => (d.Channel, d.State, d.Fault)));
        Assert.Equal(
            [DeliveryState.PassedOver, DeliveryState.PassedOver, DeliveryState.Waiting], deliveries.Where(d => d.Recipient == neither).OrderBy(d => d.Channel).Select(d => d.State));
    }

    [Fact]
    public async Task Of_one_day_go_together_and_urgent_ones_alone()
    {
        await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: Mobile(1));
        await _notices.SayAsync([.. Enumerable.Range(0, 5).Select(i => Owed($"obligation:{i}", Due, "linjiang"))]);
        await _notices.MoveAsync(8, 24);
        await _notices.SayAsync(new Tell("x", "急", null, "/x", null, ["linjiang"], "ledger.report", null, true), new Tell("y", "不急", null, "/y", null, ["linjiang"], "ledger.report", null, false));
        await _notices.PassAsync();
        await _notices.SendAsync(Channel.Webhook);
        Assert.Equal([1, 1, 5], _gateway.Taken.SelectMany(c => c.Deliveries).Select(d => d.Messages.Count).Order());
    }

    [Fact]
    public async Task Wait_for_the_end_of_quiet_hours_unless_urgent()
    {
        await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: Mobile(1));
        await _notices.MoveAsync(5, 8, 23);
        await _notices.SayAsync(new Tell("x", "急", null, "/x", null, ["linjiang"], "ledger.report", null, true), new Tell("y", "不急", null, "/y", null, ["linjiang"], "ledger.report", null, false));
        Assert.Equal(Beijing.At(new(2023, 5, 9), new(8, 0)), await _notices.PassAsync());
        await _notices.SendAsync(Channel.Webhook);
        Assert.Equal(["急"], _gateway.Taken.SelectMany(c => c.Deliveries).SelectMany(d => d.Messages).Select(m => m.Subject));
        await _notices.MoveAsync(5, 9, 8);
        await _notices.SendAsync(Channel.Webhook);
        Assert.Equal(2, _gateway.MessageIds.Count);
    }

    [Fact]
    public async Task Are_kept_in_order_for_each_recipient_while_the_gateway_is_down_and_none_is_lost()
    {
        var people = new List<Guid>();
        for (var i = 0; i < 12; i++) people.Add(await _notices.PersonAsync($"person{i}", "liaison", "linjiang", mobile: Mobile(i)));
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        _gateway.Answer = (_, _) => (503, "");
        foreach (var (month, day) in ((int, int)[])[(8, 1), (8, 16), (8, 24), (8, 28), (8, 30), (8, 31)])
        {
            await _notices.MoveAsync(month, day);
            await _notices.SendAsync(Channel.Webhook);
            _notices.Time.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Empty(_gateway.Taken);
        Assert.All((await _notices.DeliveriesAsync()).Where(d => d.Channel is Channel.Webhook), d => Assert.Equal(DeliveryState.Waiting, d.State));

        _gateway.Answer = (n, _) => n % 3 == 0 ? (500, "") : (200, "");
        for (var i = 0; i < 60; i++)
        {
            await _notices.SendAsync(Channel.Webhook);
            _notices.Time.Advance(TimeSpan.FromMinutes(20));
        }
        var sent = (await _notices.MessagesAsync()).Where(m => m.Recipient is not null).ToDictionary(m => m.Id);
        Assert.Equal(72, sent.Count);
        Assert.Equal(sent.Keys.Order(), _gateway.MessageIds.Order());
        foreach (var person in people)
            Assert.Equal([-30, -15, -7, -3, -1, 0], _gateway.MessageIds.Where(m => sent[m].Recipient == person).Select(m => sent[m].Step));
        Assert.True(await _notices.ReadAsync(db => db.Attempts.AnyAsync(a => a.Fault == "网关答复 503。" && a.Outcome == DeliveryState.Waiting)));
    }

    /// <summary>The program dies after the gateway took a call and before it wrote so: the same delivery comes again with the same id, and nothing else does.</summary>
    [Fact]
    public async Task That_were_cut_short_are_repeated_under_their_ids()
    {
        for (var i = 0; i < 150; i++) await _notices.PersonAsync($"person{i}", "liaison", "linjiang", mobile: Mobile(i));
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await _notices.MoveAsync(8, 1);
        using var killed = new CancellationTokenSource();
        _gateway.Answer = (_, _) => { killed.Cancel(); return (200, ""); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _notices.Services.GetRequiredService<Outbox>().StepAsync(_notices.Services.GetRequiredService<WebhookSender>(), killed.Token));
        _gateway.Answer = (_, _) => (200, "");

        await using var again = await _notices.AgainAsync();
        await again.PassAsync();
        await again.SendAsync(Channel.Webhook);
        _notices.Time.Advance(TimeSpan.FromMinutes(5));
        await again.SendAsync(Channel.Webhook);
        var ids = (await _notices.MessagesAsync()).Where(m => m.Recipient is not null).Select(m => m.Id).Order().ToList();
        Assert.Equal(150, ids.Count);
        Assert.Equal(ids, _gateway.MessageIds.Order());
        Assert.All(_gateway.Taken, c => Assert.InRange(c.Deliveries.Count, 1, 100));
    }

    [Fact]
    public async Task Are_sent_once_by_two_hosts_that_run_together()
    {
        for (var i = 0; i < 120; i++) await _notices.PersonAsync($"person{i}", "liaison", "linjiang", mobile: Mobile(i));
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        _notices.Clock.MoveTo(Beijing.At(new(2023, 8, 1), new(9, 0)));
        await using var other = await _notices.AgainAsync();
        await Task.WhenAll(_notices.PassAsync(), other.PassAsync());
        await Task.WhenAll(_notices.SendAsync(Channel.Webhook), other.SendAsync(Channel.Webhook), _notices.SendAsync(Channel.Webhook));
        Assert.Equal(120, _gateway.Taken.SelectMany(c => c.Deliveries).Count());
        Assert.Equal((await _notices.MessagesAsync()).Select(m => m.Id).Order(), _gateway.MessageIds.Order());
    }

    [Fact]
    public async Task That_are_refused_for_good_go_by_the_next_channel()
    {
        await _notices.PersonAsync("both", "liaison", "linjiang", email: "gone@city.example", mobile: Mobile(1));
        _mail.Recipient = _ => "550 no such user";
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await _notices.MoveAsync(8, 1);
        Assert.Equal(1, await _notices.SendAsync(Channel.Email));
        await _notices.PassAsync();
        Assert.Equal(1, await _notices.SendAsync(Channel.Webhook));
        Assert.Empty(_mail.Taken);
        Assert.Single(_gateway.MessageIds);
        Assert.Equal("邮箱拒收：no such user", (await _notices.DeliveriesAsync()).Single(d => d.State is DeliveryState.Refused).Fault);
    }

    [Fact]
    public async Task By_mail_wait_while_the_server_is_down()
    {
        await _notices.PersonAsync("mailed", "liaison", "linjiang", email: "a@city.example");
        await _notices.SayAsync(Owed("obligation:1", Due, "linjiang"));
        await _notices.MoveAsync(8, 1);
        _mail.IsDown = true;
        Assert.Equal(1, await _notices.SendAsync(Channel.Email));
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await _notices.DeliveriesAsync()).State);
        Assert.Equal(0, await _notices.SendAsync(Channel.Email));
        _mail.IsDown = false;
        _notices.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await _notices.SendAsync(Channel.Email));
        Assert.Single(_mail.Taken);
    }

    [Fact]
    public async Task Are_answered_once_by_their_link_and_by_no_other()
    {
        await _notices.PersonAsync("texted", "liaison", "linjiang", mobile: Mobile(1));
        await _notices.SayAsync([.. Enumerable.Range(0, 3).Select(i => Owed($"obligation:{i}", Due, "linjiang"))]);
        await _notices.MoveAsync(8, 1);
        await _notices.SendAsync(Channel.Webhook);
        var link = Assert.Single(Assert.Single(_gateway.Taken).Deliveries).Answer!;
        Assert.StartsWith("http://localhost:5117/notices/answer/", link, StringComparison.Ordinal);
        var token = link[(link.LastIndexOf('/') + 1)..];

        foreach (var forged in new[] { token[..^2] + (token.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA"), "x", new string('a', 5_000) })
            Assert.Equal("notices.link-wrong", Code(await _notices.AskAsync<AnswerByLink, Kernel.Results.Result<int>>(a => a.HandleAsync(forged, default))));
        Assert.Equal(3, Done(await _notices.AskAsync<AnswerByLink, Kernel.Results.Result<int>>(a => a.CountAsync(token, default))));
        Assert.Equal(3, Done(await _notices.AskAsync<AnswerByLink, Kernel.Results.Result<int>>(a => a.HandleAsync(token, default))));
        Assert.Equal("notices.link-used", Code(await _notices.AskAsync<AnswerByLink, Kernel.Results.Result<int>>(a => a.HandleAsync(token, default))));
        Assert.All(await _notices.MessagesAsync(), m => Assert.NotNull(m.AcknowledgedAt));
    }

    private static string Code<T>(Kernel.Results.Result<T> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : "";
}
