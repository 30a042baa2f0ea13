using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>How the ledger of obligations is kept (任务台账): when a date is near, how often is reported where none is set, how shares add up.</summary>
internal static class LedgerSection
{
    public const string Name = "ledger";

    private static readonly Field Source = new("source", new TextShape(), "依据", Required: true);

    private static readonly ChoiceShape Periods = new(new Dictionary<string, string> { ["month"] = "每月", ["quarter"] = "每季度", ["half-year"] = "每半年", ["year"] = "每年" });

    public static SectionShape Shape { get; } = new(Name, "任务台账", new RecordShape(
        new("due_soon", new RecordShape(
            new("days", new NumberShape(1, 60, "天"), "到期前几天起标为临近到期", Required: true), Source), "临近到期", Required: true),
        new("rhythm", new RecordShape(
            new("period", Periods, "没有具体日期的任务多久报告一次", Required: true),
            new("grace", new NumberShape(0, 60, "天"), "一期结束后几天内报告", Required: true), Source), "报告节奏", Required: true),
        new("answers", new RecordShape(
            new("working_days", new NumberShape(1, 60, "个工作日"), "困难、建议、退回和延期申请几个工作日内答复", Required: true), Source), "答复期限", Required: true),
        new("roll_up", new RecordShape(
            new("done_at", new NumberShape(1, 100, "%"), "各单位完成的份额合计达到多少时，整项任务算完成", Required: true),
            new("lead", new NumberShape(0, 100), "牵头单位一家的权重", Required: true),
            new("responsible", new NumberShape(0, 100), "责任单位一家的权重", Required: true),
            new("supporting", new NumberShape(0, 100), "配合单位一家的权重", Required: true), Source), "份额的汇总", Required: true),
        new("score", new RecordShape(
            new("overdue", new NumberShape(0, 100, "分"), "一份逾期未办结的分工得几分；按期推进和按期办结的得100分", Required: true),
            new("no_report", new NumberShape(0, 100, "分"), "一份到期未报告的分工得几分", Required: true),
            new("late", new NumberShape(0, 100, "分"), "一份逾期办结的分工得几分", Required: true),
            new("sent_back", new NumberShape(0, 100, "分"), "办结报告被退回一次扣几分，扣到0分为止", Required: true),
            new("commend_at", new NumberShape(0, 100, "分"), "平均达到几分的单位列入表扬名单", Required: true),
            new("criticise_below", new NumberShape(0, 100, "分"), "平均不到几分的单位列入批评名单", Required: true),
            new("least_shares", new NumberShape(1, 1_000, "份"), "至少承担几份分工的单位才列入名单", Required: true),
            new("least_done", new NumberShape(0, 1_000, "份"), "至少办结几份分工的单位才列入表扬名单", Required: true), Source), "各单位的计分", Required: true),
        new("evidence", new RecordShape(
            new("files", new NumberShape(1, 50, "个"), "一次报告最多附几个文件", Required: true),
            new("file_megabytes", new NumberShape(1, 25, "MB"), "一个文件最大多少", Required: true),
            new("report_megabytes", new NumberShape(1, 25, "MB"), "一次报告的文件合计最大多少", Required: true), Source), "佐证材料的上限")));
}
