using System.Text.Json;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Search.Index;

/// <summary>What search knows of one document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Number">Document number, normalised; null when none is printed.</param>
/// <param name="Issuers">Issuing bodies joined by 、.</param>
/// <param name="Title">As printed after the issuer.</param>
/// <param name="Kind">Its kind (文种); null when none can be told.</param>
/// <param name="DatedOn">Day of signature; null when none is printed.</param>
/// <param name="Lines">Its clauses in printed order: the line of a clause is its ordinal.</param>
internal sealed record SearchEntry(Guid DocumentId, string? Number, string Issuers, string Title, string? Kind, DateOnly? DatedOn, IReadOnlyList<SearchLine> Lines)
{
    /// <summary>Its classes, topics above those it has among them.</summary>
    public IReadOnlyList<(Aspect Aspect, string Name)> Classes { get; init; } = [];

    public IEnumerable<string> Of(Aspect aspect) => Classes.Where(c => c.Aspect == aspect).Select(c => c.Name);

    /// <summary>Its states over time, as <see cref="Validity.ValidityTimeline"/> writes them; empty where nothing is known.</summary>
    public string States { get; init; } = "";

    /// <summary>What is looked for beside its clauses, as <see cref="Library.Storage.StoredDocument.SearchText"/> keeps it.</summary>
    public string Beside { get; init; } = "";

    /// <summary>The words that it had and has, where amendments changed any; else empty, and <see cref="Lines"/> are its words on all days.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];
}

/// <summary>One clause as search compares it.</summary>
/// <param name="IsPlaced">True when a citation can name it; then its first sentence counts as a heading.</param>
/// <param name="Form">Its words in the compared form, personal values masked.</param>
internal readonly record struct SearchLine(bool IsPlaced, string Form)
{
    private static readonly char PartBreak = SearchForm.Of(BlockView.PartBreak)!.Value;

    /// <summary>A row of a table is cited by its attachment's name and is no heading.</summary>
    public static SearchLine Of(string place, string form) => new(place.Length > 0 && form.IndexOf(PartBreak, StringComparison.Ordinal) < 0, form);
}

/// <summary>
/// A document as the index keeps it, or one wording of a document that was amended: of the rows of one document each day has one. A row is never
/// changed: a document that changes gets new rows under new numbers.
/// </summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Dated">Days since 0001-01-01; 0 when no date is printed.</param>
/// <param name="Head">Number, a line end, issuers and title, in the compared form.</param>
/// <param name="TitleAt">Where the title begins in the head.</param>
/// <param name="Facets">Values by facet, as JSON.</param>
/// <param name="Body">The two lines of the head, a line for each clause, then what stands beside them, in the compared form; that of a placed clause begins with <see cref="Placed"/>.</param>
/// <param name="Names">What it is called in the compared form: numbers, title, title with issuers, and the name of the text that it issues (印发件).</param>
internal sealed record SearchRow(Guid DocumentId, int Dated, string Head, int TitleAt, string Facets, string Body, IReadOnlyList<string> Names)
{
    /// <summary>Its states over time and the days of its words, as <see cref="StatePeriods.Write"/> writes them.</summary>
    public string States { get; init; } = "";

    /// <summary>No text in the compared form has a control character.</summary>
    public const char Placed = '\u0001';

    /// <summary>So many lines of the body stand before the first clause.</summary>
    public const int HeadLines = 2;

    private const int LongestName = 300;

    /// <summary>The rows of a document: one, or one for each of its wordings.</summary>
    public static IEnumerable<SearchRow> Of(SearchEntry entry) => entry.Wordings.Count == 0 ? [Of(entry, entry.Lines, WordingDays.Always)]
        : entry.Wordings.Select(w => Of(entry, w.Lines.Select(l => SearchLine.Of(l.Place, SearchForm.Of(l.Text))), w.Days));

    private static SearchRow Of(SearchEntry entry, IEnumerable<SearchLine> lines, WordingDays days)
    {
        var number = SearchForm.Of(entry.Number ?? "");
        var title = SearchForm.Of(entry.Title);
        var full = SearchForm.Of(FullTitle.Of(entry.Issuers, entry.Title));
        var head = $"{number}\n{full}";
        return new(
            entry.DocumentId, entry.DatedOn?.DayNumber ?? 0, head, head.Length - title.Length,
            JsonSerializer.Serialize(Facet.All.ToDictionary(f => f.Key, f => f.ValuesOf(entry).Distinct().ToArray())),
            string.Join('\n', lines.Select(l => l.IsPlaced ? Placed + l.Form : l.Form).Prepend(head).Concat(entry.Beside.Length > 0 ? [entry.Beside] : [])),
            [.. Numbers(entry.Number).Append(title).Append(full).Append(SearchForm.Of(TitleForm.Issued(entry.Title) ?? "")).Where(n => n.Length is > 0 and <= LongestName).Distinct()]) { States = StatePeriods.Write(entry.States, days) };
    }

    /// <summary>Everything that can be found, line by line.</summary>
    public IEnumerable<string> Lines => Body.Split('\n').Select(l => l.TrimStart(Placed));

    /// <summary>The values of its facets, as words kept whole.</summary>
    public IEnumerable<string> Wholes =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(Facets)!.SelectMany(f => f.Value.Select(v => Facet.Whole(f.Key, v)));

    /// <summary>A joint document is known by each of its numbers.</summary>
    private static IEnumerable<string> Numbers(string? number) => DocumentNumber.TryParse(number, out var known)
        ? known.Parts.Select(p => SearchForm.Of(p.ToString())).Append(SearchForm.Of(known.Normalised))
        : number is null ? [] : [SearchForm.Of(number)];
}
