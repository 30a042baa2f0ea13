namespace Gongbao.Gazette.Ingest;

/// <summary>What follows an automatic number (编号之后).</summary>
internal enum NumberSuffix { Tab, Space, Nothing }

/// <summary>One level of a list (多级列表的一级).</summary>
internal sealed record NumberingLevel
{
    public const int Count = 9;

    public static readonly NumberingLevel Plain = new();

    /// <summary>The first count.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Name of its number format; <c>bullet</c> for a mark that does not count.</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>Words around the counts: 第%1条, %1.%2; %n stands for the count of level n, from 1.</summary>
    public string Text { get; init; } = "";

    /// <summary>0: never begins anew; n: only behind a number of level n or above; null: behind a number of any level above.</summary>
    public int? RestartsBehind { get; init; }

    /// <summary>Whether counts of all levels are written in figures (正规形式编号).</summary>
    public bool IsLegal { get; init; }

    public NumberSuffix Suffix { get; init; }

    /// <summary>Style whose paragraphs take this level.</summary>
    public string? Style { get; init; }

    /// <summary>Whether the number itself is hidden text.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A list as it is defined (abstractNum): its levels, from 0; null where it defines none.</summary>
/// <param name="Levels">Nine places.</param>
/// <param name="StyleLink">Name of the list style whose list is meant instead; null where this is the list.</param>
/// <param name="OwnStyle">Name of the list style that this list is the list of.</param>
internal sealed record AbstractNumbering(NumberingLevel?[] Levels, string? StyleLink, string? OwnStyle);

/// <summary>A list as paragraphs use it (num).</summary>
/// <param name="Abstract">The list that it counts in.</param>
/// <param name="Starts">Counts that levels begin at when this is first used; null where it does not say.</param>
/// <param name="Levels">Levels defined anew.</param>
internal sealed record NumberingInstance(int Abstract, int?[] Starts, NumberingLevel?[] Levels);

/// <summary>Which number a paragraph takes: the list and the level, from 0.</summary>
internal readonly record struct NumberingUse(int Instance, int Level);
