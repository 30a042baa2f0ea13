using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Reports;

/// <summary>Makes reports (生成报告) by what was declared on the day that they are of.</summary>
internal sealed class ReportDesk(LedgerDb db, LedgerDesk desk, IServiceProvider services)
{
    /// <param name="slug">The programme.</param>
    /// <param name="period">What it is about; of one that has not ended, until today.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Null where there is no such programme, it began later, or the city declares nothing of it.</returns>
    public async Task<ProgrammeReport?> OfAsync(string slug, ReportPeriod period, CancellationToken stop)
    {
        var day = period.To < desk.Today ? period.To : desk.Today;
        if (day < period.From || await CityAsync(day, stop) is not { } city || LedgerRules.Of(city) is not { Score: var score }) return null;
        if (await desk.ProgrammeAsync(slug, day, city, stop) is not { Rows.Count: > 0 } view) return null;
        var acts = await db.Acts.Where(a => a.On <= day && db.Obligations.Any(o => o.Id == a.ObligationId && o.ProgrammeId == view.Programme.Id)).Select(a => new CountedAct(a.AssignmentId, a.Kind, a.On, a.IsDone)).ToListAsync(stop);
        return new(view, period, acts, score);
    }

    /// <summary>Full name of who reports on a day: who issues the supervision letters, else the office of the city's government.</summary>
    public static string IssuerOf(CityDeclarations city, DateOnly day) => LetterRules.Of(city, day).IsRefused(out _, out var letters) ? city.Name + "人民政府办公室" : letters.Issuer;

    /// <summary>As <see cref="IssuerOf(CityDeclarations, DateOnly)"/>, by what is declared now.</summary>
    public string IssuerOf(DateOnly day) => services.GetService<CityDeclarations>() is { } city ? IssuerOf(city, day) : "";

    /// <summary>What counted at the end of a day; of a day before anything was published, what counts now.</summary>
    internal async Task<CityDeclarations?> CityAsync(DateOnly day, CancellationToken stop)
    {
        var now = services.GetService<CityDeclarations>();
        if (now is null || day >= desk.Today || services.GetService<PublishedCity>() is not { } published) return now;
        var end = day.AddDays(1).StartsAt().AddTicks(-1);
        if (await published.CountsAsync(now, end, stop)) return now;
        // What does not say by now what this program asks for, as a library from before does, cannot be followed any more.
        try
        {
            return await published.AtAsync(end, stop) ?? now;
        }
        catch (InvalidDeclarationsException)
        {
            return now;
        }
    }
}
