using Gongbao.Platform.Access.Fields;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Mistakes in how personal fields are guarded.</summary>
internal static class PrivacyChecks
{
    public static void Check(CaseDraft draft)
    {
        foreach (var field in draft.Declared.Fields)
        {
            var written = draft.Map.Map("fields").Map(field.Id);
            if (IsPersonalType(field.Type) && written.Text("class") is null)
                draft.Report(draft.At("fields", field.Id), $"“{field.Label}”能识别到个人，却没有写明分级。", "请加上 class: personal；确实不是个人信息的，请写 internal 或 public。");
            if (field.Type == CaseFieldType.IdentityNumber && written.Text("class") is { } shown && field.Class != FieldClass.Personal)
                draft.Report(draft.At("fields", field.Id, "class"), $"“{field.Label}”是公民身份号码，不能分级为“{shown}”。", "请改为 class: personal。");
            if (field.IsSensitive && field.Class != FieldClass.Personal)
                draft.Report(draft.At("fields", field.Id, "sensitive"), $"“{field.Label}”是敏感个人信息，分级却不是个人信息。", "请改为 class: personal。");
            if (written.Text("mask") is not null && CaseReader.MaskOf(field.Type) is not MaskKind.Whole and var own && field.Mask != own && field.Mask != MaskKind.Whole)
                draft.Report(draft.At("fields", field.Id, "mask"), $"“{field.Label}”的脱敏方式与填写类型不符，该隐去的会露出来。", "请删去 mask，按填写类型脱敏；要全部隐去的，请写 whole。");
            Consent(draft, field);
        }
        Covered(draft);
    }

    /// <summary>Whether a value of the type shows who somebody is.</summary>
    public static bool IsPersonalType(CaseFieldType type) =>
        type is CaseFieldType.Name or CaseFieldType.IdentityNumber or CaseFieldType.Phone or CaseFieldType.Email or CaseFieldType.Address or CaseFieldType.Signature;

    private static void Consent(CaseDraft draft, CaseField field)
    {
        if (field.Type == CaseFieldType.Consent && field.Covers.Count == 0)
            draft.Report(draft.At("fields", field.Id), $"“{field.Label}”没有写明同意用于哪些事项。", "请在 covers 里列出事项；笼统的同意不算单独同意。");
        if (field.Type != CaseFieldType.Consent && field.Covers.Count > 0)
            draft.Report(draft.At("fields", field.Id, "covers"), $"“{field.Label}”不是单独同意，却写了 covers。", "请把 type 改为 consent，或者删去 covers。");
        draft.EachKnown(draft.Map.Map("fields").Map(field.Id), "covers", [.. draft.Items.Select(i => i.Id)], i => $"“{field.Label}”同意用于的事项“{i}”没有声明。");
    }

    private static void Covered(CaseDraft draft)
    {
        var sensitive = draft.Declared.Fields.Where(f => f.IsSensitive).Select(f => f.Id).ToHashSet();
        HashSet<string> covered = [.. draft.Declared.Fields.Where(f => f.Type == CaseFieldType.Consent).SelectMany(f => f.Covers)];
        foreach (var (id, item) in draft.Items.Where(i => !covered.Contains(i.Id)))
            if (CaseDraft.Texts(item, "fields").Where(f => sensitive.Contains(f.Text)).ToList() is [var first, ..])
                draft.Report(first.Place, $"“{item.RequiredText("name")}”要用敏感个人信息“{draft.Declared.Field(first.Text)!.Label}”，却没有一项单独同意包括它。", $"请加一个 type: consent 的填写项，并在 covers 里写上 {id}。");
    }
}
