namespace Gongbao.Gazette.Reading;

/// <summary>A numbered heading (层次序数). Level 1 一、 2 （一） 3 1． 4 （1）.</summary>
internal sealed record Heading(int Level, string Label, Found<string> Text, int Line);

/// <summary>A duty (任务) as a table row or an inline list of responsible units states it.</summary>
internal sealed record Obligation
{
    /// <summary>Label of the measure in the body that the duty belongs to, as （五）; null where none can be told.</summary>
    public Found<string>? Measure { get; init; }

    /// <summary>What the table groups rows by; null where it does not.</summary>
    public Found<string>? Group { get; init; }

    public required Found<string> Task { get; init; }

    /// <summary>What is to be shown for it (成果形式); null where the table has no such column.</summary>
    public Found<string>? Output { get; init; }

    /// <summary>The responsible units as printed.</summary>
    public Found<string>? Units { get; init; }

    /// <summary>Units marked as leading (牵头), as printed.</summary>
    public IReadOnlyList<Found<string>> Lead { get; init; } = [];

    /// <summary>Units responsible without mark, as printed.</summary>
    public IReadOnlyList<Found<string>> Responsible { get; init; } = [];

    /// <summary>Units marked as supporting (配合), as printed.</summary>
    public IReadOnlyList<Found<string>> Supporting { get; init; } = [];

    /// <summary>Canonical names of the units, from the city's directory; empty without one.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>Whether 等 follows: others are meant too.</summary>
    public bool Others { get; init; }

    /// <summary>The limit as printed; null where the source states none.</summary>
    public Found<string>? DueText { get; init; }

    /// <summary>The limit as understood; null where the source states none.</summary>
    public Due? Due { get; init; }

    public required int Line { get; init; }
}

/// <summary>A time limit. Kind is on, month, year_end, promptly, standing, continuing, in_due_course, every or within; the date, last day inclusive, is set for the first three.</summary>
internal sealed record Due(string Kind, string Text, DateOnly? Date);

/// <summary>One commendation (表扬、表彰).</summary>
internal sealed record Honour(Found<string> Category, Found<string>? Grade, Found<string> Name, Found<string>? County);

/// <summary>One grade of an appraisal (考核等次) and who received it.</summary>
internal sealed record GradeRow(Found<string> Grade, IReadOnlyList<Found<string>> Names);

/// <summary>What a personnel notice does: 任命, 免去, 转正.</summary>
internal enum PersonnelActKind { Appoint, Remove, Confirm }

/// <summary>One appointment, removal or confirmation (任免).</summary>
internal sealed record PersonnelAct
{
    public required Found<string> Person { get; init; }

    public required Found<string> Unit { get; init; }

    public required Found<string> Post { get; init; }

    public required PersonnelActKind Act { get; init; }

    /// <summary>Years of probation (试用期); null where none is stated.</summary>
    public int? ProbationYears { get; init; }

    /// <summary>Whether on secondment (挂职).</summary>
    public bool Secondment { get; init; }

    public int? SecondmentYears { get; init; }

    /// <summary>Whether held beside another post (兼).</summary>
    public bool Concurrent { get; init; }

    /// <summary>Rank as printed, as 正县级; null where none is stated.</summary>
    public Found<string>? Rank { get; init; }
}

/// <summary>One item of a weighted score sheet (评价表). Number and points are null where the source does not show them.</summary>
internal sealed record ScoreItem(Found<int>? No, Found<string>? Category, Found<int>? CategoryPoints, Found<string> Text, Found<decimal>? Points);

/// <summary>A time expression in the text, with the limit it states.</summary>
internal sealed record TimeMention(Span Span, Due Due);

/// <summary>What kind of personal value a mark covers.</summary>
internal enum PersonalKind { Name, Telephone, Email, IdentityNumber, Address }

/// <summary>A stretch of the source that is personal.</summary>
internal sealed record PersonalMark(PersonalKind Kind, Span Span);

/// <summary>A doubt for a person to decide.</summary>
/// <param name="At">The value, as <c>obligations[11].units_text</c>.</param>
/// <param name="Why">A whole Chinese sentence.</param>
/// <param name="Line">Line of the source, from 1.</param>
/// <param name="Span">The words in doubt.</param>
/// <param name="Confidence">How sure the reader is of its proposal, 0 to 1.</param>
internal sealed record Flag(string At, string Why, int Line, Span Span, double Confidence = 0.5)
{
    /// <summary>True for a doubt about the file itself, such as hidden text, comments and pictures, and not about a value.</summary>
    public bool IsOfFile => At.StartsWith("source.", StringComparison.Ordinal);
}
