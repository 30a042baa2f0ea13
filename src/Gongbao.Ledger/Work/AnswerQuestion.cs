using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Work;

/// <summary>Decides what a document leaves open about an obligation (明确事项): which units 等部门 means, who an unknown name is.</summary>
internal sealed class AnswerQuestion(ActOnObligation acts)
{
    private const int MostUnits = 200;

    /// <param name="seen">The obligation, as it was seen.</param>
    /// <param name="question">Id of the question.</param>
    /// <param name="units">Full names of the units that are given a share; empty where none is meant.</param>
    /// <param name="role">Their part.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The obligation's id. Refusals: those of <see cref="ActOnObligation"/>, <c>ledger.no-such-question</c>, <c>ledger.no-such-unit</c>, <c>ledger.unit-twice</c>,
    /// <c>ledger.no-text</c>, <c>ledger.long-text</c>.
    /// </returns>
    public Task<Result<Guid>> HandleAsync(Seen? seen, Guid question, IReadOnlyList<string> units, DutyRole role, string? reason, Actor by, CancellationToken stop) => acts.HandleAsync(seen, LedgerRules.ManageVerb, by, (open, rules, city, unit) =>
    {
        var db = unit.Db<LedgerDb>();
        if (open.Questions.FirstOrDefault(q => q.Id == question) is not { } asked) return new("ledger.no-such-question", "这件事已经明确过，或者不属于这项任务；请刷新页面。");
        if (WrittenText.Of(reason, "理由").IsRefused(out var refusal, out var text)) return refusal;
        var wanted = units.Select(u => u.Trim()).Where(u => u.Length > 0).Distinct(StringComparer.Ordinal).Take(MostUnits).ToList();
        foreach (var name in wanted)
        {
            if (city.Directory.Named(name, open.Today) is not { } named) return new("ledger.no-such-unit", $"机构名录里没有“{(name.Length > 40 ? name[..40] + "……" : name)}”；请填写规范全称，每行一家。");
            if (open.Assignments.Any(a => a.Unit == named.Id)) return new("ledger.unit-twice", $"{named.FullName}在这项任务里已经有分工；请从名单里去掉。");
            var share = new StoredAssignment
            {
                Id = Guid.CreateVersion7(), ObligationId = open.Obligation.Id, ProgrammeId = open.Programme.Id, Unit = named.Id, Role = role, Printed = asked.Words.Length > 0 ? asked.Words : named.FullName, ByGroup = false,
                Ordinal = open.Assignments.Count + 1, SharesSince = open.Today,
            };
            db.Assignments.Add(share);
            open.Assignments.Add(share);
            open.Add(ActKind.UnitAdded, share.Id, rules, city, a => a with { Text = text });
            open.Publish(new Tell(Reminders.CauseOf(share), $"本单位新承担任务：{Reminders.SubjectOf(open)}", null, Reminders.AddressOf(open), open.Clause, [share.Unit], LedgerRules.ReportVerb, null, IsUrgent: false));
        }
        // Whoever acts by what was on the screen before is told, though no unit is added.
        db.Entry(open.Obligation).Property(o => o.Acts).IsModified = true;
        (asked.Answer, asked.AnsweredBy, asked.AnsweredAt) = ($"{(wanted.Count == 0 ? "不增列单位" : "增列" + string.Join("、", wanted))}：{text}", by.ActorId.Value, unit.LegalAt);
        return null;
    }, stop);
}
