using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>How documents in force are gone through to see which still hold (文件清理): who gives an opinion, and when a term has to be looked at.</summary>
internal static class CleanUpSection
{
    public const string Name = "clean_up";

    public static SectionShape Shape { get; } = new(Name, "文件清理", new RecordShape(
        new("opinions", new NumberShape(2, 9, "家"), "每份文件至少由几家单位提出意见", Required: true),
        new("decider_gives_no_opinion", new FlagShape(), "true：对一份文件提过意见的人不得作最终决定"),
        new("offices", new MapShape(new RecordShape(
            new("name", new TextShape(), "提意见的一方，如 司法行政部门", Required: true),
            new("required", new FlagShape(), "true：每次清理都要由它提出意见"),
            new("issuer", new FlagShape(), "true：就是制发文件的单位"),
            new("unit", new ReferenceShape(UnitsSection.Name, "单位"), "由哪个单位担任；不填则由授予了权限的人担任"),
            new("source", new TextShape(), "依据"))), "提意见的各方", Required: true),
        new("evaluation", new RecordShape(
            new("months_before", new NumberShape(1, 24, "个月"), "有效期届满前几个月起应当评估", Required: true),
            new("source", new TextShape(), "依据", Required: true)), "届满前评估", Required: true),
        new("source", new TextShape(), "依据", Required: true)));
}
