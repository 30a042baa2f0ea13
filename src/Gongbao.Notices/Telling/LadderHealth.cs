using System.Data.Common;
using Gongbao.Web.Formats;
using Gongbao.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Telling;

/// <summary>Whether the ladders are climbed in this process (登记情况): when all that was due was last worked through, what stopped it since, and what had to be left.</summary>
internal sealed class LadderHealth(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _since;
    private string? _cause;
    private int _left;

    /// <summary>Whether ladders are climbed here at all: a command does not.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate) return _since is not null;
        }
    }

    public void Begin()
    {
        lock (_gate) _since = time.GetUtcNow();
    }

    /// <param name="left">Watches that could not be climbed though the others were.</param>
    public void Done(int left)
    {
        lock (_gate) (_since, _cause, _left) = (_since is null ? null : time.GetUtcNow(), null, left);
    }

    public void Fail(Exception fault)
    {
        lock (_gate)
            _cause = fault switch { DbException or DbUpdateException or IOException => "数据库不能用", InvalidDataException => "声明或者配置不对", _ => "程序出错" };
    }

    /// <param name="watchdog">So long may nothing be worked through.</param>
    /// <returns>What must be looked at, whole sentences; null where all is well.</returns>
    public string? Say(TimeSpan watchdog)
    {
        lock (_gate)
        {
            if (_since is { } since && time.GetUtcNow() - since > watchdog)
                return $"提醒和逐级告知从 {ChineseFormat.Instant(since.InBeijing())} 起没有登记成功，已经超过 {(int)watchdog.TotalMinutes} 分钟{(_cause is null ? "" : "：" + _cause)}。请查看程序日志里编号 1601 的记录；改正以后会自动补上。";
            return _left > 0 ? $"有 {ChineseFormat.Number(_left)} 件告知事项登记出错，没有告知；别的照常。请查看程序日志里编号 1602 的记录；改正以后会自动补上。" : null;
        }
    }
}
