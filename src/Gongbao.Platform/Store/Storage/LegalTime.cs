namespace Gongbao.Platform.Store.Storage;

/// <summary>How far legal time was moved ahead of real time (法定时间的拨动), so that a restart goes on where it was. There is one row, or none.</summary>
internal sealed class LegalTime
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>Negative where legal time is behind. Stored in microseconds.</summary>
    public required TimeSpan Ahead { get; set; }

    /// <summary>Real instant of the last move.</summary>
    public required DateTimeOffset MovedAt { get; set; }
}
