using Gongbao.Kernel.Time;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Limits;

/// <summary>Who set a limit.</summary>
internal enum LimitOrigin
{
    /// <summary>The document (文件所定).</summary>
    Document,

    /// <summary>A person, where the document states none or none that can be read (办理单位认定).</summary>
    Decided,

    /// <summary>A higher authority, in place of the document (上级另有要求).</summary>
    Overridden,
}

/// <summary>A limit (完成时限) as it counts for an obligation, with the reason.</summary>
/// <param name="Words">As printed or written; null where none is stated.</param>
/// <param name="Limit">As understood; null where nothing is stated or understood.</param>
/// <param name="Origin">Who set it.</param>
/// <param name="Reason">Why it was set; null for the document's own.</param>
/// <param name="Source">What sets it, as a clause or the name of a document; null for the document's own.</param>
/// <param name="SetOn">Since when it counts; null for the document's own.</param>
internal sealed record CountedLimit(string? Words, TimeLimit? Limit, LimitOrigin Origin = LimitOrigin.Document, string? Reason = null, string? Source = null, DateOnly? SetOn = null)
{
    /// <summary>Reads a document's own limit.</summary>
    /// <param name="words">As printed; null where none is.</param>
    /// <param name="signedOn">The day of signature, whose year a limit without year means; null where unknown.</param>
    public static CountedLimit Printed(string? words, DateOnly? signedOn) => new(words, TimeLimit.Parse(words, signedOn?.Year));

    public LimitNature Nature => Limit switch
    {
        null => LimitNature.Unstated,
        { Date: not null } => LimitNature.Dated,
        { Kind: TimeLimitKind.Within } => LimitNature.AfterEvent,
        { Kind: TimeLimitKind.Every, Period: not null } => LimitNature.Periodic,
        _ => LimitNature.Rhythm,
    };

    /// <summary>The last day, inclusive; null where none is known.</summary>
    /// <param name="eventOn">The day of the event for <see cref="LimitNature.AfterEvent"/>; null while it has not happened.</param>
    /// <param name="calendar">Counts working days.</param>
    public DateOnly? DueOn(DateOnly? eventOn, WorkCalendar calendar) => Nature switch
    {
        LimitNature.Dated => Limit!.Date,
        LimitNature.AfterEvent when eventOn is { } day => Clock(day).DueBy(calendar).On,
        _ => null,
    };

    /// <summary>The limit in one sentence, with how the day follows.</summary>
    /// <param name="eventOn">The day of the event; null where it has not happened or there is none.</param>
    /// <param name="signedOn">The document's day of signature; null where unknown.</param>
    /// <param name="calendar">Counts working days.</param>
    /// <param name="rhythm">How often is reported where no day is set, as 每季度.</param>
    public string Explain(DateOnly? eventOn, DateOnly? signedOn, WorkCalendar calendar, string rhythm)
    {
        var said = Origin switch
        {
            LimitOrigin.Document => Words is null ? "文件没有标明时限" : $"文件写明“{Words}”",
            LimitOrigin.Decided => $"认定为“{Words}”（{Reason}）",
            LimitOrigin.Overridden => $"按{Source}的要求改为“{Words}”（{Reason}）",
        };
        var year = Origin is LimitOrigin.Document && signedOn is { } signed && Limit is { Date: not null } && Words?.Contains('年') is not true ? $"，文件于{ChineseFormat.Date(signed)}成文，按{Limit.Date!.Value.Year}年计" : "";
        return said + year + Nature switch
        {
            LimitNature.Dated => $"，最迟{ChineseFormat.Date(Limit!.Date!.Value)}（含当日）。",
            LimitNature.AfterEvent when eventOn is { } day => $"；{Clock(day).DueBy(calendar).Say()}",
            LimitNature.AfterEvent => "，自所说的事情发生之日起计算；这件事还没有登记发生，没有到期日。",
            LimitNature.Periodic => $"，即{Limit!.Say()}，每期分别计算。",
            LimitNature.Rhythm => $"，没有到期日，{rhythm}报告一次进展。",
            LimitNature.Unstated => $"{(Words is null ? "" : "，没有读懂")}，待明确；在此之前{rhythm}报告一次进展。",
        };
    }

    private Clock Clock(DateOnly eventOn) => Gongbao.Kernel.Time.Clock.Start(Limit!.Term!, eventOn.StartsAt(), "事情发生");
}
