using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gongbao.Notices.Sending;
using Gongbao.Platform.Access.Signing;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongbao.Notices.Tests.Sending;

/// <summary>A gateway of text messages on a loopback port: checks each signature, keeps what it was given, and answers as the test says.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Gateway(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Calls that were answered with success, in order.</summary>
    public ConcurrentQueue<WebhookSender.Call> Taken { get; } = [];

    /// <summary>Calls that came, whatever they were answered.</summary>
    public int Calls;

    /// <summary>Status and body of the answer to the n-th call, from 1.</summary>
    public Func<int, WebhookSender.Call, (int Status, string Body)> Answer { get; set; } = (_, _) => (200, "");

    /// <summary>Message ids in the order in which they were taken, repeats of a delivery that was taken before left out.</summary>
    public IReadOnlyList<string> MessageIds => [.. Taken.SelectMany(c => c.Deliveries).DistinctBy(d => d.Id).SelectMany(d => d.Messages).Select(m => m.Id)];

    public static async Task<Gateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway._app.MapPost("/hook", gateway.TakeAsync);
        await gateway._app.StartAsync();
        gateway.Address = new(gateway._app.Urls.Single() + "/hook");
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var signature = CallSignature.Sign(Encoding.UTF8.GetBytes(TestNotices.Secret), http.Request.Headers[CallSignature.TimestampHeader].ToString(), body.ToArray());
        if (http.Request.Headers[CallSignature.SignatureHeader] != signature)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var call = JsonSerializer.Deserialize<WebhookSender.Call>(body.ToArray(), JsonFormat.Options)!;
        var (status, text) = Answer(Interlocked.Increment(ref Calls), call);
        if (status == 200) Taken.Enqueue(call);
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(text);
    }
}
