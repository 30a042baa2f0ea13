using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes of items: who does them, in which stages, with which fields, in which order they are shown.</summary>
internal static class ItemChecks
{
    public static void Check(CaseDraft draft)
    {
        Order(draft);
        var verbs = draft.City.Section("verbs").Entries.Select(e => e.Key).ToList();
        var fields = draft.Map.Map("fields").Entries.Select(e => e.Key).ToList();
        foreach (var (id, item) in draft.Items)
        {
            var title = item.RequiredText("name");
            Unit(draft, id, title, item.RequiredText("unit"));
            draft.EachKnown(item, "fields", fields, f => $"“{title}”要用的填写项“{f}”没有声明。");
            if (item.Text("source") is null) draft.Report(draft.At("items", id), $"“{title}”没有写明依据。", "请加一行 source，写明由哪条法律、法规或者文件设立。");
            if (item.Text("for_each") is { } group && draft.Declared.Groups.All(g => g.Id != group))
                draft.Unknown(draft.At("items", id, "for_each"), $"“{title}”要按“{group}”逐个发放结果，而没有声明这一组。", group, [.. draft.Declared.Groups.Select(g => g.Id)]);
            Stages(draft, id, title, item, verbs);
            foreach (var deficiency in item.Map("deficiencies").Entries.GroupBy(d => ((DeclaredScalar)d.Value).Text, StringComparer.Ordinal).SelectMany(d => d.Skip(1)))
                draft.Report(deficiency.KeyPlace, $"“{title}”有两种需补正的情形说的是同一件事。", "请合并为一种。");
        }
    }

    private static void Order(CaseDraft draft)
    {
        var items = draft.Items.Select(i => i.Id).ToList();
        draft.EachKnown(draft.Map, "order", items, i => $"order 里的事项“{i}”没有声明。");
        foreach (var (id, item) in draft.Items.Where(i => !draft.Map.Texts("order").Contains(i.Id)))
            draft.Report(draft.At("items", id), $"“{item.RequiredText("name")}”不在 order 里，不会办理。", "请把它写进 order，按展示的先后。");
    }

    private static void Unit(CaseDraft draft, string id, string title, string unit)
    {
        var place = draft.At("items", id, "unit");
        if (!unit.StartsWith('$'))
        {
            var units = draft.City.IdsOf("units");
            if (!units.Contains(unit)) draft.Unknown(place, $"“{title}”的办理单位“{unit}”不在 units 里。", unit, units);
        }
        else if (draft.Declared.Field(unit[1..]) is not { } field)
        {
            draft.Unknown(place, $"“{title}”的办理单位由填写项“{unit[1..]}”决定，而它没有声明。", unit[1..], [.. draft.Declared.Fields.Select(f => f.Id)]);
        }
        else if (field.Type != CaseFieldType.Organisation || field.IsOptional)
        {
            draft.Report(place, $"“{title}”的办理单位由“{field.Label}”决定，而它{(field.IsOptional ? "可以不填" : "填的不是单位")}。", "请改用 type: organisation 的必填项，或者直接写单位的编号。");
        }
    }

    private static void Stages(CaseDraft draft, string id, string title, DeclaredMap item, List<string> verbs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var stages = item.List("stages").Cast<DeclaredMap>().ToList();
        if (stages.Count == 0) draft.Report(draft.At("items", id, "stages"), $"“{title}”没有环节，没有人办理它。", "请在 stages 里至少写一个环节。");
        foreach (var (stage, index) in stages.Select((s, i) => (s, i)))
        {
            var name = stage.RequiredText("name");
            if (!seen.Add(stage.RequiredText("id"))) draft.Report(CaseDraft.At(stage, "id"), $"“{title}”有两个环节的编号都是“{stage.RequiredText("id")}”。", "请改用另一个编号。");
            if (!verbs.Contains(stage.RequiredText("verb"))) draft.Unknown(CaseDraft.At(stage, "verb"), $"“{title}”的环节“{name}”要求的权限“{stage.RequiredText("verb")}”不在 verbs 里。", stage.RequiredText("verb"), verbs);
            if (index == 0 && stage.Flag("by_another")) draft.Report(CaseDraft.At(stage, "by_another"), $"“{title}”的“{name}”是第一个环节，前面没有人办过，不能要求由另一个人办。", "请删去 by_another，或者把它移到后面的环节。");
        }
    }
}
