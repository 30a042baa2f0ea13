using Gongbao.Platform.City;

namespace Gongbao.Gazette.Reading;

/// <summary>A stretch of running text under one clause: what inline lists, citations, times and personal values are looked for in.</summary>
/// <param name="Text">Joined across lines and pages.</param>
/// <param name="Clause">Labels of the clauses it stands under, outermost first: 一、 （二）; empty before the first.</param>
/// <param name="Heading">Heading of the innermost clause; null before the first.</param>
/// <param name="Line">Line of its first word.</param>
internal sealed record Passage(JoinedText Text, IReadOnlyList<string> Clause, string? Heading, int Line);

/// <summary>The lines of an attachment (附件) or of another part that may be a table, a form or a list; furniture left out, title left out.</summary>
/// <param name="Source">The source of the lines.</param>
/// <param name="Lines">Lines with words, in printed order.</param>
/// <param name="Title">Its title; null where none is printed.</param>
/// <param name="Body">The running text of the document before it: tables repeat its sentences.</param>
/// <param name="Year">Year of the document's date, for limits without one; null where unknown.</param>
internal sealed record ContentPart(SourceText Source, IReadOnlyList<ContentLine> Lines, string? Title, BodyText Body, int? Year)
{
    /// <summary>What the city declares of forms.</summary>
    public IReadOnlyList<FormLimit> FormLimits { get; init; } = [];
}

/// <summary>
/// What a content reader made of a part: the nodes that hold every one of its characters, and the facts they state. Flags are
/// addressed relative to the lists here (<c>obligations[0].task</c>) and are renumbered when parts are put together.
/// </summary>
internal sealed record ContentReading
{
    public IReadOnlyList<Node> Nodes { get; init; } = [];

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    public IReadOnlyList<Honour> Honours { get; init; } = [];

    public IReadOnlyList<GradeRow> Grades { get; init; } = [];

    public IReadOnlyList<PersonnelAct> Personnel { get; init; } = [];

    public IReadOnlyList<ScoreItem> ScoreSheet { get; init; } = [];

    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    public IReadOnlyList<PersonalMark> Personal { get; init; } = [];

    public IReadOnlyList<Found<string>> Cites { get; init; } = [];

    public IReadOnlyList<Flag> Flags { get; init; } = [];
}
