using Gongbao.Gazette.Library.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Gazette.Campaigns;

/// <summary>
/// Gives an office's opinion (提出意见) on one or many documents, all or none. An office may change its mind until there is a decision; what it
/// said before is kept. One person speaks for one office about a document.
/// </summary>
internal sealed class GiveOpinions(Writer writer, IServiceProvider services)
{
    /// <param name="campaign">Its part of the address.</param>
    /// <param name="seen">The documents, as they were seen.</param>
    /// <param name="office">Id of the office for which the person speaks.</param>
    /// <param name="measure">What is to become of them; null where nothing was chosen.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who speaks.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many opinions were given. Refusals: those of <see cref="CampaignUnit"/>, <c>clean-up.no-measure</c>, <c>clean-up.no-reason</c>, <c>clean-up.no-office</c>,
    /// <c>clean-up.not-your-office</c>, <c>clean-up.same-person</c>, <c>clean-up.decided</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(string campaign, IReadOnlyList<Seen> seen, string? office, Measure? measure, string? reason, Actor by, CancellationToken stop)
    {
        seen = [.. seen.Distinct()];
        var act = new Act(by.ActorId, CleanUpRules.OpinionVerb, seen.Count == 1 ? $"campaign-item:{seen[0].Id:N}" : $"campaign-items:{seen.Count}");
        return writer.DoAsync<int>(act, async (unit, inner) =>
        {
            if (CampaignUnit.Against(seen) is { } against) return against;
            if (measure is not { } chosen) return new Refusal("clean-up.no-measure", "请选择继续有效、修改、废止或者宣布失效。");
            if (ReasonText.Of(reason).IsRefused(out var refusal, out var sentence)) return refusal;
            return await GiveAsync(campaign, seen, office, chosen, sentence, by, unit, inner);
        }, stop);
    }

    private async Task<Result<int>> GiveAsync(string slug, IReadOnlyList<Seen> seen, string? office, Measure measure, string reason, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        if ((await CampaignUnit.TakeAsync(db, slug, seen, stop)).IsRefused(out var refusal, out var taken)) return refusal;
        var city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));
        var known = CleanUpRules.Of(city)?.Offices.FirstOrDefault(o => o.Id == office && taken.Campaign.OfficeIds.Contains(o.Id));
        if (city is null || known is null) return new Refusal("clean-up.no-office", "请选择代表哪一方提出意见。");
        foreach (var item in taken.Items)
        {
            if (!CleanUpRules.MaySpeak(by, known, item.Issuers, city, unit.LegalAt.BeijingDate()))
                return new Refusal("clean-up.not-your-office", $"您的权限不包括代表{known.Name}就{CampaignUnit.NameOf(item)}提出意见。");
            if (item.Decision is not null) return new Refusal("clean-up.decided", $"{CampaignUnit.NameOf(item)}已经有最终决定；要改意见，请先撤回决定。");
            if (taken.Opinions[item.Id].FirstOrDefault(o => o.By == by.ActorId.Value && o.Office != known.Id) is { } other)
                return new Refusal("clean-up.same-person", $"您已经代表{CleanUpRules.Of(city)!.NameOf(other.Office)}就{CampaignUnit.NameOf(item)}提过意见；同一份文件要由不同的人分别代表各方。");
            db.CampaignOpinions.Add(new() { Id = Guid.CreateVersion7(), ItemId = item.Id, Office = known.Id, Measure = measure, Reason = reason, By = by.ActorId.Value, At = unit.LegalAt });
            // Whoever decides by what was on the screen before is told.
            db.Entry(item).Property(i => i.Decision).IsModified = true;
            if (seen.Count > 1) unit.Record(unit.Act with { Subject = $"campaign-item:{item.Id:N}" });
        }
        return seen.Count;
    }
}
