using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Contracts.Notices;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Tests;

/// <summary>What the ledger says to the notices, in order; of a unit that was undone nothing is kept by the test either.</summary>
internal sealed class ToldNotices : IReceive<WatchBegun>, IReceive<WatchEnded>, IReceive<Tell>, IReceive<WatchesMoved>, IReceive<ReportMadePublic>, IReceive<DocumentPublished>
{
    public List<object> Facts { get; } = [];

    /// <summary>True: nothing can be told, as when the notices have a fault.</summary>
    public bool Fails { get; set; }

    /// <summary>True: the session on the database server ends in the midst of the unit, as when the server or the program is killed.</summary>
    public bool Dies { get; set; }

    public Task ReceiveAsync(WatchBegun fact, UnitOfWork unit, CancellationToken stop)
    {
        if (Fails) throw new InvalidOperationException("The notices fail.");
        if (Dies) unit.Db<LedgerDb>().Database.ExecuteSql($"select pg_terminate_backend(pg_backend_pid())");
        Facts.Add(fact);
        return Task.CompletedTask;
    }

    /// <summary>Called when days of watches are moved.</summary>
    public Action OnMoved { get; set; } = () => { };

    public Task ReceiveAsync(WatchesMoved fact, UnitOfWork unit, CancellationToken stop)
    {
        Facts.Add(fact);
        OnMoved();
        return Task.CompletedTask;
    }

    public Task ReceiveAsync(Tell fact, UnitOfWork unit, CancellationToken stop)
    {
        Facts.Add(fact);
        return Task.CompletedTask;
    }

    /// <summary>What the gazette said came into the library.</summary>
    public List<DocumentPublished> Published { get; } = [];

    public Task ReceiveAsync(DocumentPublished fact, UnitOfWork unit, CancellationToken stop)
    {
        Published.Add(fact);
        return Task.CompletedTask;
    }

    public Task ReceiveAsync(ReportMadePublic fact, UnitOfWork unit, CancellationToken stop)
    {
        Facts.Add(fact);
        return Task.CompletedTask;
    }

    public Task ReceiveAsync(WatchEnded fact, UnitOfWork unit, CancellationToken stop)
    {
        Facts.Add(fact);
        return Task.CompletedTask;
    }
}
