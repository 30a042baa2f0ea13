namespace Gongbao.Platform.Store;

/// <summary>
/// Handles a fact in the sender's unit of work: it only writes rows, awaits nothing but the store, and is listed by the
/// host with <c>AddReceiver</c>. A fault here fails the whole unit.
/// </summary>
/// <typeparam name="TFact">A record of <c>Gongbao.Contracts</c>, named as something that happened.</typeparam>
public interface IReceive<in TFact> where TFact : notnull
{
    Task ReceiveAsync(TFact fact, UnitOfWork unit, CancellationToken stop);
}
