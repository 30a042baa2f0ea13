using Gongbao.Platform.City;

namespace Gongbao.Gazette.Library;

/// <summary>Lists of words that the city declares, in the section <c>lexicon</c>.</summary>
internal static class DeclaredWords
{
    /// <returns>What finds a list by its id; a list that is not declared is empty.</returns>
    public static Func<string, string[]> Of(CityDeclarations city)
    {
        var lexicon = city.Section("lexicon");
        return id => [.. lexicon.Map(id).Texts("words")];
    }
}
