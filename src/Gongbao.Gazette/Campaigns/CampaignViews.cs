using System.Text.Json.Serialization;
using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Web.Deciding;

namespace Gongbao.Gazette.Campaigns;

/// <summary>How far a document of a campaign is.</summary>
internal enum ItemStatus
{
    /// <summary>No office has given its opinion (未提意见).</summary>
    Untouched,

    /// <summary>Some have (意见不全).</summary>
    Partly,

    /// <summary>All have, and they agree (意见一致).</summary>
    Agreed,

    /// <summary>All have, and they do not (意见不一致).</summary>
    Disagreed,

    /// <summary>Decided (已决定).</summary>
    Decided,
}

/// <summary>How statuses are said.</summary>
internal static class ItemStatusWords
{
    public static IReadOnlyList<ItemStatus> All { get; } = Enum.GetValues<ItemStatus>();

    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Untouched => "未提意见",
        ItemStatus.Partly => "意见不全",
        ItemStatus.Agreed => "意见一致",
        ItemStatus.Disagreed => "意见不一致",
        ItemStatus.Decided => "已决定",
    };
}

/// <summary>How many documents are how far.</summary>
/// <param name="Counts">By status.</param>
internal sealed record CampaignProgress(IReadOnlyDictionary<ItemStatus, int> Counts)
{
    public int All => Counts.Values.Sum();

    public int Of(ItemStatus status) => Counts.GetValueOrDefault(status);
}

/// <summary>A campaign as lists show it.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedOn">First day.</param>
/// <param name="DueOn">Last day for opinions and decisions.</param>
/// <param name="PublishedOn">Day of publication; null until then.</param>
/// <param name="EffectOn">First day of its effect; null until then.</param>
/// <param name="Documents">How many documents.</param>
internal sealed record CampaignLine(string Slug, string Name, CampaignState State, DateOnly OpenedOn, DateOnly DueOn, DateOnly? PublishedOn, DateOnly? EffectOn, int Documents)
{
    [JsonIgnore]
    public string Path => "/clean-ups/" + Slug;

    public bool IsOverdueOn(DateOnly day) => State is CampaignState.Running && DueOn < day;
}

/// <summary>Some campaigns, newest first.</summary>
/// <param name="CleanUps">Which.</param>
/// <param name="Next">Where the next page begins, as an address has it; null on the last.</param>
internal sealed record CampaignList(IReadOnlyList<CampaignLine> CleanUps, string? Next);

/// <summary>A campaign's place among all, newest first.</summary>
internal sealed record CampaignPlace(DateOnly OpenedOn, Guid Campaign);

/// <summary>A document's place in a campaign, from 0, which is its own alone.</summary>
internal sealed record CampaignItemPlace(int Ordinal);

/// <summary>A document of a campaign with what is thought of it.</summary>
/// <param name="Item">As listed.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Opinions">The newest of each office, in the order of the campaign's offices.</param>
internal sealed record CampaignRow(CampaignItem Item, ItemStatus Status, IReadOnlyList<CampaignOpinion> Opinions)
{
    public Seen Seen => new(Item.Id, Item.Revision);

    public string Title => FullTitle.Of(Item.Issuers, Item.Title);
}

/// <summary>A page of a campaign's documents.</summary>
internal sealed record CampaignPage(StoredCampaign Campaign, CampaignProgress Progress, IReadOnlyList<CampaignRow> Rows, int Total, int Page, int Pages);

/// <summary>A published result (清理结果), as page and data show it. It names no persons.</summary>
internal sealed record CleanUpResult
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Which documents were gone through, in words.</summary>
    public required string Scope { get; init; }

    /// <summary>The offices that gave opinions.</summary>
    public required IReadOnlyList<string> Offices { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>First day on which the result holds.</summary>
    public required DateOnly EffectOn { get; init; }

    /// <summary>The result that this one corrects; null where it corrects none.</summary>
    public CampaignName? Corrects { get; init; }

    /// <summary>Results that correct this one.</summary>
    public IReadOnlyList<CampaignName> CorrectedBy { get; init; } = [];

    public required IReadOnlyList<ResultLine> Keep { get; init; }

    public required IReadOnlyList<ResultLine> Repeal { get; init; }

    public required IReadOnlyList<ResultLine> Invalidate { get; init; }

    public required IReadOnlyList<ResultLine> Amend { get; init; }

    /// <summary>The lists in the order in which they are printed.</summary>
    [JsonIgnore]
    public IReadOnlyList<(Measure Measure, IReadOnlyList<ResultLine> Lines)> Lists => [(Measure.Keep, Keep), (Measure.Repeal, Repeal), (Measure.Invalidate, Invalidate), (Measure.Amend, Amend)];
}

/// <summary>A campaign by name.</summary>
internal sealed record CampaignName(string Slug, string Name);

/// <summary>One document of a result.</summary>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Title">Its title with its issuers.</param>
/// <param name="DatedOn">Day of signature; null where none is printed.</param>
/// <param name="Reason">Why it was decided so.</param>
/// <param name="Until">The last day of a new term; null where the decision sets none.</param>
/// <param name="Document">Its part of the address.</param>
internal sealed record ResultLine(string? Number, [property: JsonPropertyName("full_title")] string Title, DateOnly? DatedOn, string Reason, DateOnly? Until, string Document)
{
    [JsonIgnore]
    public string Path => "/d/" + Uri.EscapeDataString(Document);
}
