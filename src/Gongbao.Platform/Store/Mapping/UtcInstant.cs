using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongbao.Platform.Store.Mapping;

/// <summary>
/// An instant as a UTC date-time cut to the microsecond, which is the finest both databases keep: SQLite cannot order
/// offsets, PostgreSQL refuses any offset but zero.
/// </summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => Cut(instant), stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    public static DateTime Cut(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}

/// <summary>An instant as whole microseconds since 1970 in UTC, for rows that are read and hashed raw.</summary>
internal sealed class InstantMicroseconds() : ValueConverter<DateTimeOffset, long>(
    instant => From(instant), stored => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond))
{
    public static long From(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}
