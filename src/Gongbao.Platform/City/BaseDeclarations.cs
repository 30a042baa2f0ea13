namespace Gongbao.Platform.City;

/// <summary>What <c>city/base</c> declares for any city, for a program that works for none in particular.</summary>
public static class BaseDeclarations
{
    /// <param name="root">The folder that holds <c>base</c> and the cities.</param>
    /// <param name="section">Of those that are known below the rooms.</param>
    /// <returns>The section; null where it is not declared or has a mistake, which <c>gongbao check</c> tells.</returns>
    public static DeclaredMap? Section(string root, string section)
    {
        var shape = CityDeclarations.KnownSections.Single(s => s.Name == section);
        return new CityLoader(root, "base", CityDeclarations.KnownSections).BaseSection(shape);
    }
}
