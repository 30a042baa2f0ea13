using System.Collections.Concurrent;

namespace Gongbao.Casework.Running;

/// <summary>
/// Cases as this process last saw them committed (在手的办件), so that an act need not read and fold what the act before it made, and whose turn it is: of acts on one case one is done
/// at a time. Another program may have gone on meanwhile; whoever relies on a case proves it by writing the next event, and what writes nothing is looked up again.
/// </summary>
/// <param name="most">About so many are kept; those longest not used go first.</param>
internal sealed class CasesInHand(int most = 20_000)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Turn> _turns = [];
    private ConcurrentDictionary<Guid, OpenCase> _young = new();
    private ConcurrentDictionary<Guid, OpenCase> _old = new();

    public OpenCase? Find(Guid id)
    {
        if (_young.TryGetValue(id, out var open)) return open;
        if (!_old.TryGetValue(id, out open)) return null;
        Keep(open);
        return open;
    }

    public void Keep(OpenCase open)
    {
        _young[open.Id] = open;
        if (_young.Count <= most / 2) return;
        lock (_gate)
            if (_young.Count > most / 2) (_old, _young) = (_young, new());
    }

    public void Forget(Guid id)
    {
        _young.TryRemove(id, out _);
        _old.TryRemove(id, out _);
    }

    /// <summary>Waits for the case's turn; disposed of, the next one has it.</summary>
    public async Task<IDisposable> TakeAsync(Guid id, CancellationToken stop)
    {
        Turn turn;
        lock (_gate)
        {
            if (!_turns.TryGetValue(id, out turn!)) _turns.Add(id, turn = new(this, id));
            turn.Waiting++;
        }
        try
        {
            await turn.Gate.WaitAsync(stop);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_gate)
            if (--turn.Waiting == 0)
            {
                _turns.Remove(turn.Id);
                turn.Gate.Dispose();
            }
    }

    private sealed class Turn(CasesInHand cases, Guid id) : IDisposable
    {
        public Guid Id => id;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Waiting { get; set; }

        public void Dispose()
        {
            Gate.Release();
            cases.Leave(this);
        }
    }
}
