using System.Diagnostics.CodeAnalysis;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// A place within a document: steps from the outside in, or a range between two places, both ends included. Empty, it names the
/// whole document.
/// </summary>
/// <remarks>Written as one says it: 三（十）, 二（四）3, 附件 备注, 附件2 第3行, 第十二条第二款第三项, 一至十一, 三（一）至（五）.</remarks>
public sealed class ClausePath : IEquatable<ClausePath>, IComparable<ClausePath>
{
    private const int LongestText = 200;
    private readonly string _text;

    private ClausePath(IReadOnlyList<ClauseStep> steps, IReadOnlyList<ClauseStep>? last) =>
        (Steps, Last, _text) = (steps, last, ClauseRanges.Print(steps, last));

    /// <summary>The whole document.</summary>
    public static ClausePath Document { get; } = new([], null);

    /// <summary>Steps of the place, of a range its first place.</summary>
    public IReadOnlyList<ClauseStep> Steps { get; }

    /// <summary>Steps of the last place of a range, from the document down; null when it is no range.</summary>
    public IReadOnlyList<ClauseStep>? Last { get; }

    /// <summary>True for the whole document.</summary>
    public bool IsDocument => Steps.Count == 0;

    /// <summary>What the place stands in; null for the whole document. Of a range: what its first place stands in.</summary>
    public ClausePath? Parent => Steps.Count switch { 0 => null, 1 => Document, _ => new([.. Steps.SkipLast(1)], null) };

    /// <summary>The form for page addresses: 3.10, annex2.row3, art12.p2.3, 1~11. Only ASCII letters, digits, '.', '-' and '~'.</summary>
    public string Slug => ClauseSlugs.Print(Steps, Last);

    /// <exception cref="ArgumentException">A step has a number where none belongs, or lacks one.</exception>
    public static ClausePath Of(params IEnumerable<ClauseStep> steps)
    {
        ClauseStep[] all = [.. steps];
        if (Array.Exists(all, s => !s.IsValid)) throw new ArgumentException("A step has a number where none belongs, or lacks one.", nameof(steps));
        return all.Length == 0 ? Document : new(all, null);
    }

    /// <exception cref="ArgumentException">One end is a range, the whole document, its text or its body, or the last stands before the first.</exception>
    public static ClausePath Range(ClausePath first, ClausePath last) =>
        Between(first.Steps, first.Last is null && last.Last is null ? last.Steps : null)
            ?? throw new ArgumentException("A range runs from one place to a later one.", nameof(last));

    /// <summary>The place one step further in.</summary>
    public ClausePath Then(ClauseStepKind kind, int? number = null) => Of(Steps.Append(new(kind, number)));

    /// <summary>Reads a place; an empty text is the whole document.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ClausePath? path)
    {
        path = null;
        if (text is null or { Length: > LongestText }) return false;
        path = ClauseRanges.Read(text) is not var (first, last) ? null : last is null ? Of(first) : Between(first, last);
        return path is not null;
    }

    /// <summary>Reads <see cref="Slug"/> back.</summary>
    public static bool TryParseSlug([NotNullWhen(true)] string? slug, [NotNullWhen(true)] out ClausePath? path)
    {
        path = null;
        if (slug is null or { Length: > LongestText }) return false;
        path = ClauseSlugs.Read(slug) is not var (first, last) ? null : last is null ? Of(first) : Between(first, last);
        return path is not null;
    }

    /// <summary>Whether all of the other place lies in this one; a place contains itself.</summary>
    public bool Contains(ClausePath other)
    {
        if (Last is null) return Within(other.Steps) && (other.Last is null || Within(other.Last));
        var end = other.Last ?? other.Steps;
        return !IsWide(other.Steps) && Compare(Steps, other.Steps) <= 0 && (StartsWith(end, Last) || (Compare(end, Last) < 0 && !StartsWith(Last, end)));
    }

    public bool Equals(ClausePath? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as ClausePath);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>By the order of the document: what contains before what is contained; unnumbered paragraphs before numbered clauses beside them.</summary>
    public int CompareTo(ClausePath? other)
    {
        if (other is null) return 1;
        var order = Compare(Steps, other.Steps);
        return order == 0 ? Compare(Last ?? [], other.Last ?? []) : order;
    }

    /// <summary>The canonical form, which <see cref="TryParse"/> reads back; empty for the whole document.</summary>
    public override string ToString() => _text;

    private static ClausePath? Between(IReadOnlyList<ClauseStep> first, IReadOnlyList<ClauseStep>? last) =>
        last is { Count: > 0 } && first.Count > 0 && !IsWide(first) && !IsWide(last) && Compare(first, last) < 0 ? new(first, last) : null;

    /// <summary>Whole text and body hold other places without standing before them, so they are no end of a range.</summary>
    private static bool IsWide(IReadOnlyList<ClauseStep> place) => place is [{ Kind: ClauseStepKind.WholeText or ClauseStepKind.Body }];

    private bool Within(IReadOnlyList<ClauseStep> place) => Steps.Count switch
    {
        0 => true,
        1 when Steps[0].Kind is ClauseStepKind.WholeText => true,
        1 when Steps[0].Kind is ClauseStepKind.Body => place.Count > 0 && place[0].IsInBody,
        _ => StartsWith(place, Steps),
    };

    private static bool StartsWith(IReadOnlyList<ClauseStep> place, IReadOnlyList<ClauseStep> start) =>
        place.Count >= start.Count && place.Take(start.Count).SequenceEqual(start);

    private static int Compare(IReadOnlyList<ClauseStep> one, IReadOnlyList<ClauseStep> other)
    {
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
            if (one[i].CompareTo(other[i]) is not 0 and var order) return order;
        return one.Count.CompareTo(other.Count);
    }
}
