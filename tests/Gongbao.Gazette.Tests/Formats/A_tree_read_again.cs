using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Tests.Formats;

/// <summary>
/// What the library writes and people take away is, read again, the same whole tree that it was written from: kinds, labels, levels, addresses, words,
/// heads, rows, cells, groups, lists of units, duties, forms with their fields, attachments, signatures, notes, masks. Only what is about the source and not
/// about the document may differ: <c>line</c>, <c>page</c>, <c>from_line</c> and <c>to_line</c> say where words stand in it; <c>confidence</c> and <c>flags</c>
/// say how well it could be read, and a file that gives its cells leaves no doubt where print does. No new doubt may arise.
/// </summary>
public class A_tree_read_again
{
    private static readonly string[] OfTheSource = ["line", "page", "from_line", "to_line", "confidence", "flags"];

    [Theory, InlineData("docx"), InlineData("text")]
    public void Of_the_sample_issue_is_the_same(string format)
    {
        Assert.False(GazetteFile.Read(new FileInfo(Path.Combine(Path.GetDirectoryName(SampleCity.CityRoot)!, "samples", "qinghe-2025-03.txt")), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
        AreTheSame(Open(reading!), format, documents: 10, tables: 4);
    }

    [Theory, InlineData("docx"), InlineData("text")]
    public void Of_the_real_gazette_is_the_same(string format)
    {
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
        AreTheSame(Open(reading!), format, documents: 10, tables: 4);
    }

    [Theory, InlineData("docx", "None", 7_101), InlineData("docx", "All", 7_201), InlineData("docx", "BrokenLines, HeaderLast, MultiPageTables, JointIssuers", 7_301), InlineData("text", "None", 7_501), InlineData("text", "All", 7_601), InlineData("text", "BrokenLines, HeaderLast, MultiPageTables, JointIssuers", 7_701)]
    public void Of_generated_issues_is_the_same(string format, string defects, int firstSeed) =>
        AreTheSame(Enumerable.Range(firstSeed, 10).SelectMany(s => Open(Generated((ulong)s, Enum.Parse<Defects>(defects)))), format, documents: 90, tables: 15);

    [Fact]
    public void Would_not_be_the_same_with_another_kind_of_node()
    {
        var document = Open(Generated(7_401, Defects.None)).First(d => d.Body.SelectMany(b => b.WithAll).Any(b => b.Kind is NodeKind.Table));
        var changed = Tree(document).ToJsonString().Replace("\"kind\":\"cell\"", "\"kind\":\"row\"", StringComparison.Ordinal);
        Assert.EndsWith(".kind: cell, then row", Difference(Tree(document), JsonNode.Parse(changed), ""));
    }

    private static void AreTheSame(IEnumerable<DocumentView> all, string format, int documents, int tables)
    {
        var differences = new List<string>();
        var (count, forms, grids) = (0, 0, 0);
        foreach (var document in all)
        {
            count++;
            grids += document.Body.SelectMany(b => b.WithAll).Count(b => b.Kind is NodeKind.Table);
            forms += document.Body.SelectMany(b => b.WithAll).Count(b => b.Kind is NodeKind.Form);
            if (Difference(document, ReadAgain(document, format)) is { } difference) differences.Add($"{document.Title}: {difference}");
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {count} documents:\n{string.Join('\n', differences)}");
        Assert.True(count >= documents && grids >= tables && forms > 0, $"{count} documents, {grids} tables, {forms} forms");
    }

    private static DocumentView ReadAgain(DocumentView document, string format)
    {
        using var bytes = new MemoryStream();
        var written = DocumentFormat.Find(format)!;
        written.Write(document, new("https://gazette.example/"), bytes);
        Assert.False(GazetteFile.Read("document." + written.Extension, bytes.ToArray(), SampleCity.Reader).IsRefused(out var refusal, out var reading), refusal?.Reason);
        return Assert.Single(Open(reading!));
    }

    private static string? Difference(DocumentView document, DocumentView again)
    {
        if (Difference(Tree(document), Tree(again), "") is { } found) return found;
        var known = document.Flags.Select(f => f.Why).ToHashSet();
        return again.Flags.FirstOrDefault(f => !known.Contains(f.Why)) is { } doubt ? $"a new doubt: {doubt.Why}" : null;
    }

    private static GazetteReading Generated(ulong seed, Defects defects) => GazetteReader.Read(SourceText.Of(IssueGenerator.Generate(SampleCity.Words, 10, seed, defects).Text), SampleCity.Reader);

    /// <summary>Addresses of documents come from the library, and so do neighbours: here each stands alone.</summary>
    private static IEnumerable<DocumentView> Open(GazetteReading reading) =>
        new OpenIssue("issue", "政府公报", reading, [.. reading.Documents.Select((_, i) => $"document-{i}")], _ => null).Documents.Select(d => d.View with { Slug = "document", Previous = null, Next = null });

    private static JsonNode Tree(DocumentView document)
    {
        var tree = JsonSerializer.SerializeToNode(document, JsonFormat.Options)!;
        Strip(tree);
        return tree;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array)
            foreach (var entry in array) Strip(entry);
        if (node is not JsonObject members) return;
        foreach (var name in OfTheSource) members.Remove(name);
        foreach (var (_, value) in members) Strip(value);
    }

    /// <summary>The first path at which two trees differ, and both values; null where they do not.</summary>
    private static string? Difference(JsonNode? first, JsonNode? again, string path) => (first, again) switch
    {
        (JsonObject one, JsonObject other) => one.Select(m => m.Key).Union(other.Select(m => m.Key)).Select(key => Difference(one[key], other[key], $"{path}.{key}")).FirstOrDefault(d => d is not null),
        (JsonArray one, JsonArray other) => Enumerable.Range(0, Math.Max(one.Count, other.Count)).Select(i => Difference(At(one, i), At(other, i), path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]")).FirstOrDefault(d => d is not null),
        _ => JsonNode.DeepEquals(first, again) ? null : $"{path}: {Short(first)}, then {Short(again)}",
    };

    private static JsonNode? At(JsonArray array, int index) => index < array.Count ? array[index] : null;

    private static string Short(JsonNode? node)
    {
        var words = node is null ? "nothing" : node is JsonValue ? node.ToString() : node.ToJsonString(JsonFormat.Options);
        return words.Length > 300 ? words[..300] + "…" : words;
    }
}
