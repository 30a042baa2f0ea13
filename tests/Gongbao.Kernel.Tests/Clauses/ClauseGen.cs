using CsCheck;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Kernel.Tests.Clauses;

/// <summary>Random steps, places and ranges, also those that no document would have.</summary>
internal static class ClauseGen
{
    public static readonly Gen<ClauseStep> Step = Gen.Select(Gen.Enum<ClauseStepKind>(), Gen.Int[0, 20]).Select((kind, n) =>
    {
        var bare = new ClauseStep(kind);
        return bare.IsCounted ? bare with { Number = Math.Max(1, n) } : bare.MayBeCounted && n > 0 ? bare with { Number = n } : bare;
    });

    public static readonly Gen<ClausePath> Place = Step.Array[0, 5].Select(steps => ClausePath.Of(steps));

    public static readonly Gen<ClausePath> Path = Gen.Select(Place, Place, Gen.Int[0, 3], Gen.Int[0, 4]).Select((one, other, choice, shared) =>
    {
        if (choice > 0 || one.IsDocument) return one;
        var last = ClausePath.Of(one.Steps.Take(shared).Concat(other.Steps));
        return last.IsDocument || one.CompareTo(last) >= 0 ? one : ClausePath.Range(one, last);
    });
}
