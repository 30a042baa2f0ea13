using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Storage;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Charts;

/// <summary>What of a programme is shown, the same in table, calendar, timeline and heat map: whoever goes from one to another keeps it.</summary>
/// <param name="On">The day of which is asked; null for today.</param>
/// <param name="Unit">Only shares of this unit, by directory id; null for all.</param>
/// <param name="Measure">Only obligations of this measure, as <see cref="MeasureOf(StoredObligation)"/> says; null for all.</param>
internal sealed record ChartFilter(DateOnly? On, string? Unit, string? Measure)
{
    /// <summary>What an obligation that belongs to no measure and no group is put under.</summary>
    public const string NoMeasure = "其他";

    /// <param name="request">Its address says what is wanted.</param>
    /// <param name="on">The day of the address, as <see cref="LedgerDay"/> read it.</param>
    public static ChartFilter Of(HttpRequest request, DateOnly? on) => new(on, Word(request, "unit"), Word(request, "measure"));

    /// <summary>What an obligation is counted under (措施): the measure of the body that it belongs to, else what its table groups it under.</summary>
    public static string MeasureOf(StoredObligation obligation) => MeasureOf(obligation.Measure, obligation.Group);

    /// <inheritdoc cref="MeasureOf(StoredObligation)"/>
    public static string MeasureOf(string? measure, string? group) => measure ?? group ?? NoMeasure;

    public bool Wants(ObligationRow row) => Measure is null || MeasureOf(row.Obligation) == Measure;

    public bool Wants(ShareRow share) => Unit is null || share.Share.Unit == Unit;

    /// <summary>Obligations that are wanted; where a unit is, those in which it has a share.</summary>
    public IEnumerable<ObligationRow> Of(ProgrammeView view) => view.Rows.Where(r => Wants(r) && (Unit is null || r.Shares.Any(Wants)));

    /// <summary>The address of a form of the programme with the same filter.</summary>
    /// <param name="slug">The document's part of the address.</param>
    /// <param name="form"><c>calendar</c>, <c>timeline</c>, <c>heat</c>; empty for the table.</param>
    /// <param name="more">What else the address says.</param>
    public string Address(string slug, string form = "", params IEnumerable<(string Name, string? Value)> more)
    {
        IEnumerable<(string Name, string? Value)> all = [("unit", Unit), ("measure", Measure), ("on", On is { } day ? ChineseFormat.Iso(day) : null), .. more];
        var query = string.Join('&', all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return $"/ledger/{slug}{(form.Length > 0 ? "/" + form : "")}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static string? Word(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } word ? word : null;
}
