namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Joins that cannot come about as they are declared, and what ends everything.</summary>
internal static class JoinChecks
{
    public static void Check(CaseDraft draft)
    {
        var (declared, join) = (draft.Declared, draft.Declared.Join);
        switch (join.Policy)
        {
            case JoinPolicy.Quorum when join.Quorum < 1:
                draft.Report(draft.At("join"), "整件要有几项办成才算办结，却没有写明几项。", "请加一行 quorum。");
                break;
            case JoinPolicy.Quorum when join.Quorum > declared.Items.Count:
                draft.Report(draft.At("join", "quorum"), $"整件要有 {join.Quorum} 项办成才算办结，而一共只有 {declared.Items.Count} 项，永远不能汇合。", "请改小 quorum。");
                break;
            case JoinPolicy.Required when join.Required.Count == 0:
                draft.Report(draft.At("join"), "必办的事项一项也没有写，一收到申请就会算办结。", "请在 required 里写上必办的事项。");
                break;
        }
        if (join.Policy != JoinPolicy.Quorum && draft.Map.Map("join")["quorum"] is not null)
            draft.Report(draft.At("join", "quorum"), "只有 policy 为 quorum 时才看几项办成，这里的 quorum 不起作用。", "请改写 policy，或者删去 quorum。");
        if (join.Policy != JoinPolicy.Required && join.Required.Count > 0)
            draft.Report(draft.At("join", "required"), "只有 policy 为 required 时才分必办和尽力而为，这里的 required 不起作用。", "请改写 policy，或者删去 required。");
        if (join is { Policy: JoinPolicy.All, EndsRest: true })
            draft.Report(draft.At("join", "ends_rest"), "全部办结才算整件办结，没有剩下的事项可以终止。", "请删去 ends_rest。");
        draft.EachKnown(draft.Map.Map("join"), "required", [.. draft.Items.Select(i => i.Id)], i => $"必办的事项“{i}”没有声明。");
        foreach (var (required, place) in CaseDraft.Texts(draft.Map.Map("join"), "required"))
            if (declared.Item(required) is { NeededWhen: { } rule } item)
                draft.Report(place, $"“{item.Title}”是必办的，却可能不办：只有{rule.Say().TrimEnd('。')}时才办。", "请把它移出 required，或者删去它的 needed_when。");
        if (declared.Items.Count > 0 && declared.Items.All(i => i.NeededWhen is not null))
            draft.Report(draft.At("order"), "所有事项都可能不办，一件申请可能什么也不办就算办结。", "请至少让一个事项没有 needed_when。");
        foreach (var (id, halt) in draft.Map.Map("halts").Things()) draft.IsSentence(halt, "says", $"终止情形“{id}”对当事人说的话");
        if (draft.Map["notice"] is not null && declared.Notice is { CutOff: not null, Source: null })
            draft.Report(draft.At("notice"), "一次性告知没有写明依据。", "请加一行 source。");
    }
}
