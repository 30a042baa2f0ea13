namespace Gongbao.Gazette.Reading;

/// <summary>What the reader may know beyond the text. Everything has a default, so that any text can be read anywhere.</summary>
internal sealed record ReaderContext
{
    public static readonly ReaderContext Empty = new();

    /// <summary>Turns a text of responsible units into the city's organisations; null: organisations stay empty.</summary>
    public Func<string, ResolvedUnits>? ResolveUnits { get; init; }

    /// <summary>Values less sure than this are flagged.</summary>
    public double FlagBelow { get; init; } = 0.8;
}

/// <summary>What a text of responsible units means.</summary>
/// <param name="Organizations">Canonical names, in order of mention, groups of counties expanded.</param>
/// <param name="Others">Whether 等 follows.</param>
/// <param name="Unresolved">Words that name no unit of the directory; kept and flagged.</param>
/// <param name="Repaired">Slips mended: what is printed and what is meant; flagged.</param>
internal sealed record ResolvedUnits(
    IReadOnlyList<string> Organizations,
    bool Others,
    IReadOnlyList<string> Unresolved,
    IReadOnlyList<(string Printed, string Meant)> Repaired);
