using CsCheck;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

/// <summary>Random steps, places and ranges, also those that no document would have.</summary>
internal static class ClauseGen
{
    public static readonly Gen<ClauseStep> Step = Gen.Select(Gen.Enum<ClauseStepKind>(), Gen.Int[0, 20], Gen.Int[0, 12]).Select((kind, n, behind) =>
    {
        var bare = new ClauseStep(kind);
        if (kind is ClauseStepKind.Article && behind > 0) return new(kind, Math.Max(1, n), behind);
        return bare.IsCounted ? bare with { Number = Math.Max(1, n) } : bare.MayBeCounted && n > 0 ? bare with { Number = n } : bare;
    });

    public static readonly Gen<ClausePath> Place = Step.Array[0, 5].Select(steps => ClausePath.Of(steps));

    public static readonly Gen<ClausePath> Path = Gen.Select(Place, Place, Gen.Int[0, 3], Gen.Int[0, 4]).Select((one, other, choice, shared) =>
    {
        if (choice > 0 || one.IsDocument) return one;
        var last = ClausePath.Of(one.Steps.Take(shared).Concat(other.Steps));
        return last.IsDocument || one.CompareTo(last) >= 0 || Wide(one) || Wide(last) ? one : ClausePath.Range(one, last);

        static bool Wide(ClausePath place) => place.Steps is [{ Kind: ClauseStepKind.WholeText or ClauseStepKind.Body }];
    });

    /// <summary>Places and ranges of few kinds, numbers and steps, so that many contain each other.</summary>
    public static readonly Gen<ClausePath> Near = Gen.Select(Few(), Few(), Gen.Bool).Select((one, other, range) =>
        range && !one.IsDocument && !other.IsDocument && one.CompareTo(other) < 0 && one.Steps[0].Kind > ClauseStepKind.Body ? ClausePath.Range(one, other) : one);

    private static ClauseStepKind[] FewKinds =>
        [ClauseStepKind.WholeText, ClauseStepKind.Body, ClauseStepKind.Paragraph, ClauseStepKind.Level1, ClauseStepKind.Level2, ClauseStepKind.Table, ClauseStepKind.Attachment];

    private static Gen<ClausePath> Few() => Gen.Select(
        Gen.Int[0, FewKinds.Length - 1], Gen.Int[1, 2]).Select((kind, n) => new ClauseStep(FewKinds[kind]) is { MayBeCounted: true } step ? step with { Number = n } : new(FewKinds[kind])).Array[0, 3].Select(steps => ClausePath.Of(steps));
}
