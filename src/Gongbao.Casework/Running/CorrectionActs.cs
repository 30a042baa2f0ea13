using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Running;

/// <summary>
/// What is done after an item has ended, of a case that is closed too: what came of it is put right (更正), or given again (补发). Its outcome and that of the case stay as they were decided;
/// every time is counted.
/// </summary>
internal static class CorrectionActs
{
    /// <summary>Puts right a result, or the decision itself (更正).</summary>
    /// <param name="p">The act.</param>
    /// <param name="id">The item.</param>
    /// <param name="result">Which evidence of those that its outcome gave; null for the decision itself.</param>
    /// <param name="reason">What was wrong, a whole sentence.</param>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.no-item</c>, <c>case.item-not-ended</c>, <c>case.no-result</c>, <c>case.no-reason</c>, <c>case.too-early</c>.</returns>
    public static Result<bool> Correct(this CaseProceeding p, string id, string? result, string reason) => Again(p, CaseEventKind.Corrected, id, result, reason);

    /// <summary>Gives a result, or the decision itself, once more (补发).</summary>
    /// <inheritdoc cref="Correct"/>
    public static Result<bool> Reissue(this CaseProceeding p, string id, string? result, string reason) => Again(p, CaseEventKind.Reissued, id, result, reason);

    private static Result<bool> Again(CaseProceeding p, CaseEventKind kind, string id, string? result, string reason)
    {
        if (p.State.Phase == CasePhase.None) return p.NotRunning()!;
        if (!p.State.Items.TryGetValue(id, out var item)) return new Refusal("case.no-item", $"这件申请没有编号为“{id}”的事项，请核对。");
        // The version under which the case runs now may no longer have the item.
        var declared = p.Declaration.Item(id);
        var title = declared?.Title ?? id;
        if (item.Phase != ItemPhase.Ended) return new Refusal("case.item-not-ended", $"{title}还没有办结，不需要更正或者补发，请直接办理。");
        if (result is not null && declared?.Outcome(item.Outcome!)?.Gives.Contains(result) != true) return new Refusal("case.no-result", $"{title}没有出具过编号为“{result}”的结果，请核对。");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("case.no-reason", "请写明更正或者补发的原因。");
        if (p.TooEarly(title, item) is { } early) return early;
        return p.Do(p.Of(id, kind, result) with { Answer = reason });
    }
}
