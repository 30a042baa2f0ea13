using Gongbao.Casework.Information;
using Gongbao.Casework.Running;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes in how items end and how they are taken back.</summary>
internal static class OutcomeChecks
{
    private static readonly string[] Rows = [.. Enum.GetValues<ReportRow>().Select(EnumWords.Word)];

    public static void Check(CaseDraft draft)
    {
        var forms = draft.Declared.Forms.Select(f => f.Id).ToList();
        foreach (var (id, outcome) in draft.Map.Map("outcomes").Things()) Outcome(draft, "各事项", outcome, draft.At("outcomes", id), forms);
        foreach (var (id, item) in draft.Items)
        {
            foreach (var (outcome, written) in item.Map("outcomes").Things()) Outcome(draft, $"“{item.RequiredText("name")}”", written, draft.At("items", id, "outcomes", outcome), forms);
            Kinds(draft, id, item);
            Withdrawal(draft, id, item);
        }
    }

    private static void Outcome(CaseDraft draft, string of, DeclaredMap outcome, Place place, List<string> forms)
    {
        var name = outcome.RequiredText("name");
        if (outcome.Text("kind") == "refused" && outcome.Text("source") is null)
            draft.Report(place, $"{of}的结果“{name}”是不予办理，却没有写明依据。", "请加一行 source；不予办理应当说明理由和依据。");
        if (outcome.Text("row") is { } row && !Rows.Contains(row))
            draft.Unknown(CaseDraft.At(outcome, "row"), $"{of}的结果“{name}”要计入的“{row}”不是年度报告的一行。", row, Rows);
        if (outcome.Text("letter") is { } letter && !forms.Contains(letter))
            draft.Unknown(CaseDraft.At(outcome, "letter"), $"{of}的结果“{name}”要发出的打印件“{letter}”没有声明。", letter, forms);
        if (outcome.Text("kind") is "withdrawn" or "closed" or "lapsed" && outcome.List("gives").Count > 0)
            draft.Report(CaseDraft.At(outcome, "gives"), $"{of}的结果“{name}”没有办成，却会产生材料。", "请删去 gives，或者核对 kind。");
    }

    private static void Kinds(CaseDraft draft, string id, DeclaredMap item)
    {
        var title = item.RequiredText("name");
        var outcomes = ItemReader.Outcomes(item, draft.Map);
        foreach (var (kind, why) in ((string, string)[])[("granted", "办成"), ("withdrawn", "撤回"), ("closed", "终止")])
            if (outcomes.All(o => o.Thing.Text("kind") != kind))
                draft.Report(draft.At("items", id), $"“{title}”没有 kind 为 {kind} 的办理结果，{why}时没有结果可写。", $"请在 outcomes 里加上一个 kind: {kind} 的结果；各事项相同的，可以写在流程的 outcomes 里。");
        foreach (var (outcome, _) in outcomes.Where(o => Enum.GetValues<ItemPhase>().Any(p => EnumWords.Word(p) == o.Id)))
            draft.Report(draft.At("items", id, "outcomes", outcome), $"“{title}”的结果编号“{outcome}”是事项状态的名称，示例里分不清。", "请改用另一个编号。");
    }

    private static void Withdrawal(CaseDraft draft, string id, DeclaredMap item)
    {
        var title = item.RequiredText("name");
        var table = ItemReader.Withdrawal(item, draft.Map);
        foreach (var (phase, says) in ((string, string)[])[("waiting", "待具备条件"), ("open", "待受理"), ("deficient", "待补正"), ("handling", "办理中")])
            if (table.All(w => w.Phase != phase))
                draft.Report(draft.At("items", id, "withdrawal"), $"“{title}”没有写明{says}时能不能撤回。", $"请在 withdrawal 里加上 {phase}；各事项相同的，可以写在流程的 withdrawal 里。");
        foreach (var (phase, rule) in item.Map("withdrawal").Things().Concat(draft.Items[0].Id == id ? draft.Map.Map("withdrawal").Things() : []))
        {
            draft.IsSentence(rule, "says", $"“{title}”撤回之前的话（{phase}）");
            if (rule.Text("effect") == "not-possible" && phase != "ended" && rule.Text("source") is null)
                draft.Report(CaseDraft.At(rule, "effect"), $"“{title}”不让撤回，却没有写明依据。", "请加一行 source；没有依据的，应当允许撤回。");
        }
    }
}
