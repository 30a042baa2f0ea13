using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Ingest;
using UglyToad.PdfPig;

namespace Gongbao.Bench;

/// <summary>
/// <c>ingest [documents] [rounds]</c>: DOCX documents a second on one thread: the words with their numbers and tables, and the whole way to the
/// tree, beside a bare pass over the same files that unpacks the document's part and walks its XML; then PDF pages a second, beside the letters
/// that the library gives. Median of the rounds, in processor time.
/// </summary>
internal static class IngestBench
{
    private const int WarmUps = 30;

    private const Defects Kinds = Defects.RunInHeadings | Defects.NameLists | Defects.AppointmentLists | Defects.ForwardedDocuments | Defects.Orders;

    public static int Run(int documents, int rounds)
    {
        var files = Enumerable.Range(1, documents)
            .Select(i => DocxPress.Print(IssueGenerator.Drafts(SampleCity.Words, 1, (ulong)i, Kinds), new(new((ulong)i), automatic: 0.7))).ToList();
        for (var i = 0; i < WarmUps; i++) _ = unchecked(Each(files[..Math.Min(20, files.Count)], Extract) + Each(files[..Math.Min(20, files.Count)], Bare) + Each(files[..Math.Min(20, files.Count)], Read));
        var (extract, bare, read) = (new List<double>(), new List<double>(), new List<double>());
        var characters = 0L;
        for (var round = 0; round < rounds; round++)
        {
            extract.Add(Time(() => characters = Each(files, Extract)));
            bare.Add(Time(() => Each(files, Bare)));
            read.Add(Time(() => Each(files, Read)));
        }
        Console.WriteLine($"{documents} DOCX files, {files.Sum(f => (long)f.Length)} bytes, {characters} characters, median of {rounds} rounds");
        Line("words, numbers, tables", files.Count, extract);
        Line("the same, read to the tree", files.Count, read);
        Line("bare unzip and XmlReader", files.Count, bare);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"words / bare pass: {Median(bare) / Median(extract):0.00} of its speed"));
        Pdf(rounds);
        return 0;
    }

    /// <summary>A generated issue printed on pages of two columns, beside the library's letters alone.</summary>
    private static void Pdf(int rounds)
    {
        const int linesOfColumn = 30;
        var lines = IssueGenerator.Generate(SampleCity.Words, 30, 1, Defects.BrokenLines).Text.Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Trim()).ToList();
        var maker = new PdfMaker();
        var pages = 0;
        foreach (var page in lines.Chunk(2 * linesOfColumn))
        {
            maker.Page().Lines(50, 780, page.Take(linesOfColumn), size: 10, step: 24).Lines(310, 780, page.Skip(linesOfColumn), size: 10, step: 24);
            pages++;
        }
        var file = maker.Bytes();
        for (var i = 0; i < WarmUps; i++) _ = Open(file).Characters + Letters(file);
        var (read, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            read.Add(Time(() => Open(file)));
            bare.Add(Time(() => Letters(file)));
        }
        Console.WriteLine($"PDF of {pages} pages, {file.Length} bytes, {Open(file).Characters} characters, median of {rounds} rounds");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lines, columns, tables          {pages / Median(read),8:0} pages/s/core (best {pages / read.Min():0})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the library's letters alone     {pages / Median(bare),8:0} pages/s/core (best {pages / bare.Min():0})"));
    }

    private static long Letters(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return document.GetPages().Sum(p => (long)p.Letters.Count);
    }

    private static long Each(IReadOnlyList<byte[]> files, Func<byte[], long> pass)
    {
        var sum = 0L;
        foreach (var file in files) sum += pass(file);
        return sum;
    }

    private static SourceText Open(byte[] file) => SourceFile.Open("bench.docx", file).IsRefused(out var refusal, out var source) ? throw new InvalidDataException(refusal.Reason) : source;

    private static long Extract(byte[] file) => Open(file).Characters;

    private static long Read(byte[] file) => GazetteReader.Read(Open(file), SampleCity.Reader).Documents.Count;

    private static long Bare(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var xml = XmlReader.Create(archive.GetEntry("word/document.xml")!.Open());
        var nodes = 0L;
        while (xml.Read()) nodes += xml.NodeType is XmlNodeType.Text ? xml.Value.Length : 1;
        return nodes;
    }

    private static double Time(Action pass)
    {
        var from = Process.GetCurrentProcess().TotalProcessorTime;
        pass();
        return (Process.GetCurrentProcess().TotalProcessorTime - from).TotalSeconds;
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static void Line(string what, int files, List<double> seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {files / Median(seconds),8:0} documents/s/core (best {files / seconds.Min():0})"));
}
