namespace Gongbao.Gazette.Generating.Truth;

/// <summary>What a correct reading of one document yields. The names are those of the reader's JSON; the types are the generator's own.</summary>
internal sealed record TrueDocument
{
    public required string Number { get; init; }
    public required List<string> Issuers { get; init; }
    public string Issuer => Issuers[0];
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required List<string> Addressees { get; init; }
    public required string Date { get; init; }
    public List<string> Attachments { get; init; } = [];
    public string? ForwardedFrom { get; set; }
    public List<string> Cites { get; init; } = [];
    public List<TrueHeading> Headings { get; init; } = [];
    public List<TrueObligation> Obligations { get; init; } = [];
    public List<TrueHonour> Honours { get; init; } = [];
    public List<TrueGrade> Grades { get; init; } = [];
    public List<TrueAct> Personnel { get; init; } = [];
    public List<TrueScoreItem> ScoreSheet { get; init; } = [];

    /// <summary>Places that the print leaves unclear: a reader must flag them or get them right.</summary>
    public List<TrueFlag> Flags { get; init; } = [];
}

/// <remarks><c>Level</c>: 1 for 一、, 2 for （一）, 3 for 1．, 4 for （1）.</remarks>
internal sealed record TrueHeading(int Level, string Label, string Text);

internal sealed record TrueDue(string Kind, string Text, string? Date);

internal sealed record TrueObligation
{
    public string? Measure { get; init; }
    public string? Group { get; init; }
    public string? Task { get; init; }
    public string? Output { get; init; }
    public required string UnitsText { get; init; }
    public List<string> Lead { get; init; } = [];
    public List<string> Organizations { get; init; } = [];
    public bool Others { get; init; }
    public string? DueText { get; init; }
    public TrueDue? Due { get; init; }
}

internal sealed record TrueHonour(string Category, string? Grade, string Name, string? County);

internal sealed record TrueGrade(string Grade, List<string> Names);

internal sealed record TrueAct(string Person, string Unit, string Post, string Act)
{
    public int? ProbationYears { get; init; }
    public bool? Secondment { get; init; }
    public int? SecondmentYears { get; init; }
    public bool? Concurrent { get; init; }
    public string? Rank { get; init; }
}

internal sealed record TrueScoreItem(int? No, string Category, int CategoryPoints, string Text, int? Points);

internal sealed record TrueFlag(string At, string Why);
