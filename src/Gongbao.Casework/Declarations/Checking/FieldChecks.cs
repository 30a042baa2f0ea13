using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes of the form: its fields, pages and groups.</summary>
internal static class FieldChecks
{
    /// <summary>So many fields a person may have to type, in all.</summary>
    public const int MostTyped = 25;

    public static void Check(CaseDraft draft)
    {
        Pages(draft);
        Groups(draft);
        foreach (var field in draft.Declared.Fields) Field(draft, field);
        Used(draft);
        foreach (var same in draft.Declared.Fields.Where(f => f.Meaning is not null).GroupBy(f => f.Meaning!, StringComparer.Ordinal))
            foreach (var again in same.OrderBy(f => draft.At("fields", f.Id).Line).Skip(1))
                draft.Report(draft.At("fields", again.Id, "meaning"), $"“{again.Label}”和“{same.OrderBy(f => draft.At("fields", f.Id).Line).First().Label}”问的是同一件事（{same.Key}）。", "同一件事只问一次，请删去其中一个；不是同一件事的，请改写 meaning。");
        var typed = draft.Declared.Fields.Count(f => f.IsTyped);
        if (typed > MostTyped)
            draft.Report(draft.At("fields"), $"要逐字填写的有 {typed} 项，超过 {MostTyped} 项。", "请删去能够共享或者推算的，或者改为选择。");
    }

