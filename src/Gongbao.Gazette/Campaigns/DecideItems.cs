using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Gazette.Campaigns;

/// <summary>What is decided on documents of a campaign.</summary>
/// <param name="Measure">What becomes of them; null to follow the opinions, which then have to agree.</param>
/// <param name="Reason">Why; may be left out where the opinions are followed.</param>
/// <param name="Until">Of what goes on being in force: the last day of a new term; null to leave the term as it is.</param>
internal sealed record ItemDecision(Measure? Measure, string? Reason = null, DateOnly? Until = null);

/// <summary>Decides documents of a campaign (作出决定), one or many, all or none, after every office has given its opinion; or takes decisions back until the result is published.</summary>
internal sealed class DecideItems(Writer writer, IServiceProvider services)
{
    /// <param name="campaign">Its part of the address.</param>
    /// <param name="seen">The documents, as they were seen.</param>
    /// <param name="decision">What is decided; null takes the decision back.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many were decided. Refusals: those of <see cref="CampaignUnit"/>, <c>clean-up.not-allowed</c>, <c>clean-up.opinions-missing</c>, <c>clean-up.gave-opinion</c>,
    /// <c>clean-up.no-agreement</c>, <c>clean-up.no-reason</c>, <c>clean-up.bad-term</c>, <c>clean-up.not-decided</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(string campaign, IReadOnlyList<Seen> seen, ItemDecision? decision, Actor by, CancellationToken stop)
    {
        seen = [.. seen.Distinct()];
        var act = new Act(by.ActorId, CleanUpRules.Verb, seen.Count == 1 ? $"campaign-item:{seen[0].Id:N}" : $"campaign-items:{seen.Count}");
        return writer.DoAsync<int>(act, async (unit, inner) =>
        {
            if (!by.May(CleanUpRules.Verb)) return CampaignUnit.NotAllowed;
            if (CampaignUnit.Against(seen) is { } against) return against;
            if ((await CampaignUnit.TakeAsync(unit.Db<GazetteDb>(), campaign, seen, inner)).IsRefused(out var refusal, out var taken)) return refusal;
            foreach (var item in taken.Items)
            {
                if ((decision is null ? TakeBack(item) : Decide(item, decision, taken, by, unit)) is { } why) return why;
                if (seen.Count > 1) unit.Record(unit.Act with { Subject = $"campaign-item:{item.Id:N}" });
            }
            return seen.Count;
        }, stop);
    }

    private static Refusal? TakeBack(CampaignItem item)
    {
        if (item.Decision is null) return new("clean-up.not-decided", $"{CampaignUnit.NameOf(item)}还没有决定，不需要撤回。");
        (item.Decision, item.Reason, item.Until, item.DecidedBy, item.DecidedAt) = (null, null, null, null, null);
        return null;
    }

    private Refusal? Decide(CampaignItem item, ItemDecision decision, CampaignUnit taken, Actor by, UnitOfWork unit)
    {
        var rules = CleanUpRules.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        var (name, opinions) = (CampaignUnit.NameOf(item), taken.Opinions[item.Id].ToList());
        var missing = taken.Campaign.OfficeIds.Where(o => opinions.All(given => given.Office != o)).ToList();
        if (missing.Count > 0) return new("clean-up.opinions-missing", $"{name}还缺{string.Join("、", missing.Select(o => rules?.NameOf(o) ?? o))}的意见，不能决定。");
        if (rules?.DeciderGivesNone is true && opinions.Exists(o => o.By == by.ActorId.Value)) return new("clean-up.gave-opinion", $"您对{name}提过意见，最终决定要由没有提过意见的人作出。");

        var agreed = opinions.Select(o => o.Measure).Distinct().ToList() is [var one] ? (Measure?)one : null;
        if ((decision.Measure ?? agreed) is not { } measure) return new("clean-up.no-agreement", $"各方对{name}的意见不一致，请写明最终决定和理由。");
        var reason = decision.Reason;
        if (decision.Measure is null && string.IsNullOrWhiteSpace(reason)) reason = opinions.OrderBy(o => taken.Campaign.Offices.IndexOf(o.Office, StringComparison.Ordinal)).First().Reason;
        if (ReasonText.Of(reason).IsRefused(out var refusal, out var sentence)) return refusal;

        var today = unit.LegalAt.BeijingDate();
        if (decision.Until is not null && measure is not Measure.Keep) return new("clean-up.bad-term", "只有继续有效的文件可以写新的有效期；请清空日期，或者改为继续有效。");
        if (decision.Until < today) return new("clean-up.bad-term", $"{name}新的有效期截止日已经过去；请核对。");
        if (measure is Measure.Keep && decision.Until is null && (item.StateThen is ValidityState.Expired || item.ExpiresOn < today))
            return new("clean-up.bad-term", $"{name}的有效期已满；决定继续有效的，要写明新的截止日期。");

        (item.Decision, item.Reason, item.Until, item.DecidedBy, item.DecidedAt) = (measure, sentence, decision.Until, by.ActorId.Value, unit.LegalAt);
        return null;
    }
}
