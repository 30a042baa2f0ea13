using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes of rules that their parser cannot see: what they ask about is asked later, often, or not at all; and of conditions.</summary>
internal static class RuleChecks
{
    public static void Check(CaseDraft draft)
    {
        foreach (var (node, rule) in draft.Rules)
            foreach (var field in rule.Fields().Select(f => draft.Declared.Field(f.Name)).OfType<CaseField>())
            {
                if (field.Group is not null)
                    draft.Report(node.Place, $"条件问到了“{field.Label}”，而它要重复填写，不知道以哪一个为准。", "请改问只填一次的填写项。");
                if (field.Type is CaseFieldType.File or CaseFieldType.Signature)
                    draft.Report(node.Place, $"条件问到了“{field.Label}”，而文件和签名不能用来判断。", "请改问别的填写项，或者用材料来表示。");
            }
        Later(draft);
        foreach (var (id, written) in draft.Map.Map("eligibility").Things()) Condition(draft, id, written);
    }

    /// <summary>A field is shown by answers that were given before it, on an earlier page or above it.</summary>
    private static void Later(CaseDraft draft)
    {
        var pages = draft.Declared.Pages;
        string[] order = [.. pages.SelectMany(p => p.Fields)];
        foreach (var field in draft.Declared.Fields.Where(f => f.AskedWhen is not null))
            foreach (var asked in field.AskedWhen!.Fields().Where(a => Array.IndexOf(order, field.Id) >= 0 && Array.IndexOf(order, a.Name) >= Array.IndexOf(order, field.Id)))
                draft.Report(draft.At("fields", field.Id, "asked_when"), asked.Name == field.Id
                    ? $"“{field.Label}”要不要问，取决于它自己的答案。" : $"“{field.Label}”要不要问，取决于后面才问的“{asked.Label}”。", "请改问前面已经问过的，或者调整先后。");
        foreach (var (page, index) in pages.Select((p, i) => (p, i)).Where(p => p.p.AskedWhen is not null))
            foreach (var asked in page.AskedWhen!.Fields().Where(a => pages.Take(index).All(p => !p.Fields.Contains(a.Name))))
                draft.Report(((DeclaredMap)draft.Map.List("pages")[index])["asked_when"]!.Place, $"“{page.Asks}”这一页要不要问，取决于这一页或者后面才问的“{asked.Label}”。", "请改问前面几页已经问过的，或者调整先后。");
    }

    private static void Condition(CaseDraft draft, string id, DeclaredMap written)
    {
        if (written.Text("source") is null) draft.Report(draft.At("eligibility", id), $"条件“{id}”没有写明依据。", "请加一行 source，写明法律、法规或者文件的条款；没有依据的条件不能设。");
        if (written.Text("otherwise") is null) draft.Report(draft.At("eligibility", id), $"条件“{id}”没有写明不符合的人怎么办。", "请加一行 otherwise，告诉当事人还能怎样办理。");
        draft.IsSentence(written, "otherwise", $"条件“{id}”的 otherwise ");
        draft.EachKnown(written, "leads_to", [.. draft.Items.Select(i => i.Id)], i => $"条件“{id}”不符合时指向的事项“{i}”没有声明。");
        foreach (var field in (draft.Rule(written["rule"])?.Fields() ?? []).Select(f => draft.Declared.Field(f.Name)).OfType<CaseField>().Where(f => f.IsOptional))
            draft.Report(draft.At("eligibility", id, "rule"), $"条件“{id}”问到了可以不填的“{field.Label}”，没有填的人永远不能判断。", "请把它改为必填，或者改问别的填写项。");
    }
}
