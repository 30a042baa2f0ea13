using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>What a unit is going to do about its share (工作措施), by which day and who answers for it.</summary>
/// <param name="Share">Id of the share.</param>
/// <param name="Text">The measure.</param>
/// <param name="Owner">The post that answers for it, as 办公室主任; a post, not a person's name.</param>
/// <param name="Day">The last day for it.</param>
internal sealed record Measure(Guid Share, string? Text, string? Owner, DateOnly? Day);

/// <summary>Breaks the share of a unit down into measures with owner and date (逐项细化实化措施).</summary>
internal sealed class WriteMeasure(ActOnObligation acts)
{
    private const int MostOwner = 60;

    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-share</c>, <c>ledger.not-your-unit</c>, <c>ledger.settled</c>, <c>ledger.no-text</c>,
    /// <c>ledger.long-text</c>, <c>ledger.no-owner</c>, <c>ledger.bad-day</c> (none, past, or after the last day of the share).
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, Measure measure, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ReportVerb, by, (open, rules, city, _) =>
    {
        if (Share.Own(open, measure.Share, by).IsRefused(out var refusal, out var share)) return refusal;
        var standing = open.StandingOf(share, rules, city);
        if (standing.IsSettled) return new("ledger.settled", "这项任务已经核验办结或者免除，不需要再制定措施。");
        if (WrittenText.Of(measure.Text, "措施").IsRefused(out refusal, out var text)) return refusal;
        if (measure.Owner?.Trim() is not { Length: > 0 and <= MostOwner } owner) return new("ledger.no-owner", $"请写明由哪个岗位负责，如“办公室主任”，不超过 {MostOwner} 字；不要写姓名。");
        if (measure.Day is not { } day || day < open.Today) return new("ledger.bad-day", "请填写这项措施完成的日期，不能早于今天。");
        if (day > standing.OwedOn) return new("ledger.bad-day", $"措施完成的日期不能晚于任务的到期日（{Web.Formats.ChineseFormat.Date(standing.OwedOn.Value)}）；需要更长时间的，请申请延期。");
        open.Add(ActKind.MeasureWritten, share.Id, rules, city, a => a with { Text = text, Owner = owner, Day = day });
        return null;
    }, stop);
}
