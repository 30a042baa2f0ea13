using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Reading;

/// <summary>What a city's declarations add to reading.</summary>
internal static class CityReaders
{
    /// <summary>The context of a city or, where none is named, of the declared city that the text speaks of; of no city where it speaks of none.</summary>
    public static Result<ReaderContext> ContextOf(string? city, string text) =>
        (city ?? CityOf(text)) is { } named ? ContextOf(named) : ReaderContext.Empty;

    /// <summary>How large a file may be: as the named city declares or, where none is named, as <c>base</c> does for any.</summary>
    /// <param name="root">The folder that holds <c>base</c> and the cities; null where there is none.</param>
    /// <param name="city">The city's folder name; null where none is named.</param>
    public static Result<FileLimits> LimitsOf(string? root, string? city)
    {
        if (city is not null) return ContextIn(root, city).IsRefused(out var refusal, out var context) ? refusal : context.Limits;
        return root is not null && BaseDeclarations.Section(root, FileLimits.Section) is { } declared ? FileLimits.Of(declared) : FileLimits.Usual;
    }

    /// <summary>The declared city that a text speaks of; null where it speaks of none.</summary>
    public static string? CityOf(string text) => CityFolder.Find() is { } root ? CityGuess.Of(root, text) : null;

    /// <summary>The context of a city. Refusals: <c>gazette.no-city</c>, <c>gazette.bad-city</c>.</summary>
    public static Result<ReaderContext> ContextOf(string city) => ContextIn(CityFolder.Find(), city);

    private static Result<ReaderContext> ContextIn(string? root, string city)
    {
        if (root is null || !Directory.Exists(Path.Combine(root, city)))
            return new Refusal("gazette.no-city", $"没有城市声明“{city}”；请在 city/ 下建立同名文件夹，或用 --city 指定已有的城市。");
        var check = CityDeclarations.Load(root, city);
        return check.City is { } declared
            ? ReaderContext.Of(declared)
            : new Refusal("gazette.bad-city", $"城市声明“{city}”有 {check.Problems.Count} 处错误，第一处是 {check.Problems[0]}");
    }
}
