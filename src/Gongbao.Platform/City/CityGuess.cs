namespace Gongbao.Platform.City;

/// <summary>Tells of which declared city a text speaks, for a person who did not say.</summary>
public static class CityGuess
{
    private const int LooksAt = 400_000;

    /// <summary>The city whose name the text prints most often.</summary>
    /// <param name="root">The folder that holds <c>base</c> and the cities.</param>
    /// <param name="text">Any text; its beginning is looked at.</param>
    /// <returns>The city's folder name; null where no declared city is named.</returns>
    public static string? Of(string root, string text)
    {
        var beginning = text.Length > LooksAt ? text[..LooksAt] : text;
        return Directory.GetDirectories(root).Order(StringComparer.Ordinal)
            .Select(folder => (Id: Path.GetFileName(folder), Times: NameOf(folder) is { } name ? Count(beginning, name) : 0))
            .Where(c => c.Times > 0).OrderByDescending(c => c.Times).Select(c => c.Id).FirstOrDefault();
    }

    private static string? NameOf(string folder)
    {
        var file = Path.Combine(folder, "city.yaml");
        return File.Exists(file) ? YamlFile.Read(File.ReadAllText(file), file, [])?.Map(Sections.CitySection.Name).Text("name") : null;
    }

    private static int Count(string text, string name)
    {
        var times = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)) times++;
        return times;
    }
}
