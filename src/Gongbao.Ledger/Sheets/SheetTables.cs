using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Sheets;

/// <summary>A sheet that was brought for a programme (导入的表格); it is read again from its kept bytes until it is taken in.</summary>
internal sealed class StoredSheet : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>The programme's part of the address.</summary>
    public required string Programme { get; init; }

    /// <summary>The name under which the platform keeps the bytes.</summary>
    public required string File { get; init; }

    /// <summary>As it was called.</summary>
    public required string Name { get; init; }

    public required string BroughtBy { get; init; }

    public required DateTimeOffset BroughtAt { get; init; }

    /// <summary>Number of the row of heads; null where it is found by itself.</summary>
    public int? HeadRow { get; set; }

    /// <summary>Which column says what, as a person set it; null where it follows from the heads.</summary>
    public string? Columns { get; set; }

    /// <summary>Whether words that name no unit, and limits that cannot be read, are left to be decided in the ledger.</summary>
    public bool LeavesOpen { get; set; }

    /// <summary>When its rows were taken into the ledger; null while they are not.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    public string? TakenBy { get; set; }

    /// <summary>How many obligations came of it.</summary>
    public int Taken { get; set; }

    public long Revision { get; private set; }
}

/// <summary>Which column says what in sheets with the same heads, as it was set last.</summary>
internal sealed class StoredMapping
{
    public required Guid Id { get; init; }

    /// <summary>Tells the heads.</summary>
    public required string Heads { get; init; }

    /// <summary>The heads in words.</summary>
    public required string Words { get; init; }

    public required string Columns { get; set; }

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>Where the sheets are kept.</summary>
internal static class SheetTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredSheet>(sheet =>
        {
            sheet.ToTable("sheet");
            sheet.HasIndex(s => new { s.Programme, s.File }).IsUnique();
        });
        model.Entity<StoredMapping>(mapping =>
        {
            mapping.ToTable("sheet_mapping");
            mapping.HasIndex(m => m.Heads).IsUnique();
        });
    }
}
