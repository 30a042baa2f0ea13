using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;

namespace Gongbao.Bench;

/// <summary>
/// <c>reader [documents] [rounds]</c>: characters a second of the reader on one thread, beside two peers over the same bytes in the same run:
/// decoding and splitting lines alone, and a classifier of lines by regular expressions that knows nothing of structure. Median of the rounds,
/// in processor time of the whole process, so that what else the machine does counts less. All three are first run until they are compiled
/// for good: the runtime does so in the background for the first hundred readings or so, and that counts as processor time too.
/// </summary>
internal static partial class ReaderBench
{
    public static int Run(int documents, int rounds)
    {
        var bytes = Encoding.UTF8.GetBytes(IssueGenerator.Generate(SampleCity.Words, documents, 1, Defects.All).Text);
        var twice = Encoding.UTF8.GetBytes(IssueGenerator.Generate(SampleCity.Words, 2 * documents, 1, Defects.All).Text);
        var characters = Encoding.UTF8.GetCharCount(bytes);
        Console.WriteLine($"{documents} documents, {characters} characters, {bytes.Length} bytes, median of {rounds} rounds");
        var reader = new List<double>();
        var split = new List<double>();
        var regex = new List<double>();
        var growth = new List<double>();
        for (var i = 0; i < WarmUps; i++) _ = unchecked(Read(bytes) + SplitLines(bytes) + ClassifyLines(bytes));
        for (var round = 0; round < rounds; round++)
        {
            // The four are timed side by side, so that what else the machine does falls on all of them.
            var (one, two) = (Time(() => Many(2 * Readings, () => Read(bytes))) / (2 * Readings), Time(() => Many(Readings, () => Read(twice))) / Readings);
            var (lines, rules) = (Time(() => Many(Splits, () => SplitLines(bytes))) / Splits, Time(() => Many(Splits, () => ClassifyLines(bytes))) / Splits);
            reader.Add(one);
            split.Add(lines);
            regex.Add(rules);
            growth.Add(two / one * bytes.Length * 2 / twice.Length);
        }
        Line("reader (tree, tables, ledger)", characters, reader);
        Line("UTF-8 decode and line split", characters, split);
        Line("naive regex line classifier", characters, regex);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time at twice the size: {Median(growth):0.00} times (issues of {bytes.Length} and {twice.Length} bytes, as if exactly twice)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reader / regex classifier: {Median(regex) / Median(reader):0.00} of its speed"));
        return 0;
    }

    private static int Read(byte[] bytes)
    {
        if (SourceText.Decode("bench", bytes).IsRefused(out var refusal, out var source)) throw new InvalidDataException(refusal.Reason);
        return GazetteReader.Read(source, SampleCity.Reader).Documents.Count;
    }

    private static int SplitLines(byte[] bytes)
    {
        var count = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace()) count++;
        return count;
    }

    private static int ClassifyLines(byte[] bytes)
    {
        var count = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
            if (Number().IsMatch(line) || Heading().IsMatch(line) || Date().IsMatch(line) || Title().IsMatch(line) || PageNumber().IsMatch(line)) count++;
        return count;
    }

    /// <summary>Readings before the first that counts.</summary>
    private const int WarmUps = 150;

    /// <summary>
    /// Readings of the longer issue in one round, and twice as many of the shorter one: so much text that the collections of garbage which
    /// reading causes fall into the time of both, instead of now into the one and now into the other.
    /// </summary>
    private const int Readings = 6;

    /// <summary>Processor time is counted in steps of up to 10 ms; short work is done several times.</summary>
    private const int Splits = 50;

    private static int Many(int times, Func<int> work)
    {
        var sum = 0;
        for (var i = 0; i < times; i++) sum = unchecked(sum + work());
        return sum;
    }

    private static double Time(Func<int> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Line(string name, int characters, List<double> seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-32} {characters / Median(seconds) / 1e6,8:0.00} million characters/s of processor time   (best {characters / seconds.Min() / 1e6:0.00})"));

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,10}[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[．.]|[（(]\d+[）)])")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*\d{4}年\s*\d{1,2}月\s*\d{1,2}日\s*$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*关于.*的(通知|通报|意见|批复|决定)?\s*$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*[·—-]*\s*\d+\s*[·—-]*\s*$")]
    private static partial Regex PageNumber();
}
