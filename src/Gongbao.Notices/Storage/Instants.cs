namespace Gongbao.Notices.Storage;

/// <summary>Instants for rows that are written by statements.</summary>
internal static class Instants
{
    /// <summary>UTC, cut to the microsecond, as the contexts store them.</summary>
    public static DateTime Stored(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
