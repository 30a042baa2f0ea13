namespace Gongbao.Architecture;

/// <summary>A file is one idea; past 400 lines it holds more than one.</summary>
public class Files_stay_readable
{
    private const int MostLines = 400;

    [Fact]
    public void None_is_longer_than_400_lines() => Assert.Empty(TooLong(Repository.WrittenFiles));

    [Fact]
    public void A_longer_file_is_caught()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("gongbao-long").FullName, "Long.cs");
        File.WriteAllLines(file, Enumerable.Repeat("//", MostLines + 1));

        Assert.Single(TooLong([file]));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Written_files_are_found() => Assert.Contains(Repository.WrittenFiles, f => f.EndsWith("Program.cs", StringComparison.Ordinal));

    private static IReadOnlyList<string> TooLong(IEnumerable<string> files) =>
        [.. files.Where(f => File.ReadLines(f).Skip(MostLines).Any()).Select(f => $"{Path.GetFileName(f)}: more than {MostLines} lines")];
}
