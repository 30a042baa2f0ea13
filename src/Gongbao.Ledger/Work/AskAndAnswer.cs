using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>What units ask for, and what they are answered: more time (申请延期), another owner (退回改派), help (反映困难、提出建议).</summary>
internal sealed class AskAndAnswer(ActOnObligation acts)
{
    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="share">Id of the unit's share.</param>
    /// <param name="kind">One of <see cref="ActKind.ExtensionAsked"/>, <see cref="ActKind.ReturnAsked"/>, <see cref="ActKind.Raised"/>.</param>
    /// <param name="day">The last day that is asked for; only for more time.</param>
    /// <param name="reason">Why, or what is difficult.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-share</c>, <c>ledger.not-your-unit</c>, <c>ledger.settled</c>,
    /// <c>ledger.asked-before</c>, <c>ledger.no-day-to-extend</c>, <c>ledger.bad-day</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.
    /// </returns>
    public Task<Result<Guid>> AskAsync(Seen? seen, Guid share, ActKind kind, DateOnly? day, string? reason, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ReportVerb, by, (open, rules, city, _) =>
    {
        if (kind is not (ActKind.ExtensionAsked or ActKind.ReturnAsked or ActKind.Raised)) return new("ledger.no-act", "没有认出要办的事；请用页面上的按钮。");
        if (Share.Own(open, share, by).IsRefused(out var refusal, out var own)) return refusal;
        var standing = open.StandingOf(own, rules, city);
        if (standing.Stage is not AssignmentStage.Open) return new("ledger.settled", "这项任务已经报告办结、核验或者免除，不需要再申请。");
        if (Requests.Waiting(open.Acts, own.Id).Any(a => a.Kind == kind && kind is not ActKind.Raised)) return new("ledger.asked-before", "同样的申请正在等待答复，不需要重复提出。");
        if (kind is ActKind.ExtensionAsked)
        {
            if (standing.OwedOn is not { } due) return new("ledger.no-day-to-extend", "这项任务没有到期日，不需要延期；按节奏报告进展即可。");
            if (day is not { } wanted || wanted <= due || wanted < open.Today) return new("ledger.bad-day", $"请填写申请延到哪一天，要晚于现在的到期日（{Web.Formats.ChineseFormat.Date(due)}），也不能早于今天。");
        }
        if (WrittenText.Of(reason, kind is ActKind.Raised ? "困难或者建议" : "理由").IsRefused(out refusal, out var text)) return refusal;
        Await(open, own, open.Add(kind, own.Id, rules, city, a => a with { Text = text, Day = kind is ActKind.ExtensionAsked ? day : null }), rules, city);
        return null;
    }, stop);

    /// <summary>Answers what a unit asked for.</summary>
    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="asked">Id of the act that is answered.</param>
    /// <param name="isGranted">Whether it is granted; a difficulty or suggestion is only answered.</param>
    /// <param name="text">The answer; for a refusal and for a difficulty it is needed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-request</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public Task<Result<Guid>> AnswerAsync(Seen? seen, Guid asked, bool isGranted, string? text, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, unit) =>
    {
        if (Requests.Waiting(open.Acts, null).FirstOrDefault(a => a.Id == asked) is not { } request) return new("ledger.no-such-request", "这件申请已经答复过，或者不属于这项任务；请刷新页面。");
        string? written = null;
        if ((!isGranted || request.Kind is ActKind.Raised || !string.IsNullOrWhiteSpace(text)) && WrittenText.Of(text, "答复").IsRefused(out var refusal, out written)) return refusal;
        var kind = (request.Kind, isGranted) switch
        {
            (ActKind.ExtensionAsked, true) => ActKind.ExtensionGranted,
            (ActKind.ExtensionAsked, false) => ActKind.ExtensionDeclined,
            (ActKind.ReturnAsked, true) => ActKind.ReturnGranted,
            (ActKind.ReturnAsked, false) => ActKind.ReturnDeclined,
            _ => ActKind.Answered,
        };
        open.Add(kind, request.AssignmentId, rules, city, a => a with { Text = written, Answers = request.Id, Day = kind is ActKind.ExtensionGranted ? request.Day : null });
        var share = open.ShareOf(request.AssignmentId!.Value)!;
        open.Publish(new WatchEnded(Requests.CauseOf(request), "已经答复。"));
        open.Publish(new Tell(Requests.CauseOf(request), $"{StateWords.Of(kind)}：{Reminders.SubjectOf(open)}", null, Reminders.AddressOf(open), open.Clause, [share.Unit], LedgerRules.ReportVerb, null, IsUrgent: false));
        if (kind is ActKind.ReturnGranted) AskWhoElse(open, share, city, unit);
        return null;
    }, stop);

    /// <summary>Those who follow up are told at once that an answer is owed, and reminded until it is given.</summary>
    private static void Await(OpenObligation open, StoredAssignment share, StoredAct request, LedgerRules rules, CityDeclarations city)
    {
        var subject = $"{city.Directory.Find(share.Unit)?.FullName ?? share.Unit}{StateWords.Of(request.Kind)}：{Reminders.SubjectOf(open)}";
        open.Publish(new Tell(Requests.CauseOf(request), subject, null, Reminders.AddressOf(open), open.Clause, [], LedgerRules.ManageVerb, null, IsUrgent: false));
        open.Publish(new WatchBegun(
            Requests.CauseOf(request), Requests.Ladder, subject, open.Clause, Reminders.AddressOf(open), Requests.AnswerBy(request.Kind, request.On, rules, city.Calendar), null, [share.Unit], LedgerRules.ReportVerb));
    }

    /// <summary>What a unit gave back is somebody else's (改派): who has to do it is to be decided.</summary>
    private static void AskWhoElse(OpenObligation open, StoredAssignment share, CityDeclarations city, UnitOfWork unit) => unit.Db<LedgerDb>().Questions.Add(new()
    {
        Id = Guid.CreateVersion7(), ObligationId = open.Obligation.Id, ProgrammeId = open.Programme.Id, Kind = QuestionKind.Unit, Words = "",
        Why = $"{city.Directory.Find(share.Unit)?.FullName ?? share.Unit}退回了这项任务，已经同意；请确定改由哪家单位承担，或者确认不再增列单位。",
    });
}
