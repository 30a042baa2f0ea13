namespace Gongbao.Gazette.Citations.Showing;

/// <summary>A document beside the one that is looked at: what cites it, or what it cites.</summary>
/// <param name="Document">Slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Citations">How many citations lie between the two.</param>
internal sealed record Neighbour(string Document, string Title, string? Number, int Citations)
{
    /// <summary>Its own graph, from which one can go on.</summary>
    public string Href => "/citations/" + Uri.EscapeDataString(Document);
}

/// <summary>The neighbourhood of a document, as the graph draws it: on each side the closest first.</summary>
/// <param name="Citing">Who cites it.</param>
/// <param name="Cited">What it cites in the library, itself left out.</param>
internal sealed record Neighbours(IReadOnlyList<Neighbour> Citing, IReadOnlyList<Neighbour> Cited)
{
    public static Neighbours Of(CitationsView view) => new(
        Of(view.CitedBy.Select(c => c.From)), Of(view.Cites.Select(c => c.To).OfType<CitationEnd>().Where(to => to.Document != view.Of.Document)));

    /// <summary>By the number of citations; among equals in the order of the list, which is by date.</summary>
    private static IReadOnlyList<Neighbour> Of(IEnumerable<CitationEnd> ends) =>
        [.. ends.GroupBy(e => e.Document).Select(g => new Neighbour(g.Key, g.First().Title, g.First().Number, g.Count())).OrderByDescending(n => n.Citations)];
}
