namespace Gongbao.Ledger.Limits;

/// <summary>How a limit is followed (时限性质).</summary>
internal enum LimitNature
{
    /// <summary>A last day is known (有明确日期).</summary>
    Dated,

    /// <summary>A span after an event: the last day is known when the event has happened (事件发生后若干日内).</summary>
    AfterEvent,

    /// <summary>Again in each period, each with a last day (周期性).</summary>
    Periodic,

    /// <summary>Promptly, always, without end, in due course (及时、长期、持续、适时): no last day, but reported on in the declared rhythm.</summary>
    Rhythm,

    /// <summary>No limit is stated, or none that can be read: reported on like <see cref="Rhythm"/> and listed for decision (未标明时限).</summary>
    Unstated,
}
