using System.Diagnostics;
using System.Globalization;

namespace Gongbao.Bench.Search;

/// <summary>Users in an open loop: each asks at its own fixed times, whether or not the one before was answered. Times count from when the question was due.</summary>
internal static class SearchBenchLoad
{
    public static async Task<List<(string Class, double Milliseconds, int Bytes)>> RunAsync(
        Uri address, int users, TimeSpan each, TimeSpan length, Func<(string Class, string Path)> next)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 200 }) { BaseAddress = address };
        var count = (int)(users * length / each);
        var step = each / users;
        var asked = new List<Task<(string, double, int)>>(count);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = step * i;
            var (kind, path) = next();
            if (due - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } wait) await Task.Delay(wait);
            asked.Add(Task.Run(async () =>
            {
                using var answer = await client.GetAsync(path);
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                if ((int)answer.StatusCode >= 400) throw new InvalidOperationException($"{path}: {answer.StatusCode}");
                return (kind, (Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds, bytes.Length);
            }));
        }
        return [.. await Task.WhenAll(asked)];
    }

    public static string Line(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        if (sorted.Count == 0) return "–";
        return string.Create(CultureInfo.InvariantCulture, $"{At(sorted, 0.5),8:0.0} {At(sorted, 0.95),8:0.0} {At(sorted, 0.99),8:0.0} {sorted[^1],8:0.0}  ({sorted.Count})");
    }

    public static double At(List<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * share) - 1, 0, sorted.Count - 1)];
}
