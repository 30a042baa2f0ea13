using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Calendar;

/// <summary>An address under which somebody's calendar program reads what their units owe (日历地址). What stands in the address is kept as its hash only.</summary>
internal sealed class StoredCalendarAddress
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is, by account id: what it shows follows the roles of that account at each reading.</summary>
    public required Guid Account { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Legal instant.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>Where addresses of calendars are kept.</summary>
internal static class CalendarTables
{
    public static void Map(ModelBuilder model) => model.Entity<StoredCalendarAddress>(address =>
    {
        address.ToTable("calendar_address");
        address.HasIndex(a => a.Hash).IsUnique();
        address.HasIndex(a => a.Account);
    });
}
