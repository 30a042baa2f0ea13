using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Search.Query;

/// <summary>What somebody typed into the one box, and what they seem to want.</summary>
/// <param name="Typed">As typed, at most <see cref="Longest"/> characters of it.</param>
/// <param name="Phrases">What a document has to hold, each as one stretch, in the compared form.</param>
/// <param name="Number">The document number it is or begins with; null when it has none.</param>
/// <param name="Place">The place in that document, or in the document of that title, that it names; null when it names none.</param>
/// <param name="Title">The title that stands before the place; null when a number does.</param>
/// <param name="IsQuoted">True when it stands in quotation marks: nothing but the very words will do.</param>
internal sealed record SearchQuery(string Typed, IReadOnlyList<string> Phrases, DocumentNumber? Number, ClausePath? Place, string? Title, bool IsQuoted)
{
    public const int Longest = 200;
    private const int MostPhrases = 8;
    private const string Opening = "“\"「『＂";
    private const string Closing = "”\"」』＂";

    /// <summary>The whole of it in the compared form, for comparing it with a name.</summary>
    public string Whole => SearchForm.Of(Typed.Trim().Trim('《', '》'));

    /// <summary>The number that it is or begins with, where part of it was left out; null when it has none.</summary>
    public PartialNumber? Partial { get; private init; }

    /// <summary>The same taken for words, where it may be a number and need not be one: 截至2023年7. Null where it is none or says 号 outside of quotation marks.</summary>
    public SearchQuery? AsWords { get; private init; }

    /// <summary>True when the phrases are names of one thing, of which a document need hold but one.</summary>
    public bool IsAny { get; init; }

    /// <summary>True when the text holds what the query asks for.</summary>
    public bool IsHeldBy(ReadOnlySpan<char> text)
    {
        foreach (var phrase in Phrases)
            if (text.Contains(phrase, StringComparison.Ordinal) == IsAny) return IsAny;
        return !IsAny;
    }

    /// <summary>True when what was typed is longer than what is searched for.</summary>
    public bool IsCut { get; private init; }

    public static SearchQuery Read(string query)
    {
        var typed = Cut(query).Trim();
        if (NumberForms.Read(typed) is { } number)
            return Of(query, typed, [SearchForm.Of(number.Normalised)], number, null, null) with { Partial = PartialNumber.Read(typed), AsWords = typed[^1] == '号' ? null : OfWords(query, typed) };
        if (Placed(typed) is var (head, place))
        {
            if (NumberForms.Read(head) is { } of) return Of(query, typed, [SearchForm.Of(of.Normalised)], of, place, null);
            if (PartialNumber.Read(head) is { } part) return Of(query, typed, Words(typed).Phrases, null, place, null) with { Partial = part };
            if (SearchForm.Of(head.Trim('《', '》')) is { Length: >= 4 } title && place.Steps[0].Kind is not (ClauseStepKind.Table or ClauseStepKind.Title or ClauseStepKind.Body))
                return Of(query, typed, Words(typed).Phrases, null, place, title);
        }
        return OfWords(query, typed);
    }

    /// <summary>The same without one of its words.</summary>
    public SearchQuery Without(string phrase) => this with { Phrases = [.. Phrases.Where(p => p != phrase)] };

    private static SearchQuery OfWords(string query, string typed)
    {
        var (phrases, isQuoted) = Words(typed);
        return Of(query, typed, phrases, null, null, null) with { IsQuoted = isQuoted, Partial = PartialNumber.Read(typed) };
    }

    private static SearchQuery Of(string query, string typed, IReadOnlyList<string> phrases, DocumentNumber? number, ClausePath? place, string? title) =>
        new(typed, phrases, number, place, title, false) { IsCut = query.Length > Longest };

    private static string Cut(string query) =>
        query.Length <= Longest ? query : query[..(char.IsHighSurrogate(query[Longest - 1]) ? Longest - 1 : Longest)];

    /// <summary>清府办发〔2024〕7号 四（十五） or 《…办法》第三条: the document's name and the place, cut at the last place where what follows is a path.</summary>
    private static (string Head, ClausePath Place)? Placed(string typed)
    {
        var at = typed.LastIndexOf('号') is >= 0 and var end ? end + 1 : typed.LastIndexOf('》') is >= 0 and var mark ? mark + 1 : typed.LastIndexOf('第');
        if (at <= 0 || at >= typed.Length) return null;
        if (typed[at..].TrimStart() is ['文', ..]) at = typed.IndexOf('文', at) + 1;
        var rest = typed[at..].Trim(' ', '\u3000', '#', '，', ',', '的', '之', '中');
        return rest.Length > 0 && ClausePath.TryParse(rest, out var place) && !place.IsDocument && (place.Steps[0].Number is not null || rest.Length > 1) ? (typed[..at].Trim(), place) : null;
    }

    /// <summary>Blanks and quotation marks part words; what stands in quotation marks is one.</summary>
    private static (List<string> Phrases, bool IsQuoted) Words(string typed)
    {
        var phrases = new List<string>();
        var quoted = false;
        for (var at = 0; at < typed.Length && phrases.Count < MostPhrases;)
        {
            var mark = Opening.IndexOf(typed[at], StringComparison.Ordinal);
            var end = mark >= 0 ? typed.IndexOf(Closing[mark], at + 1) : -1;
            if (end > at + 1)
            {
                quoted = true;
                Add(phrases, typed[(at + 1)..end]);
                at = end + 1;
                continue;
            }
            var from = at++;
            while (at < typed.Length && !char.IsWhiteSpace(typed[at]) && !Opening.Contains(typed[at])) at++;
            Add(phrases, typed[from..at]);
        }
        return (phrases, quoted);
    }

    private static void Add(List<string> phrases, string word)
    {
        if (SearchForm.Of(word) is { Length: > 0 } form && !phrases.Contains(form)) phrases.Add(form);
    }
}
