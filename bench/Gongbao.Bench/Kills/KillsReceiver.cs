using Gongbao.Notices.Sending;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Bench.Kills;

/// <summary>The other side: a gateway on loopback that does as docs/notices.md tells gateways. It takes a delivery once by its id, drops repeats, and fails now and then.</summary>
internal sealed class KillsReceiver : BenchHook
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(7);
    private readonly HashSet<string> _deliveries = new(StringComparer.Ordinal);

    /// <summary>How often each message id came in a delivery that was not there before.</summary>
    public Dictionary<string, int> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a mobile number was told a subject, whatever the ids say.</summary>
    public Dictionary<(string Mobile, string Subject), int> Told { get; } = [];

    public int Deliveries => _deliveries.Count;

    /// <summary>Deliveries that came again under their id, and were dropped.</summary>
    public int Repeats { get; private set; }

    /// <summary>Called once, after the next call was taken and before it is answered; then forgotten.</summary>
    public Action? BeforeAnswer { get; set; }

    /// <summary>Whether some calls are answered with a failure.</summary>
    public bool IsFlaky { get; set; } = true;

    protected override async Task TakeAsync(WebhookSender.Call call, HttpResponse answer)
    {
        int wait;
        lock (_gate)
        {
            if (IsFlaky && _random.Next(8) == 0)
            {
                answer.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            foreach (var delivery in call.Deliveries) Take(delivery);
            wait = IsFlaky ? _random.Next(20) : 0;
            var before = BeforeAnswer;
            BeforeAnswer = null;
            before?.Invoke();
        }
        await Task.Delay(wait);
    }

    private void Take(WebhookSender.CalledDelivery delivery)
    {
        if (!_deliveries.Add(delivery.Id))
        {
            Repeats++;
            return;
        }
        foreach (var message in delivery.Messages)
        {
            Messages[message.Id] = Messages.GetValueOrDefault(message.Id) + 1;
            Told[(delivery.Mobile, message.Subject)] = Told.GetValueOrDefault((delivery.Mobile, message.Subject)) + 1;
        }
    }
}
