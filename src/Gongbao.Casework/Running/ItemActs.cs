using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Running;

/// <summary>What is done with an item: accepted, handled stage by stage, ended, taken back.</summary>
internal static class ItemActs
{
    /// <summary>受理.</summary>
    /// <returns>Refused: <c>case.not-open</c> where it waits for something or is accepted already.</returns>
    public static Result<bool> Accept(this CaseProceeding p, string id)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        return item.Phase switch
        {
            ItemPhase.Open => p.Do(p.Of(id, CaseEventKind.Accepted)),
            ItemPhase.Waiting => new Refusal("case.not-open", $"{declared.Title}所需的材料还没有到齐，不能受理。"),
            ItemPhase.Deficient => new Refusal("case.not-open", $"{declared.Title}正在等待申请人补正，补正以后才能受理。"),
            _ => new Refusal("case.not-open", $"{declared.Title}已经受理。"),
        };
    }

    /// <summary>
    /// Evidence has come (材料到位), as by a window, an upload, or a register. What was given once stays given, since when it first came. The result of an item of the case comes of that
    /// item alone; only where no item that gives it belongs to the case, because the applicant has it already, is it brought like any other paper.
    /// </summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.no-evidence</c>, <c>case.evidence-of-item</c>.</returns>
    public static Result<bool> Give(this CaseProceeding p, string evidence)
    {
        if (p.NotRunning() is { } not) return not;
        if (p.Declaration.Evidence.FirstOrDefault(e => e.Id == evidence) is not { } declared) return NoEvidence(evidence);
        if (declared.From == EvidenceFrom.Item && p.GiversOf(evidence).Any(g => g != ItemPhase.LeftOut)) return new Refusal("case.evidence-of-item", $"{declared.Label}由前一事项办结后产生，不能另行登记。");
        return p.State.Evidence.Contains(evidence) ? true : p.Do(new(CaseEventKind.Given, p.At, p.By, What: evidence));
    }

    /// <summary>Does the stage that is next (完成环节).</summary>
    /// <returns>Refused: <c>case.not-handling</c>, <c>case.stage-skipped</c>, <c>case.same-person</c>, <c>case.last-stage</c>.</returns>
    public static Result<bool> Pass(this CaseProceeding p, string id, string stage)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (NotHandling(declared, item) is { } not) return not;
        var next = declared.Stages[item.Stage];
        if (next.Id != stage) return new Refusal("case.stage-skipped", $"{declared.Title}现在应当办理“{next.Title}”，环节不能跳过，也不能重复。");
        if (item.Stage == declared.Stages.Count - 1) return new Refusal("case.last-stage", $"“{next.Title}”是{declared.Title}的最后一个环节，请选择办理结果办结。");
        if (SamePerson(next, item, p) is { } same) return same;
        return p.Do(p.Of(id, CaseEventKind.Passed, stage));
    }

    /// <summary>Sends the item back to an earlier stage (退回).</summary>
    /// <returns>Refused: <c>case.not-handling</c>, <c>case.no-earlier-stage</c>.</returns>
    public static Result<bool> SendBack(this CaseProceeding p, string id, string stage)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (NotHandling(declared, item) is { } not) return not;
        var index = declared.StageIndex(stage);
        if (index < 0 || index >= item.Stage) return new Refusal("case.no-earlier-stage", $"只能退回到“{declared.Stages[item.Stage].Title}”之前的环节，请另选。");
        return p.Do(p.Of(id, CaseEventKind.SentBack, stage));
    }

    /// <summary>Ends the item with an outcome (办结), which is the act of its last stage; with one that is early, at any time before.</summary>
    /// <returns>Refused: <c>case.no-outcome</c>, <c>case.not-handling</c>, <c>case.stage-skipped</c>, <c>case.same-person</c>, <c>case.inquiry-open</c>, <c>case.evidence-missing</c> where it would be granted before everything that was to follow has come.</returns>
    public static Result<bool> End(this CaseProceeding p, string id, string outcome)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        if (declared.Outcome(outcome) is not { Kind: OutcomeKind.Granted or OutcomeKind.Refused or OutcomeKind.Lapsed } chosen)
            return new Refusal("case.no-outcome", $"{declared.Title}没有编号为“{outcome}”的办理结果；可选的有：{string.Join("、", declared.Outcomes.Where(o => o.Kind is OutcomeKind.Granted or OutcomeKind.Refused).Select(o => o.Label))}。");
        if (!chosen.IsEarly)
        {
            if (NotHandling(declared, item) is { } not) return not;
            if (item.Stage < declared.Stages.Count - 1) return new Refusal("case.stage-skipped", $"{declared.Title}还没有完成“{declared.Stages[item.Stage].Title}”，环节不能跳过。");
            if (SamePerson(declared.Stages[^1], item, p) is { } same) return same;
        }
        if (item.Inquiries.FirstOrDefault(i => i.Value.StoppedAt is null).Key is { } open)
            return new Refusal("case.inquiry-open", $"“{declared.Inquiries.First(i => i.Id == open).Title}”还没有答复，期限也没有届满，不能办结。");
        if (chosen.Kind == OutcomeKind.Granted && item.Following.Where(f => f.Value.StoppedAt is null).Select(f => p.Declaration.Evidence.First(e => e.Id == f.Key).Label).ToList() is [_, ..] missing)
            return new Refusal("case.evidence-missing", $"{declared.Title}是容缺受理的，{string.Join("、", missing)}补齐以后才能办结。");
        return p.Do(p.Of(id, CaseEventKind.Ended, outcome));
    }

    /// <summary>The applicant takes the item back (撤回), as the withdrawal table of its phase allows.</summary>
    /// <returns>Refused: <c>case.not-withdrawable</c> with the sentence that the table declares.</returns>
    public static Result<bool> Withdraw(this CaseProceeding p, string id)
    {
        if (!p.Finds(id, out var declared, out var item, out var refusal)) return refusal;
        var rule = declared.Withdrawal[item.Phase];
        if (rule.Effect == WithdrawalEffect.NotPossible) return new Refusal("case.not-withdrawable", rule.Says, rule.Source);
        if (rule.Effect == WithdrawalEffect.WithCompensation && p.Do(p.Of(id, CaseEventKind.Compensated)).IsRefused(out var no, out _)) return no;
        return p.Do(p.Of(id, CaseEventKind.Ended, declared.Outcomes.First(o => o.Kind == OutcomeKind.Withdrawn).Id));
    }

    /// <summary>
    /// Ends everything gently (终止), as where the child has died: nothing that was given is taken back, and an outcome of the case that was decided before stays as it was.
    /// </summary>
    /// <returns>Refused: <c>case.not-received</c>, <c>case.closed</c>, <c>case.no-halt</c>.</returns>
    public static Result<bool> Halt(this CaseProceeding p, string halt)
    {
        if (p.NotRunning() is { } not) return not;
        if (p.Declaration.Halts.All(h => h.Id != halt)) return new Refusal("case.no-halt", $"没有编号为“{halt}”的终止情形，请核对。");
        return p.Do(new(CaseEventKind.Halted, p.At, p.By, What: halt));
    }

    internal static Refusal NoEvidence(string evidence) => new("case.no-evidence", $"这件申请没有编号为“{evidence}”的材料，请核对。");

    private static Refusal? NotHandling(ItemDeclaration declared, ItemState item) => item.Phase switch
    {
        ItemPhase.Handling => null,
        ItemPhase.Deficient => new("case.not-handling", $"{declared.Title}正在等待申请人补正，补正以后才能办理。"),
        _ => new("case.not-handling", $"{declared.Title}还没有受理，不能办理。"),
    };

    private static Refusal? SamePerson(StageDeclaration stage, ItemState item, CaseProceeding p) => stage.ByAnother && item.LastBy == p.By
        ? new("case.same-person", $"“{stage.Title}”应当由另一个人办理，不能由完成上一环节的人自己办理。") : null;
}
