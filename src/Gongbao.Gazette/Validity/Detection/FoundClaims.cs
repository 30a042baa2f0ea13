using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Cited = (int Ordinal, Gongbao.Gazette.Citations.PlacedCitation Citation);

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>The claims of one document while they are found (读出的主张), in printed order: whom each is about, and from when it holds.</summary>
internal sealed class FoundClaims
{
    /// <summary>Of more claims no list of a city has; a hostile text must not make each be compared with each.</summary>
    private const int MostCompared = 2_000;
    private readonly IReadOnlyList<PlacedCitation> _citations;
    private readonly TextRuns _runs;
    private readonly List<ValidityClaim> _claims = [];

    /// <param name="document">The document as read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="citations">What it cites.</param>
    /// <param name="passages">Its passages.</param>
    public FoundClaims(ReadDocument document, SourceText source, IReadOnlyList<PlacedCitation> citations, IReadOnlyList<Passage> passages)
    {
        (_citations, _runs) = (citations, new(source, document.Personal, []));
        MadeKnown = passages.Where(p => p.Node.Kind is NodeKind.Imprint).Select(p => Days.Printed(p.Text)).FirstOrDefault(d => d is not null) is { } printed ? (printed, null)
            : document.DatedOn is { } dated ? (dated.Value, "没有读到印发日期，按成文日期推算。") : (null, null);
    }

    /// <summary>The day on which the document was made known, as far as it is printed, and why it is in doubt.</summary>
    public (DateOnly? Day, string? Doubt) MadeKnown { get; }

    /// <summary>What the document says of its own first day in force, as far as it was read.</summary>
    public ValidityClaim? Commencement => _claims.Find(c => c is { IsOwn: true, Effect: ValidityEffect.Commence });

    /// <summary>Whether a citation names a document of which something can be said.</summary>
    public static bool IsTarget(Citation citation) => citation is { Target: not null, Not: null or NonDocument.IssuedHere };

    /// <param name="passage">Where it is said.</param>
    /// <param name="from">First character of what says so.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="effect">What is done.</param>
    /// <param name="target">The citation that names the document; null for the document's own.</param>
    /// <param name="more">What else is said.</param>
    public void Add(Passage passage, int from, int to, ValidityEffect effect, Cited? target, Func<ValidityClaim, ValidityClaim> more) => _claims.Add(more(new()
    {
        Effect = effect, Words = Masked(passage, from, to), Span = passage.SpanOf(from, to), Slug = passage.Slug,
        Citation = target?.Ordinal, TargetWords = target is { } t ? t.Citation.Words : "", Place = target?.Citation.Citation.Place?.Path,
    }));

    /// <summary>Adds what an act does to one of its documents, or to the places of it that are named.</summary>
    public void Add(Passage passage, int from, int to, EndingAct act, Cited target, Func<ValidityClaim, ValidityClaim>? more = null)
    {
        var place = target.Citation.Citation.Place?.Path;
        var effect = place is not null && act.Effect is ValidityEffect.Repeal or ValidityEffect.Invalidate && place is not null ? ValidityEffect.RepealPart : act.Effect;
        // From when a longer term runs is printed here, or in the document that it is about.
        var begins = act.On ?? (act.FromMadeKnown ? MadeKnown.Day : null);
        var until = act.Until ?? (act.Months is { } term && begins is { } day ? Days.Until(day, term) : null);
        Add(passage, from, to, effect, target, c =>
        {
            c = c with { On = act.On, Until = until, Place = place, Instruction = act.Months is { } months && until is null ? new(AmendmentAction.ExtendTerm, Months: months) : null };
            return more is null ? c : more(c);
        });
    }

    /// <summary>A stretch of a passage as the public may read it.</summary>
    public string Masked(Passage passage, int from, int to) => Characters.Compact(_runs.Masked(passage.SpanOf(from, to)));

    /// <summary>What identifies a cited document: its number, else its title.</summary>
    public string? KeyOf(int ordinal) => _citations[ordinal].Citation.Target is { } target ? target.Number ?? target.TitleKey : null;

    /// <summary>All of them, each once, with their days.</summary>
    public IReadOnlyList<ValidityClaim> All() => Dated(Once());

    /// <summary>The title in the preamble and the list in the attachment often name one document twice.</summary>
    private List<ValidityClaim> Once()
    {
        var seen = new HashSet<(ValidityEffect, string, string?, AmendmentInstruction?, DateOnly?, DateOnly?)>();
        return [.. _claims.Where(c => !IsSaidAgain(c) && seen.Add((c.Effect, TargetKey(c), c.Place?.ToString(), c.Instruction, c.IsOwn ? c.On : null, c.IsOwn ? c.Until : null)))];
    }

    private string TargetKey(ValidityClaim claim) => claim.Citation is { } ordinal ? KeyOf(ordinal) ?? claim.TargetWords : claim.TargetWords;

    /// <summary>Whether another place says the same of the document and prints its number: in the letter by its title, in the list by both.</summary>
    private bool IsSaidAgain(ValidityClaim claim) => _claims.Count <= MostCompared && claim.Citation is { } ordinal && _citations[ordinal].Citation.Target is { Number: null, Title: { } title }
        && _claims.Exists(c => c.Effect == claim.Effect && c.Span != claim.Span && c.Place is null && claim.Place is null && c.Instruction == claim.Instruction
            && c.Citation is { } other && _citations[other].Citation.Target is { Number: not null } && c.Words.Contains(title, StringComparison.Ordinal));

    /// <summary>What is done to others holds from the day that is printed with it, else from the day on which the document itself comes into force.</summary>
    private IReadOnlyList<ValidityClaim> Dated(List<ValidityClaim> claims)
    {
        var own = claims.Where(c => c is { IsOwn: true, Effect: ValidityEffect.Commence }).ToList();
        var (known, doubt) = MadeKnown;
        var on = own.Count > 0 ? own[0].On : known;
        var several = own.Select(c => c.On).Distinct().Count() > 1;
        return
        [
            .. claims.Select(c => c.IsOwn
                ? c.Effect is ValidityEffect.Commence && several ? c with { Confidence = 0.5, Why = "文件写有不止一个施行日期，请确认是哪一个。" } : c
                : c.On is null ? c with { On = on, Why = c.Why ?? (on is null ? "文件没有写明从哪一天起，请填写。" : own.Count > 0 ? own[0].Why : doubt) } : c),
        ];
    }
}
