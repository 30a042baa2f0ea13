using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>Forms that documents attach to be filled in (表单), and what they limit: limits that the print leaves unclear are decided here.</summary>
internal static class FormsSection
{
    public const string Name = "forms";

    public static SectionShape Shape { get; } = new(Name, "表单", new MapShape(new RecordShape(
        new("title", new TextShape(), "表单的标题，照公文写", Required: true),
        new("fields", new MapShape(new RecordShape(
            new("name", new TextShape(), "栏目名称，照表单写", Required: true),
            new("most_characters", new NumberShape(1, 100_000, "字"), "最多填写多少字；不填为不限"),
            new("source", new TextShape(), "依据", Required: true))), "有限制的栏目"),
        new("source", new TextShape(), "依据", Required: true))));

    public static IReadOnlyList<FormLimit> Read(DeclaredMap forms) =>
    [
        .. from form in forms.Things()
           from field in form.Thing.Map("fields").Things()
           where field.Thing.Number("most_characters") is not null
           select new FormLimit(form.Thing.RequiredText("title"), field.Thing.RequiredText("name"), field.Thing.Number("most_characters")!.Value),
    ];
}
