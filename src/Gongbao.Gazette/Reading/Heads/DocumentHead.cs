namespace Gongbao.Gazette.Reading;

/// <summary>
/// Where the head of a document stands among the lines of an issue. Ranges are of lines, ends excluded; empty where a part is not printed.
/// </summary>
internal sealed record DocumentHead
{
    public required Range Issuers { get; init; }

    public required Range Title { get; init; }

    /// <summary>Characters at the start of the title that name the issuer, where both stand on one line.</summary>
    public int IssuerInTitle { get; init; }

    /// <summary>An order (令): the line of the title names issuer and kind, and the number belongs to both.</summary>
    public bool IsOrder { get; init; }

    public required Range Number { get; init; }

    /// <summary>The first line of the document.</summary>
    public required int From { get; init; }

    /// <summary>The first line behind the head.</summary>
    public required int BodyFrom { get; init; }
}
