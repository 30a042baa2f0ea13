namespace Gongbao.Kernel.Time;

/// <summary>A deadline worked out anew because the calendar grew (重新推算): what it was, what it is, and why.</summary>
public sealed class Reprojection
{
    internal Reprojection(Deadline before, Deadline now)
    {
        (OldOn, NewOn, WasProvisional, IsProvisional) = (before.On, now.On, before.IsProvisional, now.IsProvisional);
        Changes = [.. Differing(before, now)];
        Reason = Say(before, now);
    }

    /// <summary>The day until now, inclusive; null where the count stood still before the end.</summary>
    public DateOnly? OldOn { get; }

    /// <summary>The day from now on, inclusive.</summary>
    public DateOnly? NewOn { get; }

    public bool WasProvisional { get; }

    public bool IsProvisional { get; }

    /// <summary>Days between the event and the later of both ends that are worked by one calendar and not by the other, as the new one knows them.</summary>
    public IReadOnlyList<CalendarDay> Changes { get; }

    /// <summary>Why, as one Chinese sentence for the journal and for those concerned.</summary>
    public string Reason { get; }

    private static IEnumerable<CalendarDay> Differing(Deadline before, Deadline now)
    {
        if (before.On is not { } old || now.On is not { } later) yield break;
        for (var day = before.Clock.Run.StartOn.AddDays(1); day <= (old > later ? old : later); day = day.AddDays(1))
            if (before.Calendar.IsWorkingDay(day) != now.Calendar.IsWorkingDay(day)) yield return now.Calendar.DayOf(day);
    }

    private string Say(Deadline before, Deadline now)
    {
        var years = string.Join("、", now.Calendar.PublishedYears.Except(before.Calendar.PublishedYears).Select(y => $"{y}年"));
        var notice = years.Length > 0 ? $"{years}放假安排已公布" : "放假安排有变动";
        var days = Changes.Count == 0 ? "" : $"，其间{string.Join("、", Changes.Select(d => Deadline.Chinese(d.Date) + d.Say()))}";
        if (OldOn is not { } old || NewOn is not { } later) return $"{notice}。";
        return old == later ? $"{notice}{days}，到期日仍是{Deadline.Chinese(later)}{(IsProvisional ? "" : "，不再是暂定")}。"
            : $"{notice}{days}，到期日由{Deadline.Chinese(old)}改为{Deadline.Chinese(later)}。";
    }
}
