using System.Globalization;
using System.Text;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Gazette.Generating.Amending;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Detection;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>What the reader found in made-up libraries, against their truth.</summary>
internal sealed class ValidityScore
{
    private const int LongestAround = 60;
    private readonly Dictionary<ValidityEffect, (int True, int Found, int Hits)> _byEffect = [];
    private readonly Dictionary<string, List<string>> _wrong = [];
    private int _instructions, _sameInstructions;

    public int True => _byEffect.Values.Sum(e => e.True);

    public double Precision => (double)_byEffect.Values.Sum(e => e.Hits) / _byEffect.Values.Sum(e => e.Found);

    public double Recall => (double)_byEffect.Values.Sum(e => e.Hits) / True;

    /// <summary>The share of true amendments whose action, place, old and new words were all read.</summary>
    public double Instructions => (double)_sameInstructions / _instructions;

    public void Add(ulong seed, int documents)
    {
        var library = AmendingGenerator.Generate(SampleCity.Words, seed, documents, SampleCity.Declared.Calendar);
        var read = library.Sources.Select(s => GazetteReader.Read(s, ReaderContext.Empty)).ToList();
        var slugs = read.SelectMany(r => r.Documents).Where(d => d.Number is not null)
            .ToDictionary(d => d.Number!.Value, d => ClauseAddresses.Of(d.Root).Slugs.Values.ToDictionary(_ => Guid.CreateVersion7()));
        var known = read.SelectMany(r => r.Documents).Where(d => d.Number is not null).Select(d => Known(d, slugs[d.Number!.Value])).ToList();
        var index = new CitationIndex(known);
        for (var i = 0; i < read.Count; i++)
        {
            var number = library.Documents[i].Number;
            var truth = library.Truth.Where(t => t.In == number).ToList();
            var claims = new List<Read>();
            if (read[i].Documents is [{ Number.Value: { } own } document] && own == number)
            {
                var citations = DocumentCitations.Of(document, read[i].Source, SampleCity.Citations);
                claims.AddRange(ValidityReading.Of(document, read[i].Source, citations, SampleCity.Validity)
                    .Select(c => new Read(c, Target(c, citations, known, known.Find(k => k.Number == number)!, index), Characters.Compact(read[i].Source[c.Span]))));
            }
            else Wrong($"no document {string.Join('|', read[i].Documents.Select(d => d.Number?.Value))}", $"{seed} {number}");
            Compare(seed, number, truth, claims, keepsParagraphs: read[i].Source.Layout is not null || read[i].Source.Text.Contains("\n　　", StringComparison.Ordinal));
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"true {True}, P {Precision:0.0000}, R {Recall:0.0000}, instructions {_instructions}, equal {Instructions:0.0000}");
        foreach (var (effect, (many, found, hits)) in _byEffect) text.AppendLine(CultureInfo.InvariantCulture, $"  {effect}: true {many}, found {found}, right {hits}");
        foreach (var (kind, examples) in _wrong.OrderByDescending(w => w.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{examples.Count} times {kind}");
            foreach (var example in examples.Take(6)) text.Append("    ").AppendLine(example);
        }
        return text.ToString();
    }

    // Paragraphs are compared only where the print shows where they begin.
    private void Compare(ulong seed, string number, List<TrueEvent> truth, List<Read> claims, bool keepsParagraphs)
    {
        // A document may say one thing in two sentences; it is one event, shown by either.
        var events = truth.GroupBy(t => (t.Effect, t.Target, t.Place, t.On, t.Until, t.Action, t.Old, t.New)).ToList();
        foreach (var group in events.GroupBy(e => e.Key.Effect)) Count(group.Key, many: group.Count());
        foreach (var group in claims.GroupBy(c => c.Claim.Effect)) Count(group.Key, found: group.Count());
        _instructions += events.Count(e => e.Key.Action is not null);
        var open = claims.ToList();
        var missed = new List<TrueEvent>();
        foreach (var one in events)
        {
            // Of several that are alike in all else, the one with the same instruction.
            var alike = open.Where(c => one.Any(t => Same(t, c))).ToList();
            if ((alike.Find(c => SameInstruction(one.First(), c, keepsParagraphs)) ?? alike.FirstOrDefault()) is not { } hit)
            {
                missed.Add(one.First());
                continue;
            }
            open.Remove(hit);
            Count(one.Key.Effect, hits: 1);
            if (one.Key.Action is null) continue;
            if (SameInstruction(one.First(), hit, keepsParagraphs)) _sameInstructions++;
            else Wrong("instruction", $"{seed} {number}: {hit.Claim.Instruction} for {one.First()}");
        }
        foreach (var lost in missed)
        {
            var near = open.Find(c => c.Claim.Effect == lost.Effect && (Holds(c, lost) || c.Target == lost.Target)) ?? open.Find(c => Holds(c, lost));
            var kind = near is null ? "" : $" as {near.Claim.Effect}{(near.Target == lost.Target ? "" : " target")}{(near.Claim.Place?.Slug == lost.Place ? "" : " place")}{(near.Claim.On == lost.On ? "" : " on")}{(near.Claim.Until == lost.Until ? "" : " until")}{(Holds(near, lost) ? "" : " span")}";
            Wrong($"missed {lost.Effect}{kind}", $"{seed} {number}: {lost}{(near is null ? "" : $"\n        read {near.Claim.Effect} {near.Target} {near.Claim.Place} {near.Claim.On} {near.Claim.Until} {near.Span}")}");
            if (near is not null) open.Remove(near);
        }
        foreach (var extra in open) Wrong($"too many {extra.Claim.Effect}", $"{seed} {number}: {extra.Claim.Effect} {extra.Target} {extra.Claim.Place} {extra.Claim.On} {extra.Claim.Until} {extra.Claim.Instruction} {extra.Span}");
    }

    private static bool Same(TrueEvent truth, Read read) =>
        truth.Effect == read.Claim.Effect && truth.Target == read.Target && truth.Place == read.Claim.Place?.Slug && truth.On == read.Claim.On && truth.Until == read.Claim.Until && Holds(read, truth);

    /// <summary>The span holds the true words, and little besides.</summary>
    private static bool Holds(Read read, TrueEvent truth)
    {
        var words = Characters.Compact(truth.Words).TrimEnd('。', '；');
        return read.Span.Contains(words, StringComparison.Ordinal) && read.Span.Length <= words.Length + LongestAround;
    }

    private static bool SameInstruction(TrueEvent truth, Read read, bool keepsParagraphs) => read.Claim.Instruction is { } instruction
        && truth.Action == instruction.Action switch
        {
            AmendmentAction.ReplaceWords => TrueAction.ReplaceWords,
            AmendmentAction.ReplaceClause => TrueAction.Replace,
            AmendmentAction.Delete => TrueAction.Delete,
            AmendmentAction.Insert => TrueAction.Insert,
            AmendmentAction.Renumber => TrueAction.Renumber,
            AmendmentAction.Retitle => TrueAction.Retitle,
            _ => null,
        }
        && Compact(truth.Old) == Compact(instruction.Old) && Compact(truth.New) == Compact(instruction.New)
        && (!keepsParagraphs || truth.New?.Split('\n').Length == instruction.New?.Split('\n').Length);

    private static string? Compact(string? words) => words is null ? null : Characters.Compact(words);

    /// <summary>Number of the document that a claim is about; of one that the library does not hold its number or title as printed; null for its own.</summary>
    private static string? Target(ValidityClaim claim, IReadOnlyList<PlacedCitation> citations, List<KnownDocument> known, KnownDocument citing, CitationIndex index)
    {
        if (claim.IsOwn) return null;
        if (claim.Citation is not { } ordinal) return "no citation: " + claim.TargetWords;
        var cited = citations[ordinal];
        var to = CitationResolver.Resolve(cited.Citation.Target, cited.Citation.Place, cited.Citation.Not, citing, cited.Slug, citing.DatedOn, index);
        return to.Document is { } id ? known.Find(k => k.Id == id)!.Number : cited.Citation.Target?.Number ?? cited.Citation.Target?.Title ?? claim.TargetWords;
    }

    private static KnownDocument Known(ReadDocument document, Dictionary<Guid, string> slugs)
    {
        var issuers = string.Join('、', document.Issuers.Select(i => i.Value));
        var title = document.Title?.Value ?? "";
        return new(Guid.CreateVersion7(), "", document.Number!.Value, issuers, title, document.DatedOn?.Value, KnownName.Of(issuers, title), DocumentPlaces.Of(slugs.Select(s => new KnownPlace(s.Key, s.Value, s.Value, false))));
    }

    private void Count(ValidityEffect effect, int many = 0, int found = 0, int hits = 0)
    {
        var (m, f, h) = _byEffect.GetValueOrDefault(effect);
        _byEffect[effect] = (m + many, f + found, h + hits);
    }

    private void Wrong(string kind, string example)
    {
        if (!_wrong.TryGetValue(kind, out var examples)) _wrong[kind] = examples = [];
        examples.Add(example);
    }

    /// <param name="Claim">The claim.</param>
    /// <param name="Target">What it is about, as truth names it.</param>
    /// <param name="Span">The words at its span, without white space.</param>
    private sealed record Read(ValidityClaim Claim, string? Target, string Span);
}
