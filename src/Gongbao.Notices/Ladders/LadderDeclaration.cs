using Gongbao.Notices.Storage;

namespace Gongbao.Notices.Ladders;

/// <summary>What happens to a rung that falls on a day off.</summary>
internal enum DayOffRule
{
    /// <summary>It is sent all the same.</summary>
    Send,

    /// <summary>It is sent on the last working day before.</summary>
    Before,

    /// <summary>It is sent on the first working day after.</summary>
    After,
}

/// <summary>A rung of a ladder (阶梯的一级).</summary>
/// <param name="Id">As declared.</param>
/// <param name="Place">Days from the last day in time, negative before it; of a ladder of answers minutes since an answer is waited for.</param>
/// <param name="Every">So many days or minutes after, it comes again, without end; null for once.</param>
/// <param name="Who">Ids of declared people.</param>
/// <param name="Channels">In order.</param>
/// <param name="IsUrgent">Whether quiet hours and the day's digest do not hold it back.</param>
internal sealed record Rung(string Id, int Place, int? Every, IReadOnlyList<string> Who, IReadOnlyList<string> Channels, bool IsUrgent)
{
    /// <summary>The first of its places that is not before one; null where there is none.</summary>
    public int? NextFrom(int place) => place <= Place ? Place : Every is { } every ? Place + ((place - Place + every - 1) / every * every) : null;
}

/// <summary>How messages of a ladder of days begin, with <c>{days}</c> for a count of days.</summary>
/// <param name="Before">Before the last day in time.</param>
/// <param name="On">On it.</param>
/// <param name="After">After it.</param>
internal sealed record LadderWords(string Before, string On, string After)
{
    private const string Days = "{days}";

    /// <param name="left">Days to the last day in time; negative after it.</param>
    public string Of(int left) => (left switch { > 0 => Before, 0 => On, < 0 => After }).Replace(Days, Math.Abs(left).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Who is told when, as a city declares it (告知阶梯).</summary>
/// <param name="Id">As declared.</param>
/// <param name="Name">As 任务完成期限.</param>
/// <param name="Kind">By days or by answers.</param>
/// <param name="At">The legal time of day at which rungs of days are sent.</param>
/// <param name="DayOff">For rungs up to the last day in time.</param>
/// <param name="LateDayOff">For rungs after it: never before, for that would tell of a lateness that is not yet.</param>
/// <param name="Says">How messages of a ladder of days begin; null for one of answers.</param>
/// <param name="Rungs">In no order: their places tell it.</param>
internal sealed record LadderDeclaration(string Id, string Name, WatchKind Kind, TimeOnly At, DayOffRule DayOff, DayOffRule LateDayOff, LadderWords? Says, IReadOnlyList<Rung> Rungs);
