using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Work;

/// <summary>How every obligation comes into the ledger, read from a document or typed: its shares, its first act, what is still to be decided, its entry in the journal.</summary>
internal static class TakeIn
{
    /// <summary>The programme of a document; opened where it has none yet.</summary>
    public static async Task<StoredProgramme> ProgrammeAsync(UnitOfWork unit, OrderingDocument document, CancellationToken stop)
    {
        var db = unit.Db<LedgerDb>();
        if (await db.Programmes.FirstOrDefaultAsync(p => p.Slug == document.Slug, stop) is { } known) return known;
        var programme = new StoredProgramme
        {
            Id = Guid.CreateVersion7(), Slug = document.Slug, Title = document.Title, Number = document.Number, SignedOn = document.SignedOn, OpenedOn = unit.LegalAt.BeijingDate(),
        };
        db.Programmes.Add(programme);
        return programme;
    }

    /// <param name="unit">The unit of work.</param>
    /// <param name="obligation">The obligation, not yet kept.</param>
    /// <param name="programme">Its programme.</param>
    /// <param name="named">The units that its words name.</param>
    /// <param name="rules">How the city keeps its ledger.</param>
    /// <param name="city">The city.</param>
    /// <param name="with">What more the first act says; null for nothing.</param>
    public static OpenObligation Add(UnitOfWork unit, StoredObligation obligation, StoredProgramme programme, NamedUnits named, LedgerRules rules, CityDeclarations city, Func<StoredAct, StoredAct>? with = null)
    {
        var today = unit.LegalAt.BeijingDate();
        var shares = named.Shares.Select((s, i) => new StoredAssignment
        {
            Id = Guid.CreateVersion7(), ObligationId = obligation.Id, ProgrammeId = programme.Id, Unit = s.Unit.Id, Role = s.Role, Printed = s.Printed, ByGroup = s.ByGroup, Ordinal = i + 1, SharesSince = today,
        }).ToList();
        var open = OpenObligation.Begin(unit, obligation, programme, shares);
        open.Add(ActKind.Accepted, null, rules, city, with);
        foreach (var (kind, words, why) in Questions(obligation, named, open.Limit()))
            unit.Db<LedgerDb>().Questions.Add(new() { Id = Guid.CreateVersion7(), ObligationId = obligation.Id, ProgrammeId = programme.Id, Kind = kind, Words = words, Why = why });
        unit.Record(unit.Act with { Subject = $"obligation:{obligation.Id:N}", Clause = open.Clause });
        return open;
    }

    /// <summary>Has each unit told at once of what it was given to do: reminders come only when a day is near.</summary>
    /// <param name="unit">The unit of work in which it was taken in.</param>
    /// <param name="taken">What was taken in, of one programme.</param>
    public static void Tell(UnitOfWork unit, IReadOnlyList<OpenObligation> taken)
    {
        foreach (var (owing, count) in taken.SelectMany(o => o.Assignments.Select(a => a.Unit)).CountBy(u => u))
            unit.Publish(new Tell(
                $"programme:{taken[0].Programme.Id:N}", $"{taken[0].Programme.Number ?? "任务台账"}：本单位新承担 {count} 项任务", null, $"/ledger/{taken[0].Programme.Slug}?unit={Uri.EscapeDataString(owing)}", null, [owing],
                LedgerRules.ReportVerb, null, IsUrgent: false));
    }

    private static IEnumerable<(QuestionKind, string, string)> Questions(StoredObligation obligation, NamedUnits named, CountedLimit limit)
    {
        foreach (var doubt in named.Doubts) yield return doubt;
        if (named.Shares.Count == 0 && named.Doubts.Count == 0) yield return (QuestionKind.Unit, "", "没有写明责任单位；请确定由谁负责。");
        if (limit.Nature is LimitNature.Unstated)
            yield return (QuestionKind.Limit, obligation.Limit ?? "", obligation.Limit is { } words ? $"没有读懂时限“{words}”；请认定。" : "没有标明完成时限；请认定，或者确认按报告节奏推进。");
    }
}
