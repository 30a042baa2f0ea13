using System.Security.Cryptography;
using Gongbao.Platform.Journal.Anchoring;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Journal;

/// <summary>
/// Proves the journal: numbers without a gap, each hash given by its entry and the one before, the head at the end, and
/// where asked each signed anchor met.
/// </summary>
public sealed class JournalVerifier
{
    private const int MostBreaches = 100;

    private readonly StoreOptions _options;

    internal JournalVerifier(StoreOptions options) => _options = options;

    /// <summary>Reads every entry; other work goes on meanwhile.</summary>
    /// <param name="withAnchors">Also compares the anchors outside the database, which finds cut tails and rewritten chains.</param>
    /// <param name="stop">Gives up.</param>
    public JournalVerdict Verify(bool withAnchors, CancellationToken stop)
    {
        var breaches = new List<JournalBreach>();
        // Anchors are read before the rows, so that none can be newer than the last row seen.
        var anchors = withAnchors ? AnchorFile.In(_options.DataFolder).Read(n => breaches.Add(new(n, BreachKind.AnchorForged))) : [];
        var (last, entries) = Walk(anchors, breaches, stop);

        foreach (var anchor in anchors.Where(a => a.Number > last.Number)) breaches.Add(new(anchor.Number, BreachKind.TailCut));
        return new(
            entries,
            Convert.ToHexStringLower(last.Hash),
            withAnchors ? anchors.Count : null,
            [.. breaches.OrderBy(b => b.Number).Take(MostBreaches)]);
    }

    private (ChainPoint Last, long Entries) Walk(IReadOnlyList<Anchor> anchors, List<JournalBreach> breaches, CancellationToken stop)
    {
        using var scan = JournalScan.Open(_options);
        var marks = new AnchorMarks(anchors);
        Span<byte> before = stackalloc byte[32];
        Span<byte> hash = stackalloc byte[32];
        ChainPoint.Start.Hash.CopyTo(before);
        long expected = 1, entries = 0;
        while (scan.Next())
        {
            if ((++entries & 0xFFF) == 0) stop.ThrowIfCancellationRequested();
            var number = scan.Number;
            var form = scan.RoomAndForm;
            before.CopyTo(form);
            SHA256.HashData(form, hash);
            if (number != expected) Add(breaches, Math.Min(number, expected), BreachKind.Missing);
            if (!hash.SequenceEqual(scan.Hash)) Add(breaches, number, BreachKind.Changed);
            if (!marks.Meet(number, scan.Hash)) Add(breaches, number, BreachKind.AnchorDiffers);
            // Going on from what is stored shows each changed place by itself.
            if (scan.Hash.Length == 32) scan.Hash.CopyTo(before);
            expected = number + 1;
        }

        var last = new ChainPoint(expected - 1, before.ToArray());
        if (!scan.Head.Equals(last)) Add(breaches, last.Number, BreachKind.HeadDiffers);
        return (last, entries);
    }

    private static void Add(List<JournalBreach> breaches, long number, BreachKind kind)
    {
        if (breaches.Count < MostBreaches) breaches.Add(new(number, kind));
    }
}
