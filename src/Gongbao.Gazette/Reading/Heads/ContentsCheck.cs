namespace Gongbao.Gazette.Reading;

/// <summary>
/// Compares the contents of an issue (目录) with the documents found in it. What the contents name and the issue does not have, or has
/// under another title or on another page, is for a person: one of the two is misprinted, or a document was not found.
/// </summary>
internal sealed class ContentsCheck
{
    private const string Place = "contents";

    /// <summary>How like two titles are that mean one document, as shares of pairs of characters.</summary>
    private const double Alike = 0.6;

    /// <summary>How many documents are looked through for one that is like an entry.</summary>
    private const int Reach = 200;

    private readonly ContentLine[] _lines;
    private readonly IReadOnlyList<ContentsEntry> _entries;
    private readonly IReadOnlyList<ReadDocument> _documents;
    private readonly DocumentNames _names;

    /// <summary>For each entry its document; -1 where none was found.</summary>
    private readonly int[] _found;
    private readonly bool[] _taken;

    private ContentsCheck(ContentLine[] lines, IReadOnlyList<ContentsEntry> entries, IReadOnlyList<ReadDocument> documents)
    {
        (_lines, _entries, _documents) = (lines, entries, documents);
        _names = new(documents);
        (_found, _taken) = (new int[entries.Count], new bool[documents.Count]);
        Array.Fill(_found, -1);
    }

    /// <summary>The documents with what the contents make doubtful about them.</summary>
    public static IReadOnlyList<ReadDocument> Of(ContentLine[] lines, IReadOnlyList<ContentsEntry> entries, IReadOnlyList<ReadDocument> documents)
    {
        var check = new ContentsCheck(lines, entries, documents);
        for (var e = 0; e < entries.Count; e++) check.Take(e, check._names.Find(entries[e].Words, document => !check._taken[document]));
        for (var e = 0; e < entries.Count; e++)
            if (check._found[e] < 0) check.Take(e, check.MostAlike(e));
        var doubts = check.Doubts().ToLookup(d => d.Document, d => d.Flag);
        return [.. documents.Select((d, i) => doubts.Contains(i) ? d with { Flags = [.. d.Flags.Concat(doubts[i]).OrderBy(f => f.Line).ThenBy(f => f.At, StringComparer.Ordinal)] } : d)];
    }

    private void Take(int entry, int document)
    {
        if (document < 0) return;
        _found[entry] = document;
        _taken[document] = true;
    }

    /// <summary>Contents are in printed order: an entry's document stands between those of the entries before it and behind it.</summary>
    private int MostAlike(int entry)
    {
        var words = BodyText.Pairs(_entries[entry].Words);
        var from = Before(entry) + 1;
        var (found, most, to) = (-1, Alike, Math.Min(Behind(entry), from + Reach));
        for (var document = from; document < to; document++)
            if (_names.Likeness(document, words) is var like && like >= most && !_taken[document]) (found, most) = (document, like);
        return found;
    }

    /// <summary>The document of the nearest earlier entry that has one; -1 where none has.</summary>
    private int Before(int entry)
    {
        while (entry > 0)
            if (_found[--entry] >= 0) return _found[entry];
        return -1;
    }

    /// <summary>The document of the nearest later entry that has one; their count where none has.</summary>
    private int Behind(int entry)
    {
        while (++entry < _found.Length)
            if (_found[entry] >= 0) return _found[entry];
        return _documents.Count;
    }

    private IEnumerable<(int Document, Flag Flag)> Doubts()
    {
        for (var e = 0; e < _entries.Count; e++)
        {
            var entry = _entries[e];
            if (_found[e] is >= 0 and var document)
            {
                foreach (var why in Differences(entry, document)) yield return (document, OnTitle(document, why));
            }
            else yield return (Math.Max(0, Before(e)), new(Place, $"目录所列“{entry.Words}”没有在正文中读成一份文件，请核对是否漏读或者漏印。", entry.Line, entry.Span));
        }
        if (ContentsPages.IsSelection(_lines[ContentsPages.MarkOf(_lines)].Text)) yield break;
        for (var document = 0; document < _documents.Count; document++)
            if (!_taken[document]) yield return (document, OnTitle(document, "目录中没有列出这份文件，请核对。"));
    }

    private IEnumerable<string> Differences(ContentsEntry entry, int document)
    {
        if (!_names.Agree(document, entry.Words)) yield return $"目录称这份文件为“{entry.Words}”，与正文的标题或者文号不同，请核对。";
        if (entry.Page is { } page && ContentLine.At(_lines, _documents[document].Root.Span.From).Line.Page is { } printed && page != printed)
            yield return $"目录说这份文件在第 {page} 页，正文印在第 {printed} 页，请核对。";
    }

    private Flag OnTitle(int document, string why)
    {
        var span = _documents[document].Title?.Span ?? _documents[document].Root.Span;
        return new(Place, why, ContentLine.At(_lines, span.From).Number, span);
    }
}
