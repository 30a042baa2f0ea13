using Gongbao.Platform.City.Sections;
using System.Text.RegularExpressions;
using Gongbao.Casework.Running;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes of what goes in and out: channels, delivery, what is kept, notices, printed forms, number series.</summary>
internal static partial class OutputChecks
{
    public static void Check(CaseDraft draft)
    {
        if (draft.Declared.Channels.Count == 0) draft.Report(draft.At("channels"), "没有写明可以从哪里申请。", "请在 channels 里写上渠道和收到之日的规则。");
        foreach (var channel in draft.Declared.Channels.Where(c => c.Source is null))
            draft.Report(draft.At("channels", channel.Id), $"从“{channel.Name}”申请的，收到之日没有写明依据。", "请加一行 source。");
        if (draft.Map["delivery"] is DeclaredMap delivery) Delivery(draft, delivery);
        Retention(draft);
        OwnDays(draft);
        Notices(draft);
        Forms(draft);
        Numbers(draft);
    }

    private static void Delivery(CaseDraft draft, DeclaredMap delivery)
    {
        var chosen = draft.Declared.Field(delivery.RequiredText("chosen_by"));
        if (chosen is null) draft.Unknown(draft.At("delivery", "chosen_by"), $"选择送达方式的填写项“{delivery.RequiredText("chosen_by")}”没有声明。", delivery.RequiredText("chosen_by"), [.. draft.Declared.Fields.Select(f => f.Id)]);
        else if (chosen.Type != CaseFieldType.Choice) draft.Report(draft.At("delivery", "chosen_by"), $"送达方式由“{chosen.Label}”选择，而它不是单选。", "请改用 type: choice 的填写项。");
        foreach (var (id, way) in delivery.Map("ways").Things())
        {
            if (chosen is { Type: CaseFieldType.Choice } && !chosen.Options.ContainsKey(id)) draft.Unknown(draft.At("delivery", "ways", id), $"“{chosen.Label}”没有“{id}”这个选项，没有人能选“{way.RequiredText("name")}”。", id, [.. chosen.Options.Keys]);
            draft.EachKnown(way, "address", [.. draft.Declared.Fields.Select(f => f.Id)], f => $"“{way.RequiredText("name")}”要用的填写项“{f}”没有声明。");
            if (way.Flag("tracked") && way.List("address").Count == 0) draft.Report(draft.At("delivery", "ways", id), $"“{way.RequiredText("name")}”要寄出，却没有写明寄到哪里。", "请在 address 里写上地址的填写项。");
        }
        foreach (var option in chosen is { Type: CaseFieldType.Choice } ? chosen.Options.Where(o => delivery.Map("ways")[o.Key] is null) : [])
            draft.Report(draft.At("fields", chosen!.Id, "options", option.Key), $"申请人可以选“{option.Value}”，而送达方式里没有它。", "请在 delivery 的 ways 里加上它，或者删去这个选项。");
    }

    private static void Retention(CaseDraft draft)
    {
        foreach (var outcome in Enum.GetValues<CaseOutcome>().Where(o => !draft.Declared.Retention.ContainsKey(o) && (o != CaseOutcome.Halted || draft.Declared.Halts.Count > 0)))
            draft.Report(draft.At("retention"), $"整件的结果是“{EnumWords.Word(outcome)}”时，没有写明材料保存多久。", $"请在 retention 里加上 {EnumWords.Word(outcome)} 和依据。");
        foreach (var (outcome, rule) in draft.Declared.Retention.Where(r => r.Value.Source is null))
            draft.Report(draft.At("retention", EnumWords.Word(outcome)), $"结果是“{EnumWords.Word(outcome)}”的保存期限没有写明依据。", "请加一行 source。");
    }

    private static void OwnDays(CaseDraft draft)
    {
        foreach (var day in draft.Declared.OwnDays)
        {
            if (draft.Declared.Field(day.From) is not { } field) draft.Unknown(draft.At("own_days", day.Id, "from"), $"“{day.Name}”从“{day.From}”起算，而没有声明这个填写项。", day.From, [.. draft.Declared.Fields.Select(f => f.Id)]);
            else if (field.Type is not (CaseFieldType.Day or CaseFieldType.Instant)) draft.Report(draft.At("own_days", day.Id, "from"), $"“{day.Name}”从“{field.Label}”起算，而它不是日期。", "请改用 type: day 或者 instant 的填写项。");
            if (day.Source is null) draft.Report(draft.At("own_days", day.Id), $"“{day.Name}”没有写明依据。", "请加一行 source。");
            draft.IsSentence(draft.Map.Map("own_days").Map(day.Id), "says", $"“{day.Name}”过了会怎样，");
        }
    }

