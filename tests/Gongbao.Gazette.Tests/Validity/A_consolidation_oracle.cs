using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>The words of every amended document on every day on which they change, and the day before, against a clerk with scissors and paste.</summary>
public class A_consolidation_oracle
{
    [Fact]
    public void Agrees_on_every_amended_document_of_generated_libraries_for_every_day_on_which_it_changes()
    {
        var (compared, done) = (0, new Dictionary<string, int>());
        for (ulong seed = 85_001; seed <= 85_060; seed++)
        {
            var library = AmendingGenerator.Generate(SampleCity.Words, seed, 40);
            for (var i = 0; i < library.Documents.Count; i++)
            {
                var (document, source) = (library.Documents[i], library.Sources[i]);
                var amendments = library.Truth.Where(t => t.Effect is ValidityEffect.Amend && t.Target == document.Number).ToList();
                // Without an indent print does not show where paragraphs begin.
                if (amendments.Count == 0 || source.Layout is null && !source.Text.Contains("\n　　第一条", StringComparison.Ordinal)) continue;
                var body = BodyOf(source);
                var clerk = new ScissorsAndPaste(document);
                Assert.Equal(clerk.Lines, LinesOf(body));
                Assert.Equal(clerk.Paragraphs, body.SelectMany(b => b.WithAll).Where(b => b.Label is ['第', .., '条']).Select(b => 1 + Places.Paragraphs(b).Count));
                var holding = new List<TrueEvent>();
                foreach (var decision in amendments.GroupBy(a => (a.On, a.In)).OrderBy(d => d.Key.On).ThenBy(d => library.Documents.ToList().FindIndex(x => x.Number == d.Key.In)))
                {
                    clerk.Apply([.. decision]);
                    holding.AddRange(decision);
                    var told = LinesOf(Consolidation.Of(body, [.. holding.Select(h => (ClaimOf(h), CauseOf(h)))])).ToList();
                    var expected = clerk.Lines.ToList();
                    if (!expected.SequenceEqual(told))
                    {
                        var at = expected.Zip(told).TakeWhile(p => p.First == p.Second).Count();
                        Assert.Fail($"{seed} {document.Number} on {decision.Key.On:yyyy-MM-dd} by {decision.Key.In}\n  clerk: {string.Join("\n         ", expected.Skip(at).Take(3))}\n  told:  {string.Join("\n         ", told.Skip(at).Take(3))}\n  {string.Join("\n  ", decision)}");
                    }
                    compared++;
                    foreach (var one in decision)
                    {
                        var what = $"{one.Action} {(one.Place is null ? "everywhere" : (ClausePath.TryParseSlug(one.Place, out var path) ? path.Steps[0].Kind : default).ToString())}";
                        done[what] = done.GetValueOrDefault(what) + 1;
                    }
                }
            }
        }
        Assert.True(compared >= 100, $"{compared}");
        foreach (var what in new[] { "Delete Chapter", "Replace Chapter", "Insert Chapter", "Retitle Chapter", "Delete Attachment", "Replace Attachment", "Insert Attachment", "Retitle Attachment", "ReplaceWords Attachment", "Insert Article", "Renumber Article" })
            Assert.True(done.GetValueOrDefault(what) >= 2, $"{what}: {string.Join(", ", done)}");
    }

    private static IReadOnlyList<BlockView> BodyOf(SourceText source)
    {
        var reading = GazetteReader.Read(source, ReaderContext.Empty);
        return new DocumentProjection(reading.Documents[0], reading.Source, reading.Lines, _ => null).View("d", "i", "").Body;
    }

    /// <summary>Chapters' names, articles and attachments, each with its number and all its words.</summary>
    private static IEnumerable<string> LinesOf(IReadOnlyList<BlockView> body) => body.SelectMany(b => b.WithAll)
        .Where(b => b.Kind is NodeKind.Attachment || b.Label is ['第', .., '章' or '条'])
        .Select(b => Characters.Compact(b.Label + (b.Label is [.., '章'] ? b.Plain : b.Kind is NodeKind.Attachment && b.Plain == b.Label ? string.Concat(b.Children.Select(Words)) : Words(b))));

    private static string Words(BlockView block) => block.Plain + string.Concat(block.Children.Select(c => (c.Kind is NodeKind.Clause ? c.Label : "") + Words(c)));

    private static StoredClaim ClaimOf(TrueEvent one) => new()
    {
        Id = Guid.Empty, FromDocumentId = IdOf(one.In), FromSlug = null, Effect = one.Effect, Ordinal = 0, Words = one.Words, WordsHash = "", Occurrence = 1, SpanFrom = 0, SpanTo = 1, TargetWords = one.Target!, Citation = 0,
        Place = one.Place is null ? null : ClausePath.TryParseSlug(one.Place, out var path) ? path.ToString() : throw new ArgumentException(one.Place, nameof(one)),
        Instruction = ClaimJson.Write(new(one.Action switch
        {
            TrueAction.Replace => AmendmentAction.ReplaceClause,
            TrueAction.ReplaceWords => AmendmentAction.ReplaceWords,
            TrueAction.Delete => AmendmentAction.Delete,
            TrueAction.Insert => AmendmentAction.Insert,
            TrueAction.Retitle => AmendmentAction.Retitle,
            _ => AmendmentAction.Renumber,
        }, one.Old, one.New)),
        On = one.On, Until = null, Confidence = 1, Why = null, State = ClaimState.Confirmed, TargetDocumentId = Guid.Empty,
    };

    private static CauseView CauseOf(TrueEvent one) => new(Guid.Empty, "", "", one.Words, one.On, null, null, one.In, one.In, one.In, null, null, 0, 1);

    private static Guid IdOf(string number) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(number)).AsSpan(0, 16));
}
