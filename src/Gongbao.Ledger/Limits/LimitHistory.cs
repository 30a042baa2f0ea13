using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.Limits;

/// <summary>Which limit counts for an obligation on a day; the others are kept beside it.</summary>
internal static class LimitHistory
{
    /// <summary>
    /// The limit that counts. What a higher authority set stands above what was decided here, and both above the print; of each the newest counts.
    /// </summary>
    /// <param name="printed">The document's own words; null where it states none.</param>
    /// <param name="signedOn">The document's day of signature.</param>
    /// <param name="acts">The acts of the obligation, in order.</param>
    /// <param name="on">The day.</param>
    public static CountedLimit Of(string? printed, DateOnly? signedOn, IEnumerable<StoredAct> acts, DateOnly on) => All(printed, signedOn, acts, on)[0];

    /// <summary>Every limit that was set up to a day, the one that counts first.</summary>
    public static IReadOnlyList<CountedLimit> All(string? printed, DateOnly? signedOn, IEnumerable<StoredAct> acts, DateOnly on)
    {
        var set = acts.Where(a => a.On <= on && a.Kind is ActKind.LimitDecided or ActKind.LimitOverridden).Select(a => new CountedLimit(
            a.Limit, TimeLimit.Parse(a.Limit, a.On.Year), a.Kind is ActKind.LimitOverridden ? LimitOrigin.Overridden : LimitOrigin.Decided, a.Text, a.Source, a.On));
        return [.. set.Reverse().OrderByDescending(l => l.Origin is LimitOrigin.Overridden), CountedLimit.Printed(printed, signedOn)];
    }

    /// <summary>More time that was given on the limit that counts (同意延期), the earliest first: whoever sets another limit takes the place of what was given on the one before.</summary>
    /// <param name="origin">Who set the limit that counts.</param>
    /// <param name="acts">Acts in order.</param>
    /// <param name="kindOf">What each did.</param>
    public static IReadOnlyList<T> MoreTime<T>(LimitOrigin origin, IReadOnlyList<T> acts, Func<T, ActKind> kindOf)
    {
        var setBy = origin switch { LimitOrigin.Overridden => ActKind.LimitOverridden, LimitOrigin.Decided => ActKind.LimitDecided, LimitOrigin.Document => (ActKind?)null };
        var since = acts.Index().Where(a => kindOf(a.Item) == setBy).Select(a => a.Index + 1).LastOrDefault();
        return [.. acts.Skip(since).Where(a => kindOf(a) is ActKind.ExtensionGranted)];
    }
}
