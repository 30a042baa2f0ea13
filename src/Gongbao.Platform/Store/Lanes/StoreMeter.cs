using System.Diagnostics.Metrics;

namespace Gongbao.Platform.Store.Lanes;

/// <summary>What the writer's lanes measure of themselves.</summary>
internal static class StoreMeter
{
    private static readonly Meter Meter = new("Gongbao.Platform.Store");

    private static readonly Counter<long> Units =
        Meter.CreateCounter<long>("gongbao.store.units", "{unit}", "Units of work answered, by how they ended");

    private static readonly Histogram<int> BatchUnits =
        Meter.CreateHistogram<int>("gongbao.store.batch", "{unit}", "Units in one commit");

    private static readonly Histogram<double> CommitTime =
        Meter.CreateHistogram<double>("gongbao.store.commit.duration", "s", "Time a commit takes to be on the disk");

    public static void Ended(JobEnd end)
    {
        if (Units.Enabled) Units.Add(1, new KeyValuePair<string, object?>("outcome", end.ToString()));
    }

    public static void Committed(int units, TimeSpan took)
    {
        BatchUnits.Record(units);
        CommitTime.Record(took.TotalSeconds);
    }
}
