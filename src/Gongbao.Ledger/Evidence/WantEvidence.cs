using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Evidence;

/// <summary>Says what has to be shown for an obligation (证明材料要求); the last word counts, the earlier ones stay in its history.</summary>
internal sealed class WantEvidence(ActOnObligation acts)
{
    /// <returns>The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.wanted-before</c> (the same is wanted already).</returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, string? words, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, _) => Want(open, words, rules, city), stop);

    /// <summary>As the other, on an obligation that is open already.</summary>
    public static Refusal? Want(OpenObligation open, string? words, LedgerRules rules, CityDeclarations city)
    {
        if (WrittenText.Of(words, "证明材料要求").IsRefused(out var refusal, out var text)) return refusal;
        if (Of(open.Acts) == text) return new("ledger.wanted-before", "证明材料要求已经是这样，没有改动。");
        open.Add(ActKind.EvidenceWanted, null, rules, city, a => a with { Text = text });
        return null;
    }

    /// <summary>What has to be shown; null where nothing was said.</summary>
    public static string? Of(IEnumerable<StoredAct> acts) => acts.LastOrDefault(a => a.Kind is ActKind.EvidenceWanted)?.Text;
}
