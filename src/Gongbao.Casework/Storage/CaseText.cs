using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Storage;

/// <summary>
/// The state of a case as text (状态快照): the case's own part, and each item's by itself, so that an act writes anew only what it changed. Instants are whole microseconds since 1970,
/// as fine as both databases keep them, and everything else is exact: what is read back equals what was written.
/// </summary>
internal static class CaseText
{
    private static readonly CaseTextContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<ItemPhase>(), new JsonStringEnumConverter<TimeUnit>(), new JsonStringEnumConverter<ClockSegmentKind>() },
    });

    public static string Of(CaseState state) => JsonSerializer.Serialize(new CaseParts(Some(state.Evidence), state.Halt, Some(state.Commitments), Some(state.Broken), Microseconds(state.LastAt)), Context.CaseParts);

    public static string Of(ItemState item) => JsonSerializer.Serialize(
        new ItemParts
        {
            Before = item.Before, IsLooked = item.IsLooked, Notices = item.Notices, Noted = Some(item.Noted), Told = Some(item.Told), Expired = Some(item.Expired),
            Clocks = Some(item.Clocks), Inquiries = Some(item.Inquiries), DoneBy = item.DoneBy.IsEmpty ? null : [.. item.DoneBy], OpenedAt = item.OpenedAt is { } opened ? Microseconds(opened) : null,
            LastAt = Microseconds(item.LastAt), Following = Some(item.Following), Corrections = item.Corrections, Reissues = item.Reissues,
        },
        Context.ItemParts);

    /// <summary>The state as its rows say it.</summary>
    /// <exception cref="JsonException">A snapshot was not written by this program.</exception>
    public static CaseState Read(StoredCase stored, IEnumerable<StoredItem> items)
    {
        var parts = JsonSerializer.Deserialize(stored.Snapshot, Context.CaseParts)!;
        return new()
        {
            Phase = stored.Phase, Outcome = stored.Outcome, Events = stored.Events, ReceivedAt = stored.ReceivedAt, Evidence = [.. parts.Evidence ?? []], Halt = parts.Halt, Commitments = [.. parts.Commitments ?? []], Broken = [.. parts.Broken ?? []],
            LastAt = Instant(parts.LastAt), Items = items.ToImmutableSortedDictionary(i => i.Item, Read),
        };
    }

    private static ItemState Read(StoredItem stored)
    {
        var parts = JsonSerializer.Deserialize(stored.Snapshot, Context.ItemParts)!;
        return new(stored.Phase)
        {
            Stage = stored.Stage, Outcome = stored.Outcome, Before = parts.Before, IsLooked = parts.IsLooked, Notices = parts.Notices,
            Noted = [.. parts.Noted ?? []], Told = [.. parts.Told ?? []], Expired = [.. parts.Expired ?? []], Clocks = Read(parts.Clocks), Inquiries = Read(parts.Inquiries),
            DoneBy = [.. parts.DoneBy ?? []], OpenedAt = parts.OpenedAt is { } opened ? Instant(opened) : null, LastAt = Instant(parts.LastAt), Following = Read(parts.Following),
            Corrections = parts.Corrections, Reissues = parts.Reissues,
        };
    }

    private static string[]? Some(ImmutableSortedSet<string> set) => set.IsEmpty ? null : [.. set];

    private static Dictionary<string, ClockParts>? Some(ImmutableSortedDictionary<string, Clock> clocks)
    {
        if (clocks.IsEmpty) return null;
        var some = new Dictionary<string, ClockParts>(clocks.Count);
        foreach (var (id, clock) in clocks)
            some.Add(id, new(clock.Term.Amount, clock.Term.Unit, clock.Term.RollsOn, [.. clock.Segments.Select(s => new SegmentParts(s.Kind, Microseconds(s.StartAt), s.StopAt is { } stop ? Microseconds(stop) : null, s.Reason, s.Source?.ToString(), s.Added))]));
        return some;
    }

    private static ImmutableSortedDictionary<string, Clock> Read(Dictionary<string, ClockParts>? clocks) => clocks is null
        ? ImmutableSortedDictionary<string, Clock>.Empty
        : clocks.ToImmutableSortedDictionary(c => c.Key, c => Clock.From(
            new Term(c.Value.Amount, c.Value.Unit, c.Value.Rolls),
            [.. c.Value.Segments.Select(s => new ClockSegment(s.Kind, Instant(s.Start), s.Stop is { } stop ? Instant(stop) : null, s.Reason, ReadClauses.Of(s.Source)) { Added = s.Added })]));

    private static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).InBeijing();
}

/// <summary>What the columns of a case do not say.</summary>
internal sealed record CaseParts(string[]? Evidence, string? Halt, string[]? Commitments, string[]? Broken, long LastAt);

/// <summary>What the columns of an item do not say.</summary>
internal sealed record ItemParts
{
    public ItemPhase Before { get; init; }

    public bool IsLooked { get; init; }

    public int Notices { get; init; }

    public string[]? Noted { get; init; }

    public string[]? Told { get; init; }

    public string[]? Expired { get; init; }

    public Dictionary<string, ClockParts>? Clocks { get; init; }

    public Dictionary<string, ClockParts>? Inquiries { get; init; }

    public string[]? DoneBy { get; init; }

    public Dictionary<string, ClockParts>? Following { get; init; }

    public long? OpenedAt { get; init; }

    public long LastAt { get; init; }

    public int Corrections { get; init; }

    public int Reissues { get; init; }
}

internal sealed record ClockParts(int Amount, TimeUnit Unit, bool Rolls, SegmentParts[] Segments);

internal sealed record SegmentParts(ClockSegmentKind Kind, long Start, long? Stop, string Reason, string? Source, int Added);

[JsonSerializable(typeof(CaseParts))]
[JsonSerializable(typeof(ItemParts))]
internal sealed partial class CaseTextContext : JsonSerializerContext;
