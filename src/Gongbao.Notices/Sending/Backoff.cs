using System.Security.Cryptography;
using Gongbao.Notices.Ladders;

namespace Gongbao.Notices.Sending;

/// <summary>How long to wait after failures in a row (退避): twice as long each time up to the declared most, less a random part so that many do not come back at once.</summary>
internal static class Backoff
{
    private const int Parts = 1_000;

    /// <param name="failures">From 1.</param>
    /// <param name="rules">What the city declares.</param>
    public static TimeSpan After(int failures, NoticeRules rules)
    {
        var whole = Math.Min(rules.MostRetry.TotalSeconds, rules.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromSeconds(whole * (Parts - RandomNumberGenerator.GetInt32(Parts / 2)) / Parts);
    }
}
