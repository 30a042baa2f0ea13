namespace Gongbao.Gazette.Import;

/// <summary>What an import read and did, in words.</summary>
internal static class ImportSummary
{
    public static void Print(TextWriter output, ImportOutcome outcome)
    {
        output.WriteLine(outcome.Totals.InWords());
        output.WriteLine(Done(outcome));
    }

    private static string Done(ImportOutcome o) => o.IsUnchanged
        ? $"这个文件已经入库（{o.Issue}，第 {o.Version} 版），没有作任何改动。"
        : $"已入库：{o.Issue}，第 {o.Version} 版。文件新增 {o.Documents.New}、重读 {o.Documents.Again}、不再刊载 {o.Documents.Withdrawn}；"
          + $"条款新增 {o.Clauses.New}、不变 {o.Clauses.Kept}、移位 {o.Clauses.Moved}、消失 {o.Clauses.Gone}"
          + (o.Decisions == new DecisionChanges() ? "。" : $"；审读决定沿用 {o.Decisions.Replayed} 项、需重新确认 {o.Decisions.ConfirmAgain} 项。");
}
