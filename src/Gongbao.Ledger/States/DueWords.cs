using Gongbao.Web.Formats;

namespace Gongbao.Ledger.States;

/// <summary>How the day of one unit's share follows, beyond what its limit says (到期日的来历).</summary>
internal static class DueWords
{
    /// <param name="standing">The share, by its acts.</param>
    /// <param name="grace">So many days after a reporting turn's end its report is still in time.</param>
    /// <returns>A whole sentence; null where the limit says it all.</returns>
    public static string? Of(Standing standing, int grace) => standing switch
    {
        { OwedOn: { } due, MoreTime: { } more } => $"{ChineseFormat.Date(more.On)}同意{(standing.Turn is { } turn ? $"{turn.Name}这一期" : "")}延期到{ChineseFormat.Date(due)}。",
        { OwedOn: { } due, Turn: { } turn } => $"{turn.Name}这一期最迟{ChineseFormat.Date(due)}。",
        { ReportBy: { } by, Turn: { } turn } => $"{turn.Name}到{ChineseFormat.Date(turn.To)}为止，期满后 {grace} 天以内报告都算按时，即不晚于{ChineseFormat.Date(by)}。",
        _ => null,
    };
}
