using Gongbao.Notices.Sending;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Bench;

/// <summary>A gateway on loopback that takes every call and counts deliveries, each id once.</summary>
internal sealed class BenchGateway : BenchHook
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private TaskCompletionSource _done = new();
    private int _expected;
    private int _calls;

    /// <summary>Calls since the last <see cref="Expect"/>.</summary>
    public int Calls => _calls;

    /// <summary>Done when as many deliveries came as are expected.</summary>
    public Task Done => _done.Task;

    /// <summary>When the first of the expected calls came.</summary>
    public long FirstAt { get; private set; }

    public void Expect(int deliveries)
    {
        lock (_gate) (_expected, _calls, _done) = (deliveries, 0, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _seen.Clear();
    }

    protected override Task TakeAsync(WebhookSender.Call call, HttpResponse answer)
    {
        lock (_gate)
        {
            if (_calls++ == 0) FirstAt = System.Diagnostics.Stopwatch.GetTimestamp();
            foreach (var delivery in call.Deliveries) _seen.Add(delivery.Id);
            if (_seen.Count >= _expected) _done.TrySetResult();
        }
        return Task.CompletedTask;
    }
}
