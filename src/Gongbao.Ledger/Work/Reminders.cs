using Gongbao.Contracts.Notices;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Work;

/// <summary>Has the people of a unit reminded of what it owes next (催办): one watch a share, which follows the share's day.</summary>
internal static class Reminders
{
    /// <summary>The declared ladder for what is owed by a day.</summary>
    public const string ByDay = "obligation-due";

    /// <summary>The declared ladder for what is reported on in turns.</summary>
    public const string ByTurn = "report-due";

    private const int LongestTask = 60;

    /// <summary>The cause by which the notices know a share.</summary>
    public static string CauseOf(StoredAssignment share) => CauseOf(share.Id);

    /// <inheritdoc cref="CauseOf(StoredAssignment)"/>
    public static string CauseOf(Guid share) => $"share:{share:N}";

    /// <summary>What people are told an obligation by: the number of its document, its place in the programme, its first words.</summary>
    public static string SubjectOf(OpenObligation open) =>
        $"{open.Programme.Number ?? "任务台账"}第{open.Obligation.Ordinal}项：{(open.Obligation.Task is { Length: > LongestTask } all ? all[..LongestTask] + "……" : open.Obligation.Task)}";

    /// <summary>The page of an obligation.</summary>
    public static string AddressOf(OpenObligation open) => $"/ledger/obligations/{open.Obligation.Id:D}";

    /// <summary>Begins, moves or ends the watch of a share, in the unit that changed what it owes.</summary>
    public static void Follow(UnitOfWork unit, OpenObligation open, StoredAssignment share)
    {
        if ((share.OwedOn ?? share.ReportBy) is not { } day)
        {
            unit.Publish(new WatchEnded(CauseOf(share), "没有等待办理或者报告的内容。"));
            return;
        }
        unit.Publish(new WatchBegun(
            CauseOf(share), share.OwedOn is null ? ByTurn : ByDay, SubjectOf(open), open.Clause,
            AddressOf(open), day, null, [share.Unit], LedgerRules.ReportVerb));
    }
}
