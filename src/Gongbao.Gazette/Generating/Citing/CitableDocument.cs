namespace Gongbao.Gazette.Generating.Citing;

/// <summary>A document that later ones may cite.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issued">The text that it issues (印发); null where it speaks itself.</param>
/// <param name="DatedOn">Day of signature.</param>
/// <param name="Articles">How many articles the issued text has; 0 where it has none.</param>
internal sealed record CitableDocument(string Number, string Issuer, string Title, string? Issued, DateOnly DatedOn, int Articles)
{
    /// <summary>How many items those articles have that have any, by article.</summary>
    public IReadOnlyDictionary<int, int> Items { get; init; } = new Dictionary<int, int>();

    /// <summary>How many attachments it has; numbered, so none or several.</summary>
    public int Attachments { get; init; }

    /// <summary>Its whole name as others print it, inner marks single.</summary>
    public string FullTitle => Issuer + Title.Replace('《', '〈').Replace('》', '〉');
}
