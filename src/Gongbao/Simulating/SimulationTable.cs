using System.Globalization;
using Gongbao.Contracts.Simulating;

namespace Gongbao.Simulating;

/// <summary>Prints what happened in a simulation (推演结果), one line a thing with its months, tab between.</summary>
internal static class SimulationTable
{
    public static void Write(IReadOnlyList<SimulatedCount> counts, IReadOnlyList<(string Code, int Count, string Reason)> refusals)
    {
        var months = counts.Select(c => c.Month).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var group in counts.GroupBy(c => c.Group))
        {
            var hasMonths = group.Any(c => c.Month is not null);
            Console.WriteLine($"\n【{group.Key}】" + (hasMonths ? "\t" + string.Join('\t', months) : "") + "\t合计");
            foreach (var line in group.GroupBy(c => c.Name).OrderBy(l => l.Key, StringComparer.Ordinal))
            {
                var byMonth = line.Where(c => c.Month is not null).ToDictionary(c => c.Month!, c => c.Count);
                var cells = hasMonths ? months.Select(m => byMonth.GetValueOrDefault(m)).Append(line.Sum(c => c.Count)) : [line.Sum(c => c.Count)];
                Console.WriteLine(line.Key + "\t" + string.Join('\t', cells.Select(c => c.ToString(CultureInfo.InvariantCulture))));
            }
        }
        if (refusals.Count > 0) Console.WriteLine("\n【没有办成】\t合计\t第一次的原因");
        foreach (var (code, count, reason) in refusals) Console.WriteLine($"{code}\t{count}\t{reason}");
        Console.WriteLine();
    }
}
