using System.Text.Json;
using Gongbao.Notices.Sending;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongbao.Bench.Kills;

/// <summary>The other side: a gateway on loopback that does as docs/notices.md tells gateways. It takes a delivery once by its id, drops repeats, and fails now and then.</summary>
internal sealed class KillsReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Random _random = new(7);
    private readonly HashSet<string> _deliveries = new(StringComparer.Ordinal);

    public KillsReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/hook", TakeAsync);
    }

    public Uri Address { get; private set; } = null!;

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

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Address = new(_app.Urls.Single() + "/hook");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var call = (await JsonSerializer.DeserializeAsync<WebhookSender.Call>(http.Request.Body, JsonFormat.Options))!;
        int wait;
        lock (_gate)
        {
            if (IsFlaky && _random.Next(8) == 0)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
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
