namespace Gongbao.Ledger.Guidance;

/// <summary>A visit as data.</summary>
internal sealed record VisitData(Guid Visit, VisitKind Kind, string Unit, DateOnly On, string Where, string? Visited, string? Whom, string Found, string? Asked, IReadOnlyList<Guid> Obligations)
{
    public static VisitData Of(VisitRow row) => new(
        row.Visit.Id, row.Visit.Kind, row.ByName, row.Visit.On, row.Visit.Where, row.VisitedName, row.Visit.Whom, row.Visit.Found, row.Visit.Asked, [.. row.Obligations.Select(o => o.Id)]);
}

/// <summary>A part of the visits, with the place behind the last of them.</summary>
internal sealed record VisitList(IReadOnlyList<VisitData> Visits, int Total, string? Next);

/// <summary>Who has to file a plan for a programme, and who did.</summary>
internal sealed record PlanItems(string Programme, IReadOnlyList<PlanCallData> Calls, IReadOnlyList<PlanData> Units)
{
    public static PlanItems Of(PlanView view) => new(
        view.Programme.Slug, [.. view.Calls.Select(c => new PlanCallData(c.Units, c.Place, c.DueOn, c.CalledOn))],
        [.. view.Rows.Select(r => new PlanData(r.Unit, r.Name, r.State, r.Plan?.Id, r.Plan?.Title, r.Plan?.DatedOn, r.Plan?.FiledOn, r.Plan?.Link, r.Plan?.FileName, r.Earlier, r.Call.DueOn))]);
}

internal sealed record PlanCallData(string Units, string? Place, DateOnly? DueOn, DateOnly CalledOn);

internal sealed record PlanData(string Unit, string Name, string State, Guid? Plan, string? Title, DateOnly? DatedOn, DateOnly? FiledOn, string? Link, string? FileName, int Earlier, DateOnly? DueOn);

/// <summary>Good experience as data.</summary>
internal sealed record ExperienceData(Guid Experience, string Seen, string Programme, Guid Obligation, string Task, string Unit, string Title, string Text, string Why, DateOnly MarkedOn, DateOnly? PromotedOn)
{
    public static ExperienceData Of(ExperienceRow row) => new(
        row.Experience.Id, row.Seen.ToString(), row.Programme, row.Experience.ObligationId, row.Task, row.UnitName, row.Experience.Title, row.Experience.Text, row.Experience.Why, row.Experience.MarkedOn, row.Experience.PromotedOn);
}

internal sealed record ExperienceItems(IReadOnlyList<ExperienceData> Experience);

/// <summary>The line of a department as data.</summary>
internal sealed record LineData(string Unit, int Year, bool IsDeclared, IReadOnlyList<LineRow> Units);
