using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Kernel.Clauses;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>
/// The citations of the real issue as the library keeps them, one by one beside those that a person found by reading. A failure names lines
/// of the gazette, never its words.
/// </summary>
[Clause("GAZ-04")]
public class The_real_gazette
{
    [Fact]
    public async Task Cites_what_a_person_found_by_reading()
    {
        var found = await FoundAsync();
        var score = new Score(TrueLine.Read("dazhou-2023-04.tsv"), found);

        var report = score.ToString();
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(score.Precision >= 0.98, report);
        Assert.True(score.Recall >= 0.97, report);
        Assert.True(score.Resolved >= 0.95, report);
        Assert.True(score.ToldApart >= 0.95, report);
        Assert.True(score.Astray == 0, report);
    }

    private static async Task<IReadOnlyList<FoundLine>> FoundAsync()
    {
        var city = CityDeclarations.Load(CityFolder.Find()!, "dazhou").Required();
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), ReaderContext.Of(city)).IsRefused(out _, out var reading));
        await using var library = await TestLibrary.CreateAsync(StoreProvider.Sqlite, city);
        await library.ImportAsync(reading);
        var (citations, documents, clauses) = await library.ReadAsync(async db =>
            (await db.Citations.AsNoTracking().ToListAsync(), await db.Documents.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Number!), await db.Clauses.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Slug)));
        return [.. citations.OrderBy(c => c.SpanFrom).ThenBy(c => c.Ordinal).Select(c => FoundLine.Of(c, reading, documents, clauses))];
    }

    /// <summary>A citation as the library keeps it.</summary>
    private sealed record FoundLine(string Document, string? Slug, int Line, string Kind, string Words, CitationState State, string? To)
    {
        public static FoundLine Of(StoredCitation citation, GazetteReading reading, Dictionary<Guid, string> documents, Dictionary<Guid, string> clauses) => new(
            documents[citation.FromDocumentId], citation.FromClauseId is { } from ? clauses[from] : null, reading.Lines.Last(l => l.From <= citation.SpanFrom).Number, KindOf(citation),
            TrueLine.Mark(reading.Source.Text[citation.SpanFrom..citation.SpanTo]), citation.State,
            citation.ToDocumentId is { } to ? documents[to] + (citation.ToClauseId is { } clause ? "#" + clauses[clause] : "") : null);

        /// <summary>Documents still to be made and the document's own texts are documents to a reader.</summary>
        private static string KindOf(StoredCitation citation) => citation switch
        {
            { Not: not (null or NonDocument.Planned or NonDocument.IssuedHere) } => TrueLine.NonDocument,
            { Kind: CitationKind.Title, TargetNumber: null } => "title",
            { Kind: CitationKind.Title } => "title+number",
            { Kind: CitationKind.Number } => "number",
            { Kind: CitationKind.Alias } => "alias",
            _ => "place",
        };

        /// <summary>Whether it is printed where the person says. Unnumbered paragraphs have addresses of their own here, and none there.</summary>
        public bool IsAt(TrueLine truth)
        {
            if (Document != truth.Document || Words != truth.Words || Line != truth.Line) return false;
            if (Slug is null) return truth.At == "题";
            if (!ClausePath.TryParseSlug(Slug, out var path)) return false;
            return truth.At switch
            {
                "题" => false,
                "印发件 题" => path.Steps is [{ Kind: ClauseStepKind.IssuedText }],
                "正文" => path.Steps is [{ Kind: ClauseStepKind.Paragraph }],
                "前言" => path.Steps is [{ Kind: ClauseStepKind.IssuedText }, { Kind: ClauseStepKind.Paragraph }],
                _ => ClauseRef.Parse($"{truth.Document}#{truth.At}").Path.Contains(path),
            };
        }

        public bool LeadsTo(string target) => To is not null && ClauseRef.Parse(target) is var clause && To == clause.Document + (clause.Path.IsDocument ? "" : "#" + clause.Path.Slug);
    }

    private sealed class Score
    {
        private readonly List<string> _wrong = [];
        private readonly int _true, _found, _hits, _held, _resolved, _not, _told;

        public Score(IReadOnlyList<TrueLine> truth, IReadOnlyList<FoundLine> found)
        {
            (_true, _found, _held, _not) = (truth.Count, found.Count, truth.Count(t => t.Target is not null), truth.Count(t => t.IsNonDocument));
            var pairs = InOrder(truth, found);
            foreach (var (line, own) in pairs)
            {
                if (own.Kind == line.Kind) _hits++;
                else _wrong.Add($"taken for {own.Kind}: {line}");
                if (line.IsNonDocument && own.Kind == TrueLine.NonDocument) _told++;
                if (line.Target is { } target && own.LeadsTo(target)) _resolved++;
                else if (line.Target is not null) _wrong.Add($"leads to {own.To ?? own.State.ToString()} and not to {line.Target}: {line}");
                if (line.Target is not null || own.To is null) continue;
                Astray++;
                _wrong.Add($"leads to {own.To}, which is not meant: {line}");
            }
            _wrong.AddRange(truth.Except(pairs.Select(p => p.True)).Select(t => $"missed: {t}"));
            _wrong.AddRange(found.Except(pairs.Select(p => p.Found)).Select(f => $"too many: line {f.Line}, {f.Document}#{f.Slug}, {f.Kind}"));
        }

        public double Precision => (double)_hits / _found;

        public double Recall => (double)_hits / _true;

        public double Resolved => (double)_resolved / _held;

        public double ToldApart => (double)_told / _not;

        /// <summary>How many lead to a document of the issue and name another, or none.</summary>
        public int Astray { get; }

        public override string ToString() =>
            $"true {_true}, found {_found}, P {Precision:0.0000}, R {Recall:0.0000}, held {_held}, resolved {Resolved:0.0000}, no documents {_not}, told apart {ToldApart:0.0000}, astray {Astray}\n" + string.Join('\n', _wrong);

        /// <summary>The longest pairing that keeps the order of both.</summary>
        private static List<(TrueLine True, FoundLine Found)> InOrder(IReadOnlyList<TrueLine> truth, IReadOnlyList<FoundLine> found)
        {
            var best = new int[truth.Count + 1, found.Count + 1];
            for (var t = truth.Count - 1; t >= 0; t--)
                for (var f = found.Count - 1; f >= 0; f--)
                    best[t, f] = found[f].IsAt(truth[t]) ? best[t + 1, f + 1] + 1 : Math.Max(best[t + 1, f], best[t, f + 1]);
            var pairs = new List<(TrueLine, FoundLine)>();
            for (int t = 0, f = 0; t < truth.Count && f < found.Count;)
            {
                if (found[f].IsAt(truth[t])) pairs.Add((truth[t++], found[f++]));
                else if (best[t + 1, f] >= best[t, f + 1]) t++;
                else f++;
            }
            return pairs;
        }
    }
}
