namespace Gongbao.Gazette.Generating.Printing;

/// <summary>How one issue is printed: its columns, its page furniture.</summary>
internal sealed record PressStyle
{
    public required int Column { get; init; }
    public required int Page { get; init; }
    public required int LinesPerPage { get; init; }

    /// <summary>{0} stands for the page.</summary>
    public required string PageNumber { get; init; }

    /// <summary>The running head of a document, from its section; null where heads are not overprinted but the issue's name.</summary>
    public required bool Overprinted { get; init; }

    /// <summary>The gazette's short name, printed down the edge.</summary>
    public required string Masthead { get; init; }

    /// <summary>The gazette's name with the issue.</summary>
    public required string IssueName { get; init; }

    /// <summary>A page begins with a form feed instead of a space.</summary>
    public required bool FormFeed { get; init; }

    public static PressStyle Throw(Dice dice, string city, int year) => new()
    {
        Column = dice.Between(21, 23),
        Page = dice.Between(44, 50),
        LinesPerPage = dice.Between(60, 90),
        PageNumber = dice.Pick(["·· {0}", "— {0} —", "·{0}·", "- {0} -"]),
        Overprinted = dice.Chance(0.6),
        Masthead = city.TrimEnd('市') + "政府公报",
        IssueName = $"{city}人民政府公报 {year}年第{dice.Between(1, 12)}期",
        FormFeed = dice.Chance(0.3),
    };
}
