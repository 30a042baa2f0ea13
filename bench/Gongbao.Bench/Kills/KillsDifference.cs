namespace Gongbao.Bench.Kills;

/// <summary>What came beside what had to come.</summary>
/// <param name="Missed">Messages that were owed and did not come.</param>
/// <param name="Doubled">Messages that came twice: under one id in two deliveries, or the same said to the same person more often than it was owed.</param>
/// <param name="Examples">Some of what differs.</param>
public sealed record KillsDifference(int Missed, int Doubled, IReadOnlyList<(string Mobile, string Subject)> Examples)
{
    /// <param name="owed">How often each must be told what.</param>
    /// <param name="told">How often each was.</param>
    /// <param name="messages">How often each message id came in a delivery that was not there before.</param>
    public static KillsDifference Of(IReadOnlyDictionary<(string Mobile, string Subject), int> owed, IReadOnlyDictionary<(string Mobile, string Subject), int> told, IReadOnlyDictionary<string, int> messages)
    {
        var by = owed.Keys.Union(told.Keys).ToDictionary(k => k, k => told.GetValueOrDefault(k) - owed.GetValueOrDefault(k));
        return new(by.Values.Sum(d => Math.Max(0, -d)), Math.Max(by.Values.Sum(d => Math.Max(0, d)), messages.Values.Sum(n => n - 1)), [.. by.Where(d => d.Value != 0).Select(d => d.Key).Order().Take(5)]);
    }
}
