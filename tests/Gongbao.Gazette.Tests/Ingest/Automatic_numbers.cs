using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>Beside what LibreOffice prints of the same files: tests/golden/numbering.</summary>
public class Automatic_numbers
{
    private static readonly string Golden = Path.Combine(RepositoryRoot.Folder, "tests", "golden", "numbering");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Golden, "*.docx").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Are_compared_over_at_least_sixty_files() => Assert.InRange(Files.Count, 60, int.MaxValue);

    [Theory, MemberData(nameof(Files))]
    public void Are_those_that_LibreOffice_prints(string file)
    {
        Assert.False(DocxFile.Read(file, File.ReadAllBytes(Path.Combine(Golden, file + ".docx"))).IsRefused(out _, out var source));
        Assert.Equal(Lines(File.ReadAllText(Path.Combine(Golden, file + ".txt"))), Lines(source!.Text));
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => Characters.Compact(l)).Where(l => l.Length > 0)];
}
