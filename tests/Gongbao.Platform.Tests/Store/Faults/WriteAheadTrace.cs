using System.Text.RegularExpressions;

namespace Gongbao.Platform.Tests.Store.Faults;

/// <summary>What a trace of system calls shows of the write-ahead log and of the answers printed.</summary>
/// <param name="Answers">Answers printed.</param>
/// <param name="AnswersBeforeSync">Answers printed while something written to the log was not yet known to be on the disk.</param>
/// <param name="BatchesAnswered">Times the log was written, synced and then answered.</param>
internal sealed partial record WriteAheadTrace(int Answers, int AnswersBeforeSync, int BatchesAnswered)
{
    public static WriteAheadTrace Read(IEnumerable<string> trace)
    {
        int answers = 0, early = 0, batches = 0;
        bool isDirty = false, hasNewBatch = false;
        var syncing = new HashSet<string>();
        foreach (var line in trace)
        {
            var thread = line[..line.IndexOf(' ')];
            if (Write().IsMatch(line))
            {
                isDirty = hasNewBatch = true;
            }
            else if (SyncBegun().IsMatch(line))
            {
                syncing.Add(thread);
            }
            else if (SyncDone().IsMatch(line) || (SyncResumed().IsMatch(line) && syncing.Remove(thread)))
            {
                isDirty = false;
            }
            else if (Answer().IsMatch(line))
            {
                answers++;
                if (isDirty) early++;
                else if (hasNewBatch) batches++;
                hasNewBatch = false;
            }
        }

        return new(answers, early, batches);
    }

    [GeneratedRegex(@" pwrite64\(\d+<[^>]*gongbao\.db-wal>")]
    private static partial Regex Write();

    [GeneratedRegex(@" f(data)?sync\(\d+<[^>]*gongbao\.db-wal> <unfinished")]
    private static partial Regex SyncBegun();

    [GeneratedRegex(@" f(data)?sync\(\d+<[^>]*gongbao\.db-wal>\) += 0")]
    private static partial Regex SyncDone();

    [GeneratedRegex(@"<\.\.\. f(data)?sync resumed>\) += 0")]
    private static partial Regex SyncResumed();

    [GeneratedRegex(@" write\(\d+<pipe:[^>]*>, ""\d+\\n""")]
    private static partial Regex Answer();
}
