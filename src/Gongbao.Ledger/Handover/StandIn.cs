using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;

namespace Gongbao.Ledger.Handover;

/// <summary>Who stands in for whom, as asked for.</summary>
/// <param name="Unit">Directory id of the unit.</param>
/// <param name="Absent">Account that is absent.</param>
/// <param name="Deputy">Account of the same unit that stands in.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Why; no personal data.</param>
internal sealed record Absence(string Unit, Guid Absent, Guid Deputy, DateOnly? From, DateOnly? Until, string? Reason);

/// <summary>Has another account of the unit report in somebody's absence (代办、AB岗): told what it is told, until the last day, and named as standing in.</summary>
internal sealed class StandIn(Writer writer)
{
    /// <returns>
    /// The id of the deputyship. Refusals: <c>ledger.not-your-unit</c>, <c>ledger.bad-day</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>, and those of <see cref="Deputies.AppointAsync"/>.
    /// </returns>
    public async Task<Result<Guid>> AppointAsync(Absence absence, Actor by, CancellationToken stop)
    {
        if (UnitAccess.VerbOf(by, absence.Unit) is not { } verb) return NotYours;
        if (absence is not { From: { } first, Until: { } last }) return new Refusal("ledger.bad-day", "请填写代办的第一天和最后一天。");
        if (WrittenText.Of(absence.Reason, "代办的原因").IsRefused(out var refusal, out var text)) return refusal;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"unit:{absence.Unit}"), async (unit, inner) =>
        {
            var asked = new Deputyship(default, absence.Unit, absence.Absent, "", absence.Deputy, "", first, last);
            if ((await unit.Get<Deputies>().AppointAsync(unit, LedgerRules.ReportVerb, asked, inner)).IsRefused(out var no, out var id)) return no;
            var days = $"{ChineseFormat.Date(first)}至{ChineseFormat.Date(last)}";
            Tell(unit, id, absence.Deputy, $"{days}由您代办本单位的任务", $"这几天由您代为报告，本单位的催办也会发给您；期满自动终止。原因：{text}", "/work");
            Tell(unit, id, absence.Absent, $"{days}您的任务由同事代办", $"期满自动终止。原因：{text}", $"/ledger/units/{absence.Unit}/handover");
            return id;
        }, stop);
    }

    /// <summary>Ends a deputyship before its last day.</summary>
    /// <returns>Its id. Refusals: <c>ledger.not-your-unit</c>, <c>access.no-such-deputy</c>.</returns>
    public async Task<Result<Guid>> EndAsync(string of, Guid id, Actor by, CancellationToken stop)
    {
        if (UnitAccess.VerbOf(by, of) is not { } verb) return NotYours;
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"unit:{of}"), async (unit, inner) =>
        {
            if ((await Deputies.EndAsync(unit, of, id, inner)).IsRefused(out var no, out var deputy)) return no;
            Tell(unit, id, deputy, "代办已经提前终止", null, $"/ledger/units/{of}");
            return id;
        }, stop);
    }

    internal static Refusal NotYours { get; } = new("ledger.not-your-unit", "您的权限不包括安排这家单位的工作；请由该单位的联络员、负责人或者督查督办人员办理。");

    private static void Tell(UnitOfWork unit, Guid id, Guid account, string subject, string? text, string address) =>
        unit.Publish(new Tell($"deputy:{id:N}", subject, text is { Length: > 2000 } ? text[..2000] : text, address, null, [], null, account, IsUrgent: false));
}
