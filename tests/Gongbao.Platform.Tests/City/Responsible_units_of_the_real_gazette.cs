using System.Text.Json;

namespace Gongbao.Platform.Tests.City;

/// <summary>Every distinct text of responsible units in the real gazette, against what a person read.</summary>
public class Responsible_units_of_the_real_gazette
{
    [Fact]
    public void Resolve_as_a_person_reads_them()
    {
        var resolver = The_committed_cities.Dazhou.Directory.ResolverOn(new(2023, 4, 28));
        using var truth = JsonDocument.Parse(File.ReadAllText(RealIssue.Truth));
        var texts = truth.RootElement.GetProperty("unit_texts").EnumerateArray().ToArray();

        Assert.Equal(80, texts.Length);
        Assert.All(texts, text =>
        {
            var resolution = resolver.Resolve(text.GetProperty("text").GetString()!);

            Assert.Equal(Texts(text, "organizations"), resolution.Organizations);
            Assert.Equal(Texts(text, "groups"), resolution.Groups);
            Assert.Equal(Texts(text, "unresolved"), resolution.Unresolved);
            Assert.Equal(Texts(text, "repaired"), resolution.Repaired);
            Assert.Equal(text.GetProperty("others").GetBoolean(), resolution.Others);
        });
    }

    /// <summary>Lines break anywhere in printed names; the resolution is the same and the spans still point at what was printed.</summary>
    [Fact]
    public void Resolve_alike_when_lines_break_inside_names()
    {
        var resolver = The_committed_cities.Dazhou.Directory.ResolverOn(new(2023, 4, 28));
        using var truth = JsonDocument.Parse(File.ReadAllText(RealIssue.Truth));

        Assert.All(truth.RootElement.GetProperty("unit_texts").EnumerateArray(), text =>
        {
            var whole = text.GetProperty("text").GetString()!;
            var broken = string.Join("\n", whole.Chunk(3).Select(c => new string(c)));
            var resolution = resolver.Resolve(broken);

            Assert.Equal(resolver.Resolve(whole).Organizations, resolution.Organizations);
            Assert.All(resolution.Mentions, m => Assert.Equal(m.Text, broken.Substring(m.Start, m.Length).Replace("\n", "", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Are_addressed_by_names_the_directory_knows()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(RealIssue.Truth));
        var documents = truth.RootElement.GetProperty("documents").EnumerateArray().ToArray();

        Assert.Equal(10, documents.Length);
        Assert.All(documents, document =>
        {
            var on = DateOnly.ParseExact(document.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var resolver = The_committed_cities.Dazhou.Directory.ResolverOn(on);
            foreach (var addressee in Texts(document, "addressees"))
            {
                var resolution = resolver.Resolve(addressee!);
                Assert.Empty(resolution.Unresolved);
                Assert.Empty(resolution.Repaired);
                Assert.Single(resolution.Mentions);
            }
        });
    }

    [Fact]
    public void Issue_under_the_codes_that_the_city_declares()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(RealIssue.Truth));
        var city = The_committed_cities.Dazhou;
        var issuers = city.Section("gazette").Map("issuers").Things()
            .SelectMany(i => i.Thing.Texts("codes").Select(code => (code, city.Directory.Find(i.Thing.RequiredText("unit"))!.FullName))).ToDictionary(x => x.code, x => x.FullName);

        Assert.All(truth.RootElement.GetProperty("documents").EnumerateArray(), document =>
            Assert.Equal(document.GetProperty("issuer").GetString(), issuers[document.GetProperty("number").GetString()!.Split('〔')[0]]));
    }

    private static IEnumerable<string?> Texts(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(e => e.GetString());
}
