using Gongbao.Gazette.Citations;

namespace Gongbao.Gazette.Generating.Citing;

/// <summary>A made-up library whose documents cite one another in every form, with the truth about each citation.</summary>
/// <param name="Texts">The documents as printed, earliest first.</param>
/// <param name="Truth">Every citation of them, by document and in printed order.</param>
internal sealed record CitingLibrary(IReadOnlyList<string> Texts, IReadOnlyList<TrueCitation> Truth);

/// <summary>What one citation in a made-up document truly is.</summary>
/// <param name="In">Number of the citing document.</param>
/// <param name="Words">As written, before lines are broken.</param>
/// <param name="To">Number of the document of the library that it means; null for one that the library does not hold, or for none.</param>
/// <param name="Place">Address of the place that it means, of a range its first; null for a whole document.</param>
/// <param name="Not">Set where the words mean no document, or one that the citing document issues itself.</param>
internal sealed record TrueCitation(string In, string Words, string? To = null, string? Place = null, NonDocument? Not = null)
{
    /// <summary>Whether the library holds the document that is meant.</summary>
    public bool IsHeld => To is not null && Not is null;

    /// <summary>Whether a text is meant that the citing document issues.</summary>
    public bool IsOwnText => Not is NonDocument.IssuedHere;
}
