namespace Gongbao.Notices.Ladders;

/// <summary>One step as it is sent: of several that fell due together, the people for whom it is the latest.</summary>
/// <param name="Step">The step.</param>
/// <param name="Rungs">Its rungs by which people are told of it.</param>
/// <param name="Who">Ids of declared people, each with the rung by which it is told; empty where later steps take the place of it.</param>
internal sealed record Sent(Step Step, IReadOnlyList<Rung> Rungs, IReadOnlyList<(string People, Rung Rung)> Who)
{
    /// <summary>Whether later steps take its place for everybody.</summary>
    public bool IsSuperseded => Who.Count == 0;
}

/// <summary>
/// What is sent of the steps that fell due while nobody looked: to each of the people the latest only, the others are superseded. Who stands on an
/// earlier rung alone is still told.
/// </summary>
internal static class Missed
{
    public static IReadOnlyList<Sent> Of(IReadOnlyList<Step> passed)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var sent = new List<Sent>(passed.Count);
        foreach (var step in passed.Reverse())
        {
            var who = new List<(string, Rung)>();
            foreach (var rung in step.Rungs)
                foreach (var people in rung.Who)
                    if (told.Add(people)) who.Add((people, rung));
            sent.Add(new(step, step.Rungs, who));
        }

        sent.Reverse();
        return sent;
    }
}
