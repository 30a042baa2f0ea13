using System.Text.Json.Serialization;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.Desk;

/// <summary>One obligation as data: what its page shows.</summary>
internal sealed record ObligationDetail(
    Guid Id, string Programme, [property: JsonPropertyName("full_title")] string Title, string? Number, string? Basis, string? EvidenceWanted, string LimitExplained, IReadOnlyList<LimitData> Limits, ObligationData Obligation,
    IReadOnlyList<QuestionData> Questions, IReadOnlyList<ActData> Reports, IReadOnlyList<LinkedData> Awaits, IReadOnlyList<LinkedData> AwaitedBy, IReadOnlyList<LinkedData> Same, IReadOnlyList<MovedDay> Moves, IReadOnlyList<ActData>? Acts)
{
    /// <param name="view">The obligation.</param>
    /// <param name="links">What hangs together with it.</param>
    /// <param name="evidence">What reports rest on, by report.</param>
    /// <param name="isInside">Whether whoever asks works on it: reports that are not public, and who did what, stay inside.</param>
    public static ObligationDetail Of(ObligationPageView view, ObligationLinks links, ILookup<Guid, StoredEvidence> evidence, bool isInside) => new(
        view.Row.Obligation.Id, view.Programme.Slug, view.Programme.Title, view.Programme.Number, view.Acts.FirstOrDefault(a => a.Kind is ActKind.Accepted)?.Source, view.Row.EvidenceWanted, view.Explained,
        [.. view.Limits.Select(l => new LimitData(l.Words, l.Origin, l.Reason, l.Source, l.SetOn))], ObligationData.Of(view.Row), [.. view.Row.Questions.Select(q => new QuestionData(q.Id, q.Kind, q.Words, q.Why, q.Answer))],
        [.. view.PublicReports.Select(a => ActData.Of(a, view, evidence) with { At = null, By = null, OnBehalfOf = null, Link = null })],
        [.. links.Awaits.Select(LinkedData.Of)], [.. links.AwaitedBy.Select(LinkedData.Of)], [.. links.Same.Select(LinkedData.Of)], view.Moves, isInside ? [.. view.Acts.Select(a => ActData.Of(a, view, evidence))] : null);
}

/// <summary>A limit that was set, as data.</summary>
internal sealed record LimitData(string? Words, LimitOrigin Origin, string? Reason, string? Source, DateOnly? SetOn);

/// <summary>What about an obligation is, or was, to be decided.</summary>
internal sealed record QuestionData(Guid Question, QuestionKind Kind, string Words, string Why, string? Answer);

/// <summary>Another obligation, as data.</summary>
internal sealed record LinkedData(Guid Obligation, string Seen, string Document, int Ordinal, string Task, bool IsDone, DateOnly? OwedOn)
{
    public static LinkedData Of(LinkedObligation linked) => new(linked.Id, linked.Seen.ToString(), linked.Document, linked.Ordinal, linked.Task, linked.IsDone, linked.OwedOn);
}

/// <summary>Something that was done about an obligation, as data.</summary>
internal sealed record ActData(
    Guid Act, ActKind Kind, Guid? Share, DateOnly On, DateTimeOffset? At, string? By, string? OnBehalfOf, string? Text, DateOnly? Day, string? Limit, string? Source, string? Turn, bool IsDone, string? Link, string? Owner, Guid? Answers,
    Guid? Other, bool IsWaiting, bool IsPublic, IReadOnlyList<EvidenceData> Evidence)
{
    public static ActData Of(StoredAct act, ObligationPageView view, ILookup<Guid, StoredEvidence> evidence) => new(
        act.Id, act.Kind, act.AssignmentId, act.On, act.At, act.By, act.OnBehalfOf, act.Text, act.Day, act.Limit, act.Source, act.Turn, act.IsDone, act.Link, act.Owner, act.Answers, act.Other, view.Waiting.Contains(act.Id),
        view.PublicReports.Contains(act), [.. evidence[act.Id].Select(e => new EvidenceData(e.Id, e.Kind, e.Name, e.Number, e.Unit, e.Link, e.MediaType, e.Bytes))]);
}

/// <summary>What a report rests on, as data.</summary>
internal sealed record EvidenceData(Guid Evidence, EvidenceKind Kind, string? Name, decimal? Number, string? Unit, string? Link, string? MediaType, long? Bytes);
