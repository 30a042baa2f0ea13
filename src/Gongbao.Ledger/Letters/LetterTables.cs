using Gongbao.Ledger.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Letters;

/// <summary>The tables of letters.</summary>
internal static class LetterTables
{
    /// <summary>The table of series, which one statement changes.</summary>
    public const string Series = "ledger_letter_series";

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredLetter>(letter =>
        {
            letter.ToTable("letter");
            letter.HasIndex(l => new { l.Code, l.Year, l.Number }).IsUnique();
            letter.HasIndex(l => new { l.Unit, l.SignedOn });
            letter.HasIndex(l => l.DraftedOn);
        });
        model.Entity<StoredLetterItem>(item =>
        {
            item.ToTable("letter_item");
            item.HasIndex(i => new { i.LetterId, i.Ordinal }).IsUnique();
            item.HasIndex(i => i.ObligationId);
            item.HasOne<StoredLetter>().WithMany().HasForeignKey(i => i.LetterId).OnDelete(DeleteBehavior.Restrict);
            item.HasOne<StoredObligation>().WithMany().HasForeignKey(i => i.ObligationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredLetterAct>(act =>
        {
            act.ToTable("letter_act");
            act.HasIndex(a => new { a.LetterId, a.Number }).IsUnique();
            act.HasOne<StoredLetter>().WithMany().HasForeignKey(a => a.LetterId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredLetterSeries>(series =>
        {
            series.ToTable("letter_series");
            series.HasKey(s => new { s.Code, s.Year });
        });
    }
}
