using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gongbao.Architecture;

/// <summary>No path of a machine, no registry host, no leftover of the making: what stands in the repository is for its readers.</summary>
public partial class The_repository_speaks_of_the_product_alone
{
    [Fact]
    public void In_every_text_file()
    {
        var found = TrackedTextFiles()
            .Where(f => !f.EndsWith("The_repository_speaks_of_the_product_alone.cs", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (f, line, i)))
            .Where(x => Strays(x.line))
            .Select(x => $"{x.f}:{x.i + 1}: {x.line.Trim()}");

        Assert.Empty(found);
    }

    /// <summary>Numbers of mobile telephones and e-mail addresses that the real gazette prints belong to people.</summary>
    [Fact]
    public void Without_the_personal_contacts_of_the_real_gazette()
    {
        var contacts = Contact().Matches(File.ReadAllText(RealIssue.Path)).Select(m => m.Value).Distinct().ToArray();

        Assert.NotEmpty(contacts);
        Assert.DoesNotContain(TrackedTextFiles(), f => File.ReadAllText(f) is var text && contacts.Any(c => text.Contains(c, StringComparison.Ordinal)));
    }

    /// <summary>Names of units and titles may stand here; a run of 45 characters is a sentence of the gazette.</summary>
    [Fact]
    public void Without_the_sentences_of_the_real_gazette()
    {
        const int run = 45;
        var gazette = Han(File.ReadAllText(RealIssue.Path));
        var runs = Enumerable.Range(0, gazette.Length - run).Select(i => gazette.Substring(i, run)).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(TrackedTextFiles(), f => Han(File.ReadAllText(f)) is var text
            && Enumerable.Range(0, Math.Max(0, text.Length - run)).Any(i => runs.Contains(text.Substring(i, run))));
    }

    [Theory]
    [InlineData("see /work/main/notes")]
    [InlineData("cd /root/x")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("// TODO later")]
    [InlineData("\"resolved\": \"https://registry.npmjs.org/x\"")]
    public void A_stray_line_is_caught(string line) => Assert.True(Strays(line));

    private static bool Strays(string line) => Stray().IsMatch(line);

    [GeneratedRegex(@"/work/|/root/|NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|registry\.npmjs\.org|api\.nuget\.org|deb\.debian\.org")]
    private static partial Regex Stray();

    [GeneratedRegex(@"1[3-9]\d{9}|[\w.]+@[\w.]+\w")]
    private static partial Regex Contact();

    private static string Han(string text) => string.Concat(text.Where(c => c is >= '\u4E00' and <= '\u9FFF'));

    private static IEnumerable<string> TrackedTextFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z"]) { RedirectStandardOutput = true })!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(f => Path.Combine(Repository.Root, f))
            .Where(f => File.Exists(f) && !f.EndsWith("LICENSE", StringComparison.Ordinal) && !IsBinary(f));
    }

    private static bool IsBinary(string file) => Path.GetExtension(file) is ".png" or ".ico" or ".woff2" or ".gz" or ".db";
}
