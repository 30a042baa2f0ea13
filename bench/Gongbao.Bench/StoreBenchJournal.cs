using System.Security.Cryptography;
using Gongbao.Platform.Journal;
using Gongbao.Platform.Store;

namespace Gongbao.Bench;

/// <summary>Many entries, and the bare pass over them: each row read raw and hashed, nothing compared.</summary>
internal static class StoreBenchJournal
{
    public static void Fill(StoreBenchDatabase database, Act act, int entries)
    {
        using var link = database.Link();
        var page = new JournalPage();
        var at = TimeProvider.System.GetUtcNow();
        var change = SHA256.HashData("change"u8);
        for (var done = 0; done < entries; done += 5_000)
        {
            link.Begin();
            page.Clear();
            for (var i = 0; i < 5_000; i++) page.Add(new(act, at, at, "done", null, change));
            link.Append(page, page.Chain(link.LockHead()));
            link.Commit();
        }
    }

    public static void ReadAndHash(StoreBenchDatabase database)
    {
        using var scan = JournalScan.Open(database.Options);
        Span<byte> hash = stackalloc byte[32];
        while (scan.Next()) SHA256.HashData(scan.RoomAndForm, hash);
    }
}
