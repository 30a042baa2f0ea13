using System.Runtime.InteropServices;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// What the contents of an issue may call its documents: by title, an issuer before it or not, and by number; an order also by the
/// text that it makes known. Marks, white space and the form of figures do not count.
/// </summary>
internal sealed class DocumentNames
{
    private readonly IReadOnlyList<ReadDocument> _documents;
    private readonly Dictionary<string, List<int>> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);

    public DocumentNames(IReadOnlyList<ReadDocument> documents)
    {
        _documents = documents;
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var title in TitlesOf(documents[i])) Put(_titles, title, i);
            if (documents[i].Number is { } number) Put(_numbers, number.Value, i);
        }
    }

    /// <summary>The first document, in printed order, that an entry names by its number or its title and that is free; -1 where none is.</summary>
    public int Find(string entry, Func<int, bool> isFree)
    {
        var (title, number) = Parts(entry);
        if (number is not null && First(_numbers, number, isFree) is >= 0 and var numbered) return numbered;
        foreach (var words in WithoutIssuer(title))
            if (First(_titles, words, isFree) is >= 0 and var titled) return titled;
        return -1;
    }

    /// <summary>Whether all that an entry says of a document's title and number is so.</summary>
    public bool Agree(int document, string entry)
    {
        var (title, number) = Parts(entry);
        return (title.Length == 0 || WithoutIssuer(title).Intersect(TitlesOf(_documents[document])).Any()) && (number is null || number == _documents[document].Number?.Value);
    }

    /// <summary>Share of pairs of characters that the words have in common with a document's title, its issuer before it or not, 0 to 1.</summary>
    public double Likeness(int document, int[] words)
    {
        if (_documents[document].Title is not { } title) return 0;
        var behindIssuer = _documents[document].Issuers.Count > 0 ? _documents[document].Issuers[0].Value + title.Value : title.Value;
        return Math.Max(BodyText.Dice(words, BodyText.Pairs(title.Value)), BodyText.Dice(words, BodyText.Pairs(behindIssuer)));
    }

    private static IEnumerable<string> TitlesOf(ReadDocument document)
    {
        if (document.Title is { } title) yield return Bare(title.Value);
        if (document.Kind?.Value != "令") yield break;
        foreach (var text in document.Root.Children)
            if (text is { Kind: NodeKind.AttachedText, Children: [{ Kind: NodeKind.Title } announced, ..] }) yield return Bare(announced.Text);
    }

    private static IEnumerable<string> WithoutIssuer(string title)
    {
        var bare = Bare(title);
        yield return bare;
        for (var end = 2; end < bare.Length; end++)
            if (Lexicon.EndsWithAny(bare.AsSpan(0, end), Lexicon.OfficeEndings)) yield return bare[end..];
    }

    /// <summary>Title and number of an entry: a number stands in brackets behind the title; an order's may be all there is.</summary>
    private static (string Title, string? Number) Parts(string entry)
    {
        if (OrderHead.Number(entry) is { } order) return ("", order);
        var bracket = entry[^1] is '）' or ')' ? entry.LastIndexOfAny(['（', '(']) : -1;
        return bracket > 0 && Number(entry[(bracket + 1)..^1]) is { } number ? (entry[..bracket], number) : (entry, null);
    }

    private static string? Number(string words) => OrderHead.Number(words) ?? NumberShape.Normalise(words);

    private static string Bare(string words) =>
        string.Concat(words.Where(char.IsLetterOrDigit).Select(c => Characters.IsDigit(c) ? (char)('0' + Characters.DigitValue(c)) : c));

    private static int First(Dictionary<string, List<int>> documents, string name, Func<int, bool> isFree)
    {
        foreach (var document in documents.GetValueOrDefault(name) ?? [])
            if (isFree(document)) return document;
        return -1;
    }

    private static void Put(Dictionary<string, List<int>> documents, string name, int document) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(documents, name, out _) ??= []).Add(document);
}
