using System.Text.Json;
using Gongbao.Notices.Sending;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongbao.Bench;

/// <summary>A gateway on loopback that takes every call and counts deliveries, each id once.</summary>
internal sealed class BenchGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TaskCompletionSource _done = new();
    private int _expected;
    private int _calls;

    public BenchGateway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/hook", TakeAsync);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Calls since the last <see cref="Expect"/>.</summary>
    public int Calls => _calls;

    /// <summary>Done when as many deliveries came as are expected.</summary>
    public Task Done => _done.Task;

    /// <summary>When the first of the expected calls came.</summary>
    public long FirstAt { get; private set; }

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Address = new(_app.Urls.Single() + "/hook");
    }

    public void Expect(int deliveries)
    {
        lock (_gate) (_expected, _calls, _done) = (deliveries, 0, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _seen.Clear();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var call = (await JsonSerializer.DeserializeAsync<WebhookSender.Call>(http.Request.Body, JsonFormat.Options))!;
        lock (_gate)
        {
            if (_calls++ == 0) FirstAt = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var delivery in call.Deliveries) _seen.Add(delivery.Id);
            if (_seen.Count >= _expected) _done.TrySetResult();
        }
    }
}
