namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>
/// Says what a citation leads to: by number; else by title, issuer and date, never by title alone where several bear it. A pure function
/// of the citation, the citing document and the index.
/// </summary>
internal static class CitationResolver
{
    /// <param name="target">The other document; null for the citing one.</param>
    /// <param name="place">The place; null for a whole document.</param>
    /// <param name="not">Set where the words name no document.</param>
    /// <param name="citing">The citing document, with its places.</param>
    /// <param name="citingSlug">Address of the citing place.</param>
    /// <param name="asOf">The day of the citing text: documents dated after it are left out, and places are those that bore the number then; null leaves out none.</param>
    /// <param name="index">The library.</param>
    public static Resolved Resolve(CitedTarget? target, CitedPlace? place, NonDocument? not, KnownDocument citing, string? citingSlug, DateOnly? asOf, ICitationIndex index)
    {
        if (target is null) return At(citing, citing.Places.Printed, CitationMatch.Own, place, citingSlug);
        if (not is NonDocument.IssuedHere) return place is null ? new(CitationState.NotDocument, CitationMatch.Own, citing.Id) : At(citing, citing.Places.Printed, CitationMatch.Own, place, citingSlug);

        var (found, match) = Candidates(target, asOf, index);
        if (found.Count == 1) return At(found[0], found[0].Places.CitedBy(asOf), match, place, citingSlug: null);
        if (not is not null) return new(CitationState.NotDocument, CitationMatch.None);
        return found.Count == 0 ? new(CitationState.Outside, CitationMatch.None)
            : new(CitationState.Ambiguous, match, Candidates: [.. found.OrderByDescending(d => d.DatedOn).ThenBy(d => d.Id).Select(d => d.Id)]);
    }

    private static Resolved At(KnownDocument document, PlaceIndex places, CitationMatch match, CitedPlace? place, string? citingSlug)
    {
        if (place is null) return new(CitationState.Document, match, document.Id);
        return places.Find(place, citingSlug) is var (first, last)
            ? new(CitationState.Clause, match, document.Id, first, last)
            : new(CitationState.NoSuchPlace, match, document.Id);
    }

    private static (IReadOnlyList<KnownDocument>, CitationMatch) Candidates(CitedTarget target, DateOnly? asOf, ICitationIndex index)
    {
        if (target.Number is { } number)
        {
            var numbered = Known(index.ByNumber(number), asOf);
            if (numbered.Count > 0) return (Narrow(numbered, target), CitationMatch.Number);
        }
        if (target.Title is not { } title) return ([], CitationMatch.None);

        // A document of another number is another document, whatever its title.
        var titled = Known(index.ByTitle(TitleForm.Core(title)), asOf).Where(d => target.Number is null || d.Number is null).ToList();
        var exact = TitleForm.Exact(title);
        var same = titled.Where(d => d.Names.Any(n => !n.Issued && n.Exact == exact)).ToList();
        if (same.Count > 0) return (Narrow(same, target), CitationMatch.Title);

        // 甲办法 is not 甲办法（试行）, where both are issued here.
        var issued = titled.Where(d => d.Names.Any(n => n.Exact == exact)).ToList();
        return (Narrow(issued.Count > 0 ? issued : titled, target), CitationMatch.WeakTitle);
    }

    private static List<KnownDocument> Known(IReadOnlyList<KnownDocument> documents, DateOnly? asOf) =>
        [.. documents.Where(d => asOf is null || d.DatedOn is null || d.DatedOn <= asOf)];

    /// <summary>Of several, those whose issuer and date the citation prints; a sign that none bears decides nothing.</summary>
    private static IReadOnlyList<KnownDocument> Narrow(List<KnownDocument> found, CitedTarget target)
    {
        if (found.Count > 1 && target.Issuer is { } issuer) found = Some(found, d => d.Issuers == issuer) ?? Some(found, d => d.Issuers.EndsWith(issuer, StringComparison.Ordinal)) ?? found;
        if (found.Count > 1 && target.DatedOn is { } day) found = Some(found, d => d.DatedOn == day) ?? found;
        if (found.Count > 1 && target.Title is { } title && Year(title) is { } year) found = Some(found, d => d.DatedOn?.Year == year) ?? found;
        return found;
    }

    private static List<KnownDocument>? Some(List<KnownDocument> found, Predicate<KnownDocument> sign) => found.FindAll(sign) is { Count: > 0 } some ? some : null;

    /// <summary>The year in brackets at the end of a title: （2018年修订）.</summary>
    private static int? Year(string title)
    {
        var tail = TitleForm.Exact(title)[TitleForm.WithoutBrackets(TitleForm.Exact(title)).Length..];
        for (var i = 0; i + 4 <= tail.Length; i++)
            if (int.TryParse(tail.AsSpan(i, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2999) return year;
        return null;
    }
}
