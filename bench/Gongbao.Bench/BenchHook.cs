using System.Text.Json;
using Gongbao.Notices.Sending;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gongbao.Bench;

/// <summary>A gateway on loopback, to which calls of the webhook come.</summary>
internal abstract class BenchHook : IAsyncDisposable
{
    private readonly WebApplication _app;

    protected BenchHook()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/hook", async (HttpContext http) => await TakeAsync((await JsonSerializer.DeserializeAsync<WebhookSender.Call>(http.Request.Body, JsonFormat.Options))!, http.Response));
    }

    public Uri Address { get; private set; } = null!;

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Address = new(_app.Urls.Single() + "/hook");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Takes a call; it is answered when this ends, with 200 where nothing else is set.</summary>
    protected abstract Task TakeAsync(WebhookSender.Call call, HttpResponse answer);
}
