using System.Diagnostics.CodeAnalysis;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// A clause of a document (条款): the document and the place within it. The type of everything that says which clause ordered it.
/// </summary>
/// <param name="Document">Which document.</param>
/// <param name="Path">Where in it; <see cref="ClausePath.Document"/> for all of it.</param>
public sealed record ClauseRef(DocumentKey Document, ClausePath Path) : IComparable<ClauseRef>
{
    private const char Separator = '#';

    /// <summary>The address of its page, two segments: 达市府办发-2023-14/3.10. Letters, digits and <c>- . _ ~</c> only, so that nothing needs escaping in an IRI.</summary>
    public string Slug => Path.IsDocument ? DocumentSlugs.Print(Document) : $"{DocumentSlugs.Print(Document)}/{Path.Slug}";

    /// <summary>The first segment of <see cref="Slug"/>.</summary>
    public string DocumentSlug => DocumentSlugs.Print(Document);

    /// <summary>All of a document.</summary>
    public static ClauseRef Whole(DocumentKey document) => new(document, ClausePath.Document);

    /// <summary>Reads document and place, parted by #; without a place, the whole document.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ClauseRef? clause)
    {
        clause = null;
        if (text is null) return false;
        var at = text.IndexOfAny([Separator, '＃']);
        if (!DocumentKey.TryParse(at < 0 ? text : text[..at], out var document)) return false;
        if (!ClausePath.TryParse(at < 0 ? "" : text[(at + 1)..], out var path)) return false;
        clause = new(document, path);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for texts that are ours.</summary>
    /// <exception cref="FormatException">The text names no clause.</exception>
    public static ClauseRef Parse(string text) => TryParse(text, out var clause) ? clause : throw new FormatException($"No clause: {text}");

    /// <summary>Reads <see cref="Slug"/> back, percent-encoded or not.</summary>
    public static bool TryParseSlug([NotNullWhen(true)] string? slug, [NotNullWhen(true)] out ClauseRef? clause)
    {
        clause = null;
        if (slug is null) return false;
        var plain = slug.Contains('%') ? Uri.UnescapeDataString(slug) : slug;
        var at = plain.IndexOf('/');
        if (DocumentSlugs.Read(at < 0 ? plain : plain[..at]) is not { } document) return false;
        if (!ClausePath.TryParseSlug(at < 0 ? "" : plain[(at + 1)..], out var path)) return false;
        clause = new(document, path);
        return true;
    }

    /// <summary>Whether all of the other clause lies in this one; a clause contains itself.</summary>
    public bool Contains(ClauseRef other) => Document.Equals(other.Document) && Path.Contains(other.Path);

    /// <summary>By document, then by the order in the document.</summary>
    public int CompareTo(ClauseRef? other)
    {
        if (other is null) return 1;
        var order = Document.CompareTo(other.Document);
        return order == 0 ? Path.CompareTo(other.Path) : order;
    }

    /// <summary>达市府办发〔2023〕14号#三（十）</summary>
    public override string ToString() => Path.IsDocument ? Document.ToString() : $"{Document}{Separator}{Path}";
}
