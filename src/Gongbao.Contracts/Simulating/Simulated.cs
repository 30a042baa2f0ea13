using Gongbao.Kernel.Results;

namespace Gongbao.Contracts.Simulating;

/// <summary>How a made-up unit goes about its work (脾性).</summary>
public enum UnitTemper
{
    /// <summary>勤快</summary>
    Prompt,

    /// <summary>拖拉</summary>
    Slow,

    /// <summary>健忘</summary>
    Forgetful,

    /// <summary>难办</summary>
    Difficult,
}

/// <summary>A unit of a simulation (推演中的单位).</summary>
/// <param name="Unit">Its directory id.</param>
/// <param name="Temper">How it goes about its work.</param>
/// <param name="Liaison">Account that reports for it.</param>
/// <param name="Head">Account of its head; null where it has none.</param>
public sealed record SimulatedUnit(string Unit, UnitTemper Temper, Guid Liaison, Guid? Head);

/// <summary>Everybody who acts in a simulation.</summary>
/// <param name="FollowUp">Account that manages and verifies.</param>
/// <param name="Signer">Account that signs letters off.</param>
/// <param name="Units">In the order of their ids.</param>
public sealed record SimulatedPeople(Guid FollowUp, Guid Signer, IReadOnlyList<SimulatedUnit> Units);

/// <summary>How often something happened in a month of a simulation.</summary>
/// <param name="Group">What it belongs to, as 办理.</param>
/// <param name="Name">What it is, as 报告进展.</param>
/// <param name="Month">As 2025-05; null for what is told as of the end.</param>
/// <param name="Count">How often.</param>
public sealed record SimulatedCount(string Group, string Name, string? Month, int Count);

/// <summary>What people of a simulation wanted to do and could not (没有办成), by the code of the refusal.</summary>
public sealed class SimulatedRefusals
{
    private readonly SortedDictionary<string, (int Count, string Reason)> _met = new(StringComparer.Ordinal);

    /// <summary>How often each was met, with the sentence that was said the first time; in the order of codes.</summary>
    public IReadOnlyList<(string Code, int Count, string Reason)> Met => [.. _met.Select(m => (m.Key, m.Value.Count, m.Value.Reason))];

    /// <summary>Counts what was refused.</summary>
    /// <returns>Whether it was done.</returns>
    public bool IsDone<T>(Result<T> result)
    {
        if (!result.IsRefused(out var refusal, out _)) return true;
        _met[refusal.Code] = _met.TryGetValue(refusal.Code, out var before) ? (before.Count + 1, before.Reason) : (1, refusal.Reason);
        return false;
    }
}

/// <summary>The ledger in a simulation (推演): people act at random, by its own use cases alone.</summary>
public interface ISimulatedLedger
{
    /// <summary>Accepts what every document of the library orders.</summary>
    /// <returns>How many obligations there are.</returns>
    Task<int> AcceptAsync(Guid followUp, SimulatedRefusals refusals, CancellationToken stop);

    /// <summary>Directory ids of the units that owe something, in order.</summary>
    Task<IReadOnlyList<string>> UnitsAsync(CancellationToken stop);

    /// <summary>What units and the follow-up office do on the legal day.</summary>
    /// <param name="people">Who acts.</param>
    /// <param name="random">Decides; the same seed decides the same.</param>
    /// <param name="refusals">What is refused is added.</param>
    /// <param name="stop">Ends the work.</param>
    Task ActAsync(SimulatedPeople people, Random random, SimulatedRefusals refusals, CancellationToken stop);

    /// <summary>What happened.</summary>
    Task<IReadOnlyList<SimulatedCount>> CountAsync(CancellationToken stop);

    /// <summary>What is not as it has to be, each in a sentence; empty where all is sound.</summary>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken stop);

    /// <summary>The day that is watched for each cause of an open share: null for a share that has none.</summary>
    Task<IReadOnlyDictionary<string, DateOnly?>> WatchedAsync(CancellationToken stop);
}

/// <summary>The notices in a simulation.</summary>
public interface ISimulatedNotices
{
    /// <summary>Climbs every ladder that is due, and gives out what can go.</summary>
    Task PassAsync(CancellationToken stop);

    /// <summary>People say that they were told, each with a chance.</summary>
    Task AcknowledgeAsync(IReadOnlyList<(Guid Account, double Chance)> people, Random random, SimulatedRefusals refusals, CancellationToken stop);

    /// <summary>What happened.</summary>
    Task<IReadOnlyList<SimulatedCount>> CountAsync(CancellationToken stop);

    /// <summary>Rungs that were missed or doubled, and watches that do not say what the ledger does, each in a sentence.</summary>
    Task<IReadOnlyList<string>> CheckAsync(IReadOnlyDictionary<string, DateOnly?> watched, CancellationToken stop);
}
