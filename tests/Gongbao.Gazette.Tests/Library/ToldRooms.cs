using Gongbao.Contracts.Gazette;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>Another room that hears what came in and what changed, in order.</summary>
internal sealed class ToldRooms : IReceive<DocumentPublished>, IReceive<DocumentChanged>, IReceive<DocumentCorrected>
{
    public List<object> Facts { get; } = [];

    public Task ReceiveAsync(DocumentPublished fact, UnitOfWork unit, CancellationToken stop) => Hear(fact);

    public Task ReceiveAsync(DocumentChanged fact, UnitOfWork unit, CancellationToken stop) => Hear(fact);

    public Task ReceiveAsync(DocumentCorrected fact, UnitOfWork unit, CancellationToken stop) => Hear(fact);

    private Task Hear(object fact)
    {
        Facts.Add(fact);
        return Task.CompletedTask;
    }
}
