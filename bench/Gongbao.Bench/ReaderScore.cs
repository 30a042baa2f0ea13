using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated.Scoring;

namespace Gongbao.Bench;

/// <summary><c>reader-score [issues] [documents] [examples] [first seed] [defect…]</c>: the reader against generated issues, all defects together and each by itself, with the first differences.</summary>
internal static class ReaderScore
{
    /// <summary>What any printed issue has; each defect is added to it.</summary>
    private const Defects Print = Defects.BrokenLines | Defects.HeaderLast | Defects.MultiPageTables;

    public static int Run(int issues, int documents, int examples, string[] rest)
    {
        var seeded = rest.Length > 0 && ulong.TryParse(rest[0], out _);
        var first = seeded ? ulong.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1;
        var only = seeded ? rest[1..] : rest;
        Console.WriteLine(Score.Titles);
        if (only.Length == 0)
        {
            var all = Of(Defects.All, first, issues, documents);
            Console.WriteLine(all.Line($"all x{issues}"));
            Console.WriteLine(all.Examples(examples));
        }
        var names = only.Length > 0 ? only.Select(Enum.Parse<Defects>) : Enum.GetValues<Defects>().Where(d => d is not Defects.All);
        foreach (var defect in names)
        {
            var score = Of(defect is Defects.None ? defect : defect | Print, first, Math.Max(4, issues / 10), documents);
            Console.WriteLine(score.Line(defect.ToString()));
            if (only.Length > 0) Console.WriteLine(score.Examples(examples));
        }
        return 0;
    }

    private static Score Of(Defects defects, ulong first, int issues, int documents)
    {
        var sum = new Score();
        for (var seed = first; seed < first + (ulong)issues; seed++)
        {
            var issue = IssueGenerator.Generate(SampleCity.Words, documents, seed, defects);
            var reading = ReadingJson.Write(GazetteReader.Read(SourceText.Of(issue.Text), SampleCity.Reader));
            sum.Add(Comparison.Of($"seed {seed}", issue.Truth, reading));
        }
        return sum;
    }
}
