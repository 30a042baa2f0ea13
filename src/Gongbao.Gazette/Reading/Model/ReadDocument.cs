namespace Gongbao.Gazette.Reading;

/// <summary>
/// One official document (公文) as read. What is not printed is null or empty, never guessed.
/// </summary>
internal sealed record ReadDocument
{
    /// <summary>The whole document as a tree; its span is the document's.</summary>
    public required Node Root { get; init; }

    /// <summary>Document number (发文字号), brackets and digits in their usual form.</summary>
    public Found<string>? Number { get; init; }

    /// <summary>Issuing bodies (发文机关), first the one that leads.</summary>
    public IReadOnlyList<Found<string>> Issuers { get; init; } = [];

    /// <summary>As printed after the issuer.</summary>
    public Found<string>? Title { get; init; }

    /// <summary>One of the fifteen kinds (文种) of 《党政机关公文处理工作条例》第八条.</summary>
    public Found<string>? Kind { get; init; }

    /// <summary>To whom it is addressed (主送机关).</summary>
    public IReadOnlyList<Found<string>> Addressees { get; init; } = [];

    /// <summary>Day of signature (成文日期).</summary>
    public Found<DateOnly>? DatedOn { get; init; }

    /// <summary>Names of the attachments (附件说明), without numbers.</summary>
    public IReadOnlyList<Found<string>> Attachments { get; init; } = [];

    /// <summary>Whose text is passed on (转发、批转); null in a document of one's own.</summary>
    public Found<string>? ForwardedFrom { get; init; }

    /// <summary>Numbers of other documents that the text cites, in order of appearance, each once.</summary>
    public IReadOnlyList<Found<string>> Cites { get; init; } = [];

    public IReadOnlyList<Heading> Headings { get; init; } = [];

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    public IReadOnlyList<Honour> Honours { get; init; } = [];

    public IReadOnlyList<GradeRow> Grades { get; init; } = [];

    public IReadOnlyList<PersonnelAct> Personnel { get; init; } = [];

    public IReadOnlyList<ScoreItem> ScoreSheet { get; init; } = [];

    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    /// <summary>What names a private person's reach: masked on every public page and export.</summary>
    public IReadOnlyList<PersonalMark> Personal { get; init; } = [];

    public IReadOnlyList<Flag> Flags { get; init; } = [];
}
