using System.Text.Json.Serialization;
using Gongbao.Kernel.Directory;
using Gongbao.Ledger.States;

namespace Gongbao.Ledger.Desk;

/// <summary>A programme as data.</summary>
internal sealed record ProgrammeData(string Slug, [property: JsonPropertyName("full_title")] string Title, string? Number, DateOnly? SignedOn, DateOnly On, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<ObligationData> Obligations)
{
    /// <returns>Null for null.</returns>
    public static ProgrammeData? Of(ProgrammeView? view) => view is null ? null : new(
        view.Programme.Slug, view.Programme.Title, view.Programme.Number, view.Programme.SignedOn, view.On, view.Counts.ToDictionary(c => Code(c.Key), c => c.Value), [.. view.Rows.Select(ObligationData.Of)]);

    internal static string Code(Enum word) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());
}

/// <summary>An obligation as data.</summary>
internal sealed record ObligationData(
    string Seen, int Ordinal, string? Place, string? Measure, string? Group, string Task, string? Output, string? Units, string? Limit, string Nature, int? Percent, bool IsDone, IReadOnlyList<string> Questions, IReadOnlyList<ShareData> Shares)
{
    public static ObligationData Of(ObligationRow row) => new(
        row.Seen.ToString(), row.Obligation.Ordinal, row.Obligation.Place, row.Obligation.Measure, row.Obligation.Group, row.Obligation.Task, row.Obligation.Output, row.Obligation.Units, row.Limit.Words,
        ProgrammeData.Code(row.Limit.Nature), row.RollUp.Percent, row.RollUp.IsDone, [.. row.Questions.Select(q => q.Why)], [.. row.Shares.Select(ShareData.Of)]);
}

/// <summary>The share of one unit as data.</summary>
internal sealed record ShareData(Guid Share, string Unit, DutyRole Role, AssignmentState State, DateOnly? OwedOn, DateOnly? ReportBy, DateOnly? LastReportOn, DateOnly? DoneOn, bool WasLate, int DaysLate)
{
    public static ShareData Of(ShareRow row) => new(
        row.Share.Id, row.UnitName, row.Share.Role, row.Standing.State, row.Standing.OwedOn, row.Standing.ReportBy, row.Standing.LastReportOn, row.Standing.DoneOn, row.Standing.WasLate, row.Standing.DaysLate);
}
