using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Generating.Citing;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Citations;

/// <summary>
/// Detection, resolution and telling apart on made-up libraries of forty documents each, read from their printed lines. The seeds here were
/// not looked at when the rules were made.
/// </summary>
public class Citations_of_generated_libraries
{
    [Fact]
    public void Are_found_resolved_and_told_apart()
    {
        var score = new Score();
        for (ulong seed = 90_001; seed <= 90_012; seed++) score.Add(seed);

        var report = score.ToString();
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(score.True > 2_000, report);
        Assert.True(score.Precision >= 0.98, report);
        Assert.True(score.Recall >= 0.97, report);
        Assert.True(score.Resolved >= 0.95, report);
        Assert.True(score.ToldApart >= 0.95, report);
        Assert.True(score.OwnTexts >= 0.95, report);
    }

    private sealed class Score
    {
        private readonly List<string> _wrong = [];
        private int _found, _hits, _held, _resolved, _not, _told, _own, _ownResolved;

        public int True { get; private set; }

        public double Precision => (double)_hits / _found;

        public double Recall => (double)_hits / True;

        public double Resolved => (double)_resolved / _held;

        public double ToldApart => (double)_told / _not;

        /// <summary>Of the texts that documents issue themselves, those led to where they stand.</summary>
        public double OwnTexts => (double)_ownResolved / _own;

        public void Add(ulong seed)
        {
            var library = CitingGenerator.Generate(SampleCity.Words, seed, 40);
            // As an import works them out, so that paragraphs are counted as in the library.
            var read = library.Texts.Select(t => GazetteReader.Read(SourceText.Of(t), ReaderContext.Empty)).SelectMany(r => IssueDraft.Of(r, new(SampleCity.Citations, SampleCity.Validity)).Documents).ToList();
            var slugs = read.ToDictionary(r => r.Read.Number!.Value, r => r.Clauses.ToDictionary(_ => Guid.CreateVersion7()));
            var known = read.Select(r => Known(r.Read, slugs[r.Read.Number!.Value])).ToList();
            var index = new CitationIndex(known);
            var byId = known.ToDictionary(k => k.Id);
            foreach (var draft in read)
            {
                var number = draft.Read.Number!.Value;
                var citing = known.Find(k => k.Number == number)!;
                var open = draft.Citations.ToList();
                _found += open.Count;
                foreach (var truth in library.Truth.Where(t => t.In == number))
                {
                    True++;
                    if (truth.Not is not null) _not++;
                    if (truth.IsHeld) _held++;
                    if (truth.IsOwnText) _own++;
                    var at = open.FindIndex(f => Characters.Compact(f.Words) == Characters.Compact(truth.Words));
                    if (at < 0)
                    {
                        _wrong.Add($"{seed} missed {truth}");
                        continue;
                    }
                    var found = open[at];
                    open.RemoveAt(at);
                    _hits++;
                    if (truth.Not is not null && found.Citation.Not == truth.Not) _told++;
                    else if (truth.Not != found.Citation.Not) _wrong.Add($"{seed} told {found.Citation.Not} {truth}");
                    if (!truth.IsHeld && !truth.IsOwnText) continue;
                    var to = CitationResolver.Resolve(found.Citation.Target, found.Place, found.Citation.Not, citing, found.Slug, citing.DatedOn, index);
                    var place = to.Place?.Id is { } clause ? slugs[byId[to.Document!.Value].Number!][clause].Slug : null;
                    if (to.Document is { } id && byId[id].Number == truth.To && place == Printed(truth.Place, slugs[truth.To!].Values)) _ = truth.IsOwnText ? _ownResolved++ : _resolved++;
                    else _wrong.Add($"{seed} led to {to.State} {place} {truth}");
                }
                _wrong.AddRange(open.Select(f => $"{seed} too many in {number}: {f.Words} {f.Citation.Kind}"));
            }
        }

        public override string ToString() =>
            $"true {True}, found {_found}, P {Precision:0.0000}, R {Recall:0.0000}, held {_held}, resolved {Resolved:0.0000}, no documents {_not}, told apart {ToldApart:0.0000}, own texts {_own}, led to {OwnTexts:0.0000}\n" + string.Join('\n', _wrong.Take(40));

        /// <summary>The address of a 款, which counts the paragraphs that the reader set apart in the article's own line.</summary>
        private static string? Printed(string? place, IReadOnlyCollection<ClauseDraft> clauses) =>
            place?.Split(".p") is [var article, var paragraph] && clauses.Any(c => c.RunsIn && c.Slug == article + ".p1")
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{article}.p{int.Parse(paragraph, System.Globalization.CultureInfo.InvariantCulture) + 1}") : place;

        private static KnownDocument Known(ReadDocument document, Dictionary<Guid, ClauseDraft> clauses)
        {
            var issuers = string.Join('、', document.Issuers.Select(i => i.Value));
            return new(Guid.CreateVersion7(), "", document.Number!.Value, issuers, document.Title!.Value, document.DatedOn?.Value, KnownName.Of(issuers, document.Title.Value), DocumentPlaces.Of(clauses.Select(s => new KnownPlace(s.Key, s.Value.Slug, s.Value.Slug, s.Value.RunsIn))));
        }
    }
}
