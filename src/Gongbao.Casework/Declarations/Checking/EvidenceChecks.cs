namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes in what items start on and what they give: circles, papers that nobody brings or needs.</summary>
internal static class EvidenceChecks
{
    public static void Check(CaseDraft draft)
    {
        var declared = draft.Declared;
        var known = declared.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var givers = declared.Items.SelectMany(i => i.Outcomes.SelectMany(o => o.Gives).Distinct().Select(g => (Gives: g, Item: i))).ToLookup(g => g.Gives, g => g.Item, StringComparer.Ordinal);
        HashSet<string> needed = [.. declared.Items.SelectMany(i => i.Needs)];
        foreach (var (id, item) in draft.Items)
            draft.EachKnown(item, "needs", known.Keys, e => $"“{item.RequiredText("name")}”需要的材料“{e}”没有声明。");
        foreach (var evidence in declared.Evidence)
        {
            if (evidence.From != EvidenceFrom.Item && !needed.Contains(evidence.Id))
                draft.Report(draft.At("evidence", evidence.Id), $"没有事项需要材料“{evidence.Label}”。", "不需要的不要收取，请删去它；需要的，请写进事项的 needs。");
            if (evidence.From == EvidenceFrom.Item && !givers.Contains(evidence.Id))
                draft.Report(draft.At("evidence", evidence.Id), $"没有事项会产生“{evidence.Label}”，需要它的事项永远不能开始。", "请在产生它的办理结果里写 gives，或者改写 from。");
            if (givers[evidence.Id].Skip(1).Any())
                draft.Report(draft.At("evidence", evidence.Id), $"{string.Join("和", givers[evidence.Id].Select(i => $"“{i.Title}”"))}都产生“{evidence.Label}”。", "一样材料只由一个事项产生，请分成两样。");
            if (evidence.From == EvidenceFrom.Item && (evidence.MayFollow is not null || evidence.MayBeCommitted))
                draft.Report(draft.At("evidence", evidence.Id, evidence.MayFollow is null ? "may_be_committed" : "may_follow"), $"“{evidence.Label}”由前一事项产生，不能容缺或者承诺。", "请删去这一行。");
        }
        foreach (var (id, item) in draft.Items)
            foreach (var (outcome, written) in item.Map("outcomes").Things())
                foreach (var (gives, place) in CaseDraft.Texts(written, "gives"))
                {
                    if (!known.TryGetValue(gives, out var evidence)) draft.Unknown(place, $"“{item.RequiredText("name")}”的结果“{written.RequiredText("name")}”产生的材料“{gives}”没有声明。", gives, known.Keys);
                    else if (evidence.From != EvidenceFrom.Item) draft.Report(place, $"“{item.RequiredText("name")}”产生“{evidence.Label}”，而它声明为由别人提交或者核验。", "请把它的 from 改为 item，或者删去这里的 gives。");
                }
        Circles(draft, known);
    }

    /// <summary>Items that wait for each other.</summary>
    private static void Circles(CaseDraft draft, Dictionary<string, EvidenceDeclaration> known)
    {
        var items = draft.Declared.Items;
        HashSet<string> there = [.. known.Values.Where(e => e.From != EvidenceFrom.Item || e.NeededWhen is not null).Select(e => e.Id)];
        var started = new HashSet<string>(StringComparer.Ordinal);
        for (var isMoving = true; isMoving;)
        {
            isMoving = false;
            foreach (var item in items.Where(i => !started.Contains(i.Id) && i.Needs.All(n => there.Contains(n) || !known.ContainsKey(n))))
            {
                started.Add(item.Id);
                there.UnionWith(item.Outcomes.SelectMany(o => o.Gives));
                isMoving = true;
            }
        }
        // What waits for a circle, or for what no item gives, is told there.
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Where(i => !started.Contains(i.Id) && !told.Contains(i.Id)))
            if (Circle(items, item) is { } circle)
            {
                told.UnionWith(circle.Select(i => i.Id));
                draft.Report(draft.At("items", item.Id, "needs"), $"“{item.Title}”绕成了圈：{string.Join("要等", circle.Select(i => $"“{i.Title}”"))}，谁也不能开始。", "请核对 needs 和 gives，去掉其中一处。");
            }
    }

    private static List<ItemDeclaration>? Circle(IReadOnlyList<ItemDeclaration> items, ItemDeclaration from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Walk(from) is { } path ? [from, .. path] : null;

        List<ItemDeclaration>? Walk(ItemDeclaration item)
        {
            foreach (var before in items.Where(i => i.Outcomes.Any(o => o.Gives.Intersect(item.Needs).Any())))
            {
                if (before.Id == from.Id) return [from];
                if (seen.Add(before.Id) && Walk(before) is { } path) return [before, .. path];
            }
            return null;
        }
    }
}