    private static void Notices(CaseDraft draft)
    {
        foreach (var (id, notice) in draft.Map.Map("notices").Things())
        {
            draft.IsSentence(notice, "says", $"告知“{id}”的话");
            Placeholders(draft, draft.At("notices", id, "says"), notice.RequiredText("says"), CaseNotice.Placeholders);
            draft.EachKnown(notice, "encloses", [.. draft.Declared.Forms.Select(f => f.Id)], f => $"告知“{id}”要附的打印件“{f}”没有声明。");
            if (notice.Text("item") is { } item && draft.Declared.Item(item) is null) draft.Unknown(draft.At("notices", id, "item"), $"告知“{id}”的事项“{item}”没有声明。", item, [.. draft.Items.Select(i => i.Id)]);
        }
    }

    private static void Forms(CaseDraft draft)
    {
        string[] fields = [.. draft.Declared.Fields.Select(f => f.Id)];
        string[] items = [.. draft.Items.Select(i => i.Id)];
        foreach (var (id, form) in draft.Map.Map("forms").Things())
        {
            if (form.List("blocks").Count == 0) draft.Report(draft.At("forms", id, "blocks"), $"打印件“{form.RequiredText("title")}”没有内容。", "请在 blocks 里写上内容。");
            foreach (var block in form.List("blocks").Cast<DeclaredMap>())
            {
                if (block["text"] is null && block["fields"] is null && block["items"] is null && block["needs"] is null)
                    draft.Report(block.Place, $"打印件“{form.RequiredText("title")}”有一段只有标题，没有内容。", "请写上 text、fields、items 或 needs。");
                if (block.Date("from") > block.Date("until")) draft.Report(CaseDraft.At(block, "until"), $"打印件“{form.RequiredText("title")}”有一段还没有起用就已经停用。", "请核对 from 和 until；两端都算在内。");
                draft.EachKnown(block, "fields", fields, f => $"打印件“{form.RequiredText("title")}”要印的填写项“{f}”没有声明。");
                draft.EachKnown(block, "items", items, i => $"打印件“{form.RequiredText("title")}”要印的事项“{i}”没有声明。");
                draft.EachKnown(block, "needs", items, i => $"打印件“{form.RequiredText("title")}”要印材料的事项“{i}”没有声明。");
            }
            draft.EachKnown(form, "signed_by", fields, f => $"打印件“{form.RequiredText("title")}”签名的填写项“{f}”没有声明。");
            foreach (var (signed, place) in CaseDraft.Texts(form, "signed_by"))
                if (draft.Declared.Field(signed) is { Type: not CaseFieldType.Signature } field) draft.Report(place, $"打印件“{form.RequiredText("title")}”由“{field.Label}”签名，而它不是签名。", "请改用 type: signature 的填写项。");
        }
    }

    private static void Numbers(CaseDraft draft)
    {
        foreach (var numbers in draft.Declared.Numbers)
        {
            var place = draft.At("numbers", numbers.Id, "pattern");
            Placeholders(draft, place, numbers.Pattern, CaseNumbers.Placeholders);
            if (!numbers.Pattern.Contains("{number}", StringComparison.Ordinal) || !numbers.Pattern.Contains("{year}", StringComparison.Ordinal))
                draft.Report(place, $"文号“{numbers.Id}”没有 {{year}} 或者 {{number}}，编不出一年一编的号。", "请写成 {code}公复〔{year}〕{number}号 这样的形式。");
            if (numbers.Pattern.Contains("{code}", StringComparison.Ordinal) && numbers.Code is null)
                draft.Report(place, $"文号“{numbers.Id}”要用机关代字，却没有写明 code。", "请加一行 code；各市不同的，写在各市的文件夹里。");
        }
    }

    private static void Placeholders(CaseDraft draft, Place place, string text, IReadOnlyList<string> known)
    {
        foreach (var name in Braces().Matches(text).Select(m => m.Groups[1].Value).Where(n => !known.Contains(n)))
            draft.Unknown(place, $"没有 {{{name}}} 这个占位词。", name, [.. known]);
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