    private static void Pages(CaseDraft draft)
    {
        var known = draft.Map.Map("fields").Entries.Select(e => e.Key).ToList();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in draft.Map.List("pages").Cast<DeclaredMap>())
        {
            var title = page.RequiredText("asks");
            if (!ids.Add(page.RequiredText("id"))) draft.Report(CaseDraft.At(page, "id"), $"有两页的编号都是“{page.RequiredText("id")}”。", "请改用另一个编号。");
            if (page.List("fields").Count == 0) draft.Report(CaseDraft.At(page, "fields"), $"“{title}”这一页没有填写项。", "请写上填写项，或者删去这一页。");
            draft.EachKnown(page, "fields", known, f => $"“{title}”这一页写了没有声明的填写项“{f}”。");
            foreach (var (field, place) in CaseDraft.Texts(page, "fields").Where(f => !seen.TryAdd(f.Text, title)))
                draft.Report(place, $"填写项“{field}”已经在“{seen[field]}”这一页问过。", "一个填写项只问一次，请删去其中一处。");
        }
        foreach (var field in draft.Declared.Fields.Where(f => !seen.ContainsKey(f.Id)))
            draft.Report(draft.At("fields", field.Id), $"“{field.Label}”不在任何一页上，没有人会问到它。", "请写进某一页的 fields，或者删去它。");
    }

    private static void Groups(CaseDraft draft)
    {
        foreach (var group in draft.Declared.Groups)
        {
            if (group.Least > group.Most) draft.Report(draft.At("groups", group.Id, "least"), $"“{group.Name}”至少 {group.Least} 组，却最多 {group.Most} 组。", "请核对 least 和 most。");
            if (draft.Declared.Fields.All(f => f.Group != group.Id)) draft.Report(draft.At("groups", group.Id), $"“{group.Name}”这一组里没有填写项。", $"请在填写项里写 group: {group.Id}，或者删去这一组。");
        }
        foreach (var page in draft.Declared.Pages)
        {
            var groups = page.Fields.Select(f => draft.Declared.Field(f)).OfType<CaseField>().Select(f => f.Group).Distinct().ToList();
            if (groups.Count > 1) draft.Report(draft.At("pages"), $"“{page.Asks}”这一页把重复填写的和只填一次的混在一起。", "请分成两页。");
        }
    }

    private static void Field(CaseDraft draft, CaseField field)
    {
        Place At(string key) => draft.At("fields", field.Id, key);
        if (field.Group is { } group && draft.Declared.Groups.All(g => g.Id != group))
            draft.Unknown(At("group"), $"“{field.Label}”所属的“{group}”这一组没有声明。", group, [.. draft.Declared.Groups.Select(g => g.Id)]);
        if (field.Type == CaseFieldType.Choice && field.Options.Count < 2)
            draft.Report(At("options"), $"“{field.Label}”是单选，却没有两个以上的选项。", "请在 options 里写上选项。");
        if (field.Type != CaseFieldType.Choice && field.Options.Count > 0)
            draft.Report(At("options"), $"“{field.Label}”不是单选，却写了选项。", "请把 type 改为 choice，或者删去 options。");
        foreach (var same in field.Options.GroupBy(o => o.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
            draft.Report(draft.At("fields", field.Id, "options", same.Last().Key), $"“{field.Label}”有两个选项都叫“{same.Key}”。", "请合并为一个，或者改写名称。");
        if (field is { LeastCharacters: not null } or { MostCharacters: not null } && field.Type is not (CaseFieldType.Text or CaseFieldType.LongText or CaseFieldType.Name or CaseFieldType.Address))
            draft.Report(At(field.MostCharacters is null ? "least_characters" : "most_characters"), $"“{field.Label}”不是文字，不能限制字数。", "请删去字数限制，或者改写 type。");
        if (field.LeastCharacters > field.MostCharacters)
            draft.Report(At("least_characters"), $"“{field.Label}”最少 {field.LeastCharacters} 字，却最多 {field.MostCharacters} 字。", "请核对 least_characters 和 most_characters。");
        if (field is { AtLeast: not null } or { AtMost: not null } && field.Type != CaseFieldType.Number)
            draft.Report(At(field.AtMost is null ? "at_least" : "at_most"), $"“{field.Label}”不是数字，不能限制大小。", "请删去大小限制，或者把 type 改为 number。");
        if (field.AtLeast > field.AtMost)
            draft.Report(At("at_least"), $"“{field.Label}”最小的数比最大的数还大。", "请核对 at_least 和 at_most。");
        if (field.Why is not null) draft.IsSentence(draft.Map.Map("fields").Map(field.Id), "why", $"“{field.Label}”为什么要问，");
    }

    private static void Used(CaseDraft draft)
    {
        var declared = draft.Declared;
        var asked = draft.Rules.SelectMany(r => r.Rule.Fields()).Select(f => f.Name);
        HashSet<string> given = [.. Given(declared)];
        HashSet<string> used = [.. given, .. asked, .. declared.Items.Where(i => i.Unit.StartsWith('$')).Select(i => i.Unit[1..]), .. declared.OwnDays.Select(d => d.From), .. declared.Delivery is { } d ? [d.ChosenBy] : Array.Empty<string>()];
        foreach (var field in declared.Fields.Where(f => f.Type != CaseFieldType.Consent))
        {
            if (!used.Contains(field.Id))
                draft.Report(draft.At("fields", field.Id), $"“{field.Label}”没有用处：没有事项、条件、打印件或者送达用到它。", "用不到的不要问，请删去它；用得到的，请写进事项的 fields。");
            else if (field.Class == Platform.Access.Fields.FieldClass.Personal && !given.Contains(field.Id))
                draft.Report(draft.At("fields", field.Id), $"个人信息“{field.Label}”没有提供给任何事项、打印件或者送达，收集没有目的。", "请写进需要它的事项的 fields，或者改问不涉及个人的内容。");
        }
    }

    /// <summary>Fields that somebody is given.</summary>
    private static IEnumerable<string> Given(CaseDeclaration declared) =>
    [
        .. declared.Items.SelectMany(i => i.Fields), .. declared.Forms.SelectMany(f => f.SignedBy.Concat(f.Blocks.SelectMany(b => b.Fields))), .. declared.Delivery?.Ways.SelectMany(w => w.Address) ?? [],
    ];
}
