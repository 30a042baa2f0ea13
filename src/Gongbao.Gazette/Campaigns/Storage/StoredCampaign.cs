using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Campaigns.Storage;

/// <summary>Where a campaign stands.</summary>
internal enum CampaignState
{
    /// <summary>Opinions are given and decisions made (进行中).</summary>
    Running,

    /// <summary>Its result is published and changes no more (已公布).</summary>
    Published,

    /// <summary>Ended without a result (已终止).</summary>
    Abandoned,
}

/// <summary>A clean-up campaign (文件清理): which documents are gone through, by whom and until when.</summary>
internal sealed class StoredCampaign : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>Its part of the address: the day of its opening and a serial, <c>2023-08-01-1</c>.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>JSON of the scope by which documents were listed at opening.</summary>
    public required string Scope { get; init; }

    /// <summary>Ids of the declared offices that give an opinion on each document, joined by commas.</summary>
    public required string Offices { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>Last day for opinions and decisions.</summary>
    public required DateOnly DueOn { get; init; }

    public required string OpenedBy { get; init; }

    public required CampaignState State { get; set; }

    /// <summary>The published campaign whose result this one corrects; null where it corrects none.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>First day on which the result holds; null until it is published.</summary>
    public DateOnly? EffectOn { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>The legal instant of publication, or of the end without a result.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public long Revision { get; private set; }

    public IReadOnlyList<string> OfficeIds => Offices.Split(',');
}

/// <summary>
/// One document of a campaign, with what it was called and in what state it was when it was listed: a correction of the library changes
/// neither the list nor a published result.
/// </summary>
internal sealed class CampaignItem : IRevised
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The document's part of the address.</summary>
    public required string Slug { get; init; }

    public required string? Number { get; init; }

    public required string Title { get; init; }

    public required string Issuers { get; init; }

    public required DateOnly? DatedOn { get; init; }

    /// <summary>Its state when it was listed.</summary>
    public required Validity.ValidityState StateThen { get; init; }

    /// <summary>The last day of its term when it was listed; null where no term ends it.</summary>
    public required DateOnly? ExpiresOn { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>True where somebody asked for it after the opening.</summary>
    public required bool IsLater { get; init; }

    /// <summary>What was decided; null until then.</summary>
    public Measure? Decision { get; set; }

    public string? Reason { get; set; }

    /// <summary>Of a document that goes on being in force: the last day of its new term; null where it keeps the one it has.</summary>
    public DateOnly? Until { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public long Revision { get; private set; }
}

/// <summary>What one office thinks of one document (清理意见). Appended, never changed; the newest of an office counts.</summary>
internal sealed class CampaignOpinion
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Id of the declared office.</summary>
    public required string Office { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>Why, in a whole sentence.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
