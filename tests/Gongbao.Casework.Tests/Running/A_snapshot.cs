using System.Collections.Immutable;
using System.Reflection;
using Gongbao.Casework.Running;
using Gongbao.Casework.Storage;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Running;

/// <summary>The state of a case as rows keep it.</summary>
public sealed class A_snapshot
{
    private static readonly DateTimeOffset At = Beijing.At(new(2025, 3, 3), new(9, 0));

    [Fact]
    public void Keeps_every_member_of_a_state()
    {
        var clocks = ImmutableSortedDictionary<string, Clock>.Empty.Add("limit", Clock.Start(Term.WorkingDays(5), At, "受理"));
        var item = new ItemState(ItemPhase.Deficient)
        {
            Before = ItemPhase.Handling, Stage = 1, DoneBy = ["a"], OpenedAt = At, LastAt = At, Outcome = "granted", IsLooked = true, Notices = 2, Noted = ["photo"], Told = ["identity"], Clocks = clocks,
            Expired = ["limit"], Following = clocks, Inquiries = clocks, Corrections = 3, Reissues = 4,
        };
        var state = new CaseState
        {
            Phase = CasePhase.Closed, Events = 7, ReceivedAt = At, LastAt = At.AddDays(1), Evidence = ["papers"], Commitments = ["letter"], Broken = ["card"], Outcome = CaseOutcome.Partly, Halt = "died",
            Items = ImmutableSortedDictionary<string, ItemState>.Empty.Add("registration", item),
        };
        var id = Guid.CreateVersion7();
        var stored = new StoredCase { Id = id, Reference = "R", Declaration = "d", Version = "v", Phase = state.Phase, Outcome = state.Outcome, ReceivedAt = At, Events = 7, Snapshot = CaseText.Of(state), NextEnd = null, Calendar = "-" };
        var row = new StoredItem { CaseId = id, Item = "registration", Unit = null, Phase = item.Phase, Stage = item.Stage, Outcome = item.Outcome, DueOn = null, Snapshot = CaseText.Of(item) };
        var read = CaseText.Read(stored, [row]);
        Same(CaseState.Begin, state, read, nameof(CaseState.Items));
        Same(ItemState.Begin, item, read.Items["registration"]);
    }

    /// <summary>Each member comes back as it was. One that stands here as in a new state would come back so although nobody kept it, and so is not allowed to.</summary>
    private static void Same<T>(T empty, T written, T read, string? besides = null)
    {
        foreach (var member in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.Name != besides))
        {
            Assert.NotEqual(member.GetValue(empty), member.GetValue(written));
            Assert.Equal(member.GetValue(written), member.GetValue(read));
        }
    }
}
