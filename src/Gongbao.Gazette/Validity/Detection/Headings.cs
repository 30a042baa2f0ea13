using Gongbao.Gazette.Reading;
using Cited = (int Ordinal, Gongbao.Gazette.Citations.PlacedCitation Citation);

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>What was said at the head of a list or of an amendment, and holds for what follows.</summary>
/// <param name="Passage">Where it was said.</param>
/// <param name="Effect">What is done to what follows.</param>
/// <param name="Target">The document that what follows is about; null where each line names its own.</param>
/// <param name="On">From when, where it says so.</param>
internal sealed record Heading(Passage Passage, ValidityEffect Effect, Cited? Target, DateOnly? On = null)
{
    public bool IsUsed { get; set; }

    public bool IsExplicit { get; init; }

    /// <summary>Whether it only says of which document the last amendment was.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The sentence that named an amended document.</summary>
    public (int From, int To)? Opens { get; init; }

    /// <summary>A clause heads what stands under it; a paragraph or a title what follows it at its side.</summary>
    public bool EndsAt(Passage next) => next.Depth < Passage.Depth
        || next.Depth == Passage.Depth && (Passage.Node.Kind is NodeKind.Clause || IsExplicit && IsUsed && next.Node.Kind is NodeKind.Paragraph && next.Citations.Count == 0);
}

/// <summary>The heads that hold at a place of the text, outermost first.</summary>
internal sealed class Headings(FoundClaims found)
{
    private readonly List<Heading> _open = [];

    /// <summary>The head of the list that a passage stands in; null where it stands in none.</summary>
    public Heading? ListOf(Passage passage) => _open.FindLast(h => h.Target is null && h.Passage != passage);

    /// <summary>The head that says which document is amended here; null where none does.</summary>
    public Heading? Amending => _open.FindLast(h => h.Effect is ValidityEffect.Amend && h.Target is not null);

    public void Add(Heading heading) => _open.Add(heading);

    /// <summary>What follows without naming a document is of the one that was amended last.</summary>
    public void GoOn(Passage passage, Cited target)
    {
        _open.RemoveAll(h => h.GoesOn && h.Passage.Depth >= passage.Depth);
        _open.Add(new(passage, ValidityEffect.Amend, target) { IsUsed = true, GoesOn = true });
    }

    /// <summary>Ends those that do not hold for a passage.</summary>
    public void Close(Passage next)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!_open[i].EndsAt(next)) continue;
            Tell(_open[i]);
            _open.RemoveAt(i);
        }
    }

    /// <summary>Ends all at the end of the document.</summary>
    public void Close() => _open.ForEach(Tell);

    /// <summary>A document said to be amended without instructions that could be read is still amended.</summary>
    private void Tell(Heading heading)
    {
        if (heading is { Effect: ValidityEffect.Amend, IsUsed: false, Target: { } target, Opens: var (from, to) })
            found.Add(heading.Passage, from, to, ValidityEffect.Amend, target, c => c with { Confidence = 0.5, Why = "没有读出修改的内容，请对照原文。" });
    }
}
