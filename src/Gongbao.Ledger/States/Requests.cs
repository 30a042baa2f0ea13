using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.States;

/// <summary>What units asked for and nobody has answered yet.</summary>
internal static class Requests
{
    /// <param name="acts">The acts of an obligation.</param>
    /// <param name="share">Only those of one share; null for all.</param>
    public static IEnumerable<StoredAct> Waiting(IEnumerable<StoredAct> acts, Guid? share)
    {
        var all = acts.ToList();
        var answered = all.Where(a => a.Answers is not null).Select(a => a.Answers!.Value).ToHashSet();
        return all.Where(a => a.Kind is ActKind.ExtensionAsked or ActKind.ReturnAsked or ActKind.Raised && !answered.Contains(a.Id) && (share is null || a.AssignmentId == share));
    }
}
