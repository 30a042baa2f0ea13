using System.Data.Common;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Rotates keys behind the page that asked for it, one rotation at a time. When the program stops it stops after the unit that runs; what is left
/// is finished when somebody asks for it.
/// </summary>
internal sealed partial class RotationRun(KeyRotation rotation, ILogger<RotationRun> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _running = Task.CompletedTask;

    public bool IsRunning
    {
        get
        {
            lock (_gate) return !_running.IsCompleted;
        }
    }

    /// <summary>What stopped the last run, a whole Chinese sentence; null where nothing did.</summary>
    public string? Fault { get; private set; }

    /// <param name="by">Who rotates.</param>
    /// <param name="withNewKey">False to finish under the newest key what an earlier run left.</param>
    /// <returns>Refused: <c>access.rotation-running</c>, <c>access.keys-unwritable</c>.</returns>
    public Result<bool> Start(ActorId by, bool withNewKey)
    {
        lock (_gate)
        {
            if (!_running.IsCompleted) return new Refusal("access.rotation-running", "轮换正在进行，请等它完成。");
            if (withNewKey && rotation.AddKey().IsRefused(out var refusal, out _)) return refusal;
            Fault = null;
            _running = Task.Run(() => FinishAsync(by), CancellationToken.None);
            return true;
        }
    }

    /// <summary>Done when nothing runs.</summary>
    public Task EndedAsync()
    {
        lock (_gate) return _running;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await EndedAsync();
    }

    public void Dispose() => _stop.Dispose();

    private async Task FinishAsync(ActorId by)
    {
        try
        {
            if ((await rotation.FinishAsync(by, _stop.Token)).IsRefused(out var refusal, out _)) Fault = refusal.Reason;
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
        catch (SealBrokenException broken)
        {
            Fault = "有一个数据密钥无法用密钥文件里的密钥打开，轮换停在那里，之前的都已完成。请核对密钥文件是否完整，必要时用 gongbao keys restore 恢复后继续。";
            LogStopped(broken);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or StoreFullException or IOException)
        {
            Fault = "写入数据库时出错，轮换没有做完，已完成的都有效。请检查数据库和磁盘空间后继续。";
            LogStopped(fault);
        }
    }

    [LoggerMessage(1203, LogLevel.Error, "The rotation of keys stopped before its end")]
    private partial void LogStopped(Exception fault);
}
