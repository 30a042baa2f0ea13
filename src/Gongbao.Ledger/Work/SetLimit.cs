using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>Sets limits (认定或者改定时限); what was set before is kept beside it.</summary>
internal sealed class SetLimit(ActOnObligation acts)
{
    private const int Most = 60;

    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="words">The limit in words, as 2023年6月30日前, 每半年, 收到通知后10个工作日内, 长期坚持.</param>
    /// <param name="byHigher">True where a higher authority sets it in place of the document (LED-05).</param>
    /// <param name="reason">Why.</param>
    /// <param name="source">What sets it; required where a higher authority does.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.bad-limit</c>, <c>ledger.no-source</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, string? words, bool byHigher, string? reason, string? source, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, unit) =>
    {
        var typed = words?.Trim() ?? "";
        if (typed.Length is 0 or > Most || TimeLimit.Parse(typed, open.Today.Year) is null)
            return new("ledger.bad-limit", $"没有读懂时限“{(typed.Length > Most ? typed[..Most] + "……" : typed)}”；请写成“2023年6月30日前”“2023年8月”“每半年”“收到通知后10个工作日内”“长期坚持”这样的形式。");
        if (WrittenText.Of(reason, "理由").IsRefused(out var refusal, out var text)) return refusal;
        if (byHigher && TypedSource.Of(source) is null) return new("ledger.no-source", "上级另定时限的，请写明依据的文件，如“川办发〔2023〕12号”。");
        open.Add(byHigher ? ActKind.LimitOverridden : ActKind.LimitDecided, null, rules, city, a => a with { Limit = typed, Text = text, Source = TypedSource.Of(source) });
        foreach (var question in open.Questions.Where(q => q.Kind is QuestionKind.Limit))
            (question.Answer, question.AnsweredBy, question.AnsweredAt) = ($"认定为“{typed}”：{text}", by.ActorId.Value, unit.LegalAt);
        return null;
    }, stop);

    /// <summary>Registers the day of the event from which a limit is counted (事情发生).</summary>
    /// <returns>The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-event</c>, <c>ledger.bad-day</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public Task<Result<Guid>> EventAsync(Seen? seen, DateOnly? day, string? what, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, _) =>
    {
        if (open.Limit().Nature is not LimitNature.AfterEvent) return new("ledger.no-event", "这项任务的时限不从某件事发生之日起算，不需要登记。");
        if (day is not { } on || on > open.Today || on < open.Obligation.OwedSince) return new("ledger.bad-day", "请填写事情发生的日期，不早于文件成文之日，也不晚于今天。");
        if (WrittenText.Of(what, "发生了什么").IsRefused(out var refusal, out var text)) return refusal;
        open.Add(ActKind.EventHappened, null, rules, city, a => a with { Day = on, Text = text });
        return null;
    }, stop);
}
