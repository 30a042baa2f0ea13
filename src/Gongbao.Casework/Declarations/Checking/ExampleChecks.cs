using Gongbao.Platform.City.Sections;
using System.Globalization;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes in how examples are written; whether they come out as they say is for <see cref="ExampleReplay"/>.</summary>
internal static class ExampleChecks
{
    public static void Check(CaseDraft draft)
    {
        if (draft.Map.Map("examples").Entries.Count == 0)
            draft.Report(draft.At("examples"), "没有示例，无从知道流程写得对不对。", "请在 examples 里至少写一个从收到申请到办结的示例。");
        foreach (var (id, example) in draft.Map.Map("examples").Things())
        {
            Answers(draft, id, example);
            var acts = example.List("acts").Cast<DeclaredMap>().ToList();
            foreach (var (act, before) in acts.Skip(1).Zip(acts).Where(a => a.First.Date("day") < a.Second.Date("day")))
                draft.Report(CaseDraft.At(act, "day"), $"示例“{id}”的日子倒退了：这一步在 {act.Text("day")}，上一步在 {before.Text("day")}。", "请按先后排列。");
            foreach (var act in acts) Act(draft, id, act);
            if (example["expect"] is null && acts.All(a => a["then"] is null && a["refused"] is null))
                draft.Report(draft.At("examples", id), $"示例“{id}”没有写明应当怎样，什么也没有检查。", "请写 expect，或者在某一步写 then、refused。");
            if (example["expect"] is DeclaredMap expected) Expected(draft, id, expected);
        }
    }

    /// <summary>An answer as rules read it; null where it does not fit its field.</summary>
    public static FieldValue? Answer(CaseField field, string text) => field.ForRules.Kind switch
    {
        FieldKind.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? FieldValue.Of(number) : null,
        FieldKind.Flag => text is "true" or "false" ? FieldValue.Of(text == "true") : null,
        FieldKind.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? FieldValue.Of(day) : null,
        _ => field.Options.Count > 0 && !field.Options.ContainsKey(text) ? null : FieldValue.Of(text),
    };

    private static void Answers(CaseDraft draft, string id, DeclaredMap example)
    {
        foreach (var answer in example.Map("answers").Entries)
        {
            var text = ((DeclaredScalar)answer.Value).Text;
            if (draft.Declared.Field(answer.Key) is not { } field) draft.Unknown(answer.KeyPlace, $"示例“{id}”回答了没有声明的填写项“{answer.Key}”。", answer.Key, [.. draft.Declared.Fields.Select(f => f.Id)]);
            else if (Answer(field, text) is null) draft.Report(answer.Value.Place, $"示例“{id}”里“{text}”不能是“{field.Label}”的答案。", field.Options.Count > 0 ? $"可选的有：{string.Join("、", field.Options.Keys)}。" : "请按填写类型改写：是或否写 true、false，日期写成 2023-05-31。");
        }
    }

    private static void Act(CaseDraft draft, string id, DeclaredMap act)
    {
        var declared = draft.Declared;
        var does = act.RequiredText("act");
        if (act["then"] is DeclaredMap then) Expected(draft, id, then);
        if (does is "receive" or "expire" or "notify") return;
        if (does is "give" or "commit" or "disprove") { What(declared.Evidence.Select(e => e.Id), "材料"); return; }
        if (does == "halt") { What(declared.Halts.Select(h => h.Id), "终止情形"); return; }
        if (act.Text("item") is not { } named)
        {
            draft.Report(act.Place, $"示例“{id}”的“{does}”没有写明哪个事项。", "请加上 item。");
            return;
        }
        if (declared.Item(named) is not { } item)
        {
            draft.Unknown(CaseDraft.At(act, "item"), $"示例“{id}”里的事项“{named}”没有声明。", named, [.. declared.Items.Select(i => i.Id)]);
            return;
        }
        switch (does)
        {
            case "note" or "supply":
                What(item.Deficiencies.Keys, "需补正的情形");
                break;
            case "pass" or "send-back":
                What(item.Stages.Select(s => s.Id), "环节");
                break;
            case "end" or "finish":
                What(item.Outcomes.Select(o => o.Id), "办理结果");
                break;
            case "pause" or "resume":
                What(item.Clocks.Select(c => c.Id), "期限");
                if (item.Clock(act.Text("what") ?? "") is { } paused) Value(paused.Pauses.Select(p => p.Id), "中止事由");
                break;
            case "extend":
                What(item.Clocks.Select(c => c.Id), "期限");
                if (!int.TryParse(act.Text("value"), NumberStyles.None, CultureInfo.InvariantCulture, out _)) draft.Report(CaseDraft.At(act, "value"), $"示例“{id}”没有写明延长多少。", "请在 value 里写一个整数，单位与期限相同。");
                break;
            case "inquire" or "answer":
                What(item.Inquiries.Select(i => i.Id), "征求意见");
                if (does == "answer" && item.Inquiries.FirstOrDefault(i => i.Id == act.Text("what")) is { } inquiry) Value(inquiry.Answers.Keys, "答复");
                break;
        }

        void What(IEnumerable<string> known, string kind) => Known("what", known, kind);
        void Value(IEnumerable<string> known, string kind) => Known("value", known, kind);
        void Known(string key, IEnumerable<string> known, string kind)
        {
            string[] all = [.. known];
            if (act.Text(key) is not { } text) draft.Report(act.Place, $"示例“{id}”的“{does}”没有写明哪个{kind}。", $"请加上 {key}。");
            else if (!all.Contains(text)) draft.Unknown(CaseDraft.At(act, key), $"示例“{id}”里没有“{text}”这个{kind}。", text, all);
        }
    }

    private static void Expected(CaseDraft draft, string id, DeclaredMap expected)
    {
        foreach (var entry in expected.Map("items").Entries)
        {
            var stands = ((DeclaredScalar)entry.Value).Text;
            if (draft.Declared.Item(entry.Key) is not { } item) draft.Unknown(entry.KeyPlace, $"示例“{id}”里的事项“{entry.Key}”没有声明。", entry.Key, [.. draft.Declared.Items.Select(i => i.Id)]);
            else if (item.Outcome(stands) is null && !Phases.Contains(stands)) draft.Unknown(entry.Value.Place, $"示例“{id}”里“{stands}”既不是“{item.Title}”的状态，也不是它的办理结果。", stands, [.. Phases, .. item.Outcomes.Select(o => o.Id)]);
        }
        foreach (var (named, clocks) in expected.Map("due").Things())
        {
            if (draft.Declared.Item(named) is not { } item)
            {
                draft.Unknown(CaseDraft.At(expected.Map("due"), named), $"示例“{id}”里的事项“{named}”没有声明。", named, [.. draft.Declared.Items.Select(i => i.Id)]);
                continue;
            }
            string[] known = [.. item.Clocks.Select(c => c.Id), .. item.Inquiries.Select(i => i.Id)];
            foreach (var clock in clocks.Entries.Where(c => !known.Contains(c.Key))) draft.Unknown(clock.KeyPlace, $"示例“{id}”里“{item.Title}”没有编号为“{clock.Key}”的期限。", clock.Key, known);
        }
    }

    private static IReadOnlyList<string> Phases { get; } = [.. Enum.GetValues<ItemPhase>().Where(p => p != ItemPhase.Ended).Select(EnumWords.Word)];
}
