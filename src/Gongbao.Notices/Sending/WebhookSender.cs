using System.Text.Json;
using Gongbao.Notices.Inbox;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access.Signing;
using Gongbao.Web.Formats;

namespace Gongbao.Notices.Sending;

/// <summary>
/// Calls the gateway of text messages or work chat (短信或工作群网关). A call carries several recipients and is signed: HMAC-SHA-256 over timestamp, a
/// full stop and body. Deliveries and messages carry their ids, so that the other side can drop what it has already.
/// </summary>
internal sealed class WebhookSender(HttpClient http, ChannelSecrets secrets, AnswerLinks links, TimeProvider time) : ISender
{
    private const int LongestAnswer = 1_000_000;

    internal sealed record CalledMessage(string Id, string Subject, string? Text, string? Clause, string? Link);

    internal sealed record CalledDelivery(string Id, string Mobile, string? Answer, IReadOnlyList<CalledMessage> Messages);

    internal sealed record Call(DateTimeOffset SentAt, IReadOnlyList<CalledDelivery> Deliveries);

    /// <summary>What the other side will never deliver; without such an answer it took everything.</summary>
    internal sealed record CallAnswer(IReadOnlyList<RefusedDelivery>? Refused);

    internal sealed record RefusedDelivery(string? Id, string? Reason);

    public Channel Channel => Channel.Webhook;

    public int Most(NoticeRules rules) => rules.BatchRecipients;

    public bool IsReady(NoticeRules rules) => rules.Webhook is not null && secrets.Webhook is not null;

    public async Task<IReadOnlyList<Handed>> SendAsync(IReadOnlyList<Parcel> parcels, NoticeRules rules, CancellationToken stop)
    {
        var handed = parcels.Where(p => p.To?.Mobile is null).Select(p => new Handed(p.Id, DeliveryState.Refused, "没有填手机号码。")).ToList();
        var sent = parcels.Where(p => p.To?.Mobile is not null).ToList();
        if (sent.Count == 0) return handed;
        var refused = await CallAsync(sent, rules, stop);
        handed.AddRange(sent.Select(p => refused.TryGetValue(p.Id, out var reason) ? new Handed(p.Id, DeliveryState.Refused, reason) : new(p.Id, DeliveryState.HandedOver, null)));
        return handed;
    }

    private async Task<Dictionary<string, string>> CallAsync(IReadOnlyList<Parcel> parcels, NoticeRules rules, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(new Call(now, [.. parcels.Select(p => Of(p, rules))]), JsonFormat.Options);
        var timestamp = CallSignature.Timestamp(now);
        using var request = new HttpRequestMessage(HttpMethod.Post, rules.Webhook) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } } };
        request.Headers.Add(CallSignature.TimestampHeader, timestamp);
        request.Headers.Add(CallSignature.SignatureHeader, CallSignature.Sign(secrets.Webhook!, timestamp, body));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(rules.Wait);
        try
        {
            using var answer = await http.SendAsync(request, end.Token);
            if (!answer.IsSuccessStatusCode) throw new ChannelDownException($"网关答复 {(int)answer.StatusCode}。");
            return Refused(await answer.Content.ReadAsByteArrayAsync(end.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ChannelDownException(fault is OperationCanceledException ? "网关没有在规定时间内答复。" : $"网关连不上：{fault.Message}", fault);
        }
    }

    private CalledDelivery Of(Parcel parcel, NoticeRules rules) => new(
        parcel.Id, parcel.To!.Mobile!, links.Of(parcel.Id, rules),
        [.. parcel.Messages.Select(m => new CalledMessage(m.Id, m.Subject, m.Text, m.Clause, rules.Address is { } site ? site + m.Address : null))]);

    /// <summary>An answer in another form says nothing of refusals.</summary>
    private static Dictionary<string, string> Refused(byte[] answer)
    {
        if (answer.Length is 0 or > LongestAnswer) return [];
        try
        {
            var refused = JsonSerializer.Deserialize<CallAnswer>(answer, JsonFormat.Options)?.Refused ?? [];
            return refused.Where(r => r.Id is not null).DistinctBy(r => r.Id).ToDictionary(r => r.Id!, r => r.Reason is { Length: > 0 } why ? why[..Math.Min(why.Length, 200)] : "网关拒收。", StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
