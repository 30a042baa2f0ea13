using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Reprojection;

/// <summary>How far a run has come (进度).</summary>
internal static class ReprojectionProgress
{
    /// <summary>Gives the run that is still at work, where it is among some, the chunks it has done and the days it has moved until now.</summary>
    public static async Task ShowProgressAsync(this LedgerDb db, IEnumerable<StoredReprojection> runs, CancellationToken stop)
    {
        foreach (var run in runs.Where(r => r.EndedAt is null))
        {
            var done = await db.ReprojectionChunks.Where(c => c.RunId == run.Id && c.Moved != null).Select(c => c.Moved!.Value).ToListAsync(stop);
            (run.Chunks, run.Moved) = (done.Count, done.Sum());
        }
    }
}
