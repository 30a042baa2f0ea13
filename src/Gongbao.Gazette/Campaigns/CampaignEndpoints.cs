using System.Text.Json.Serialization;
using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Library;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Campaigns;

/// <summary>Clean-ups for programs: published results for everybody; the work on a campaign for those who may do it, as on the pages.</summary>
internal static class CampaignEndpoints
{
    /// <summary>A campaign to be opened. Days as 2026-12-31.</summary>
    internal sealed record CampaignInput(
        string? Name, [property: JsonPropertyName("due_on")] DateOnly? DueOn, IReadOnlyList<string>? Offices, IReadOnlyList<string>? Issuers, DateOnly? From, DateOnly? To, IReadOnlyList<string>? Kinds, [property: JsonPropertyName("normative_only")] bool NormativeOnly, [property: JsonPropertyName("in_force_only")] bool? InForceOnly,
        [property: JsonPropertyName("expires_within")] int? ExpiresWithin, IReadOnlyList<string>? Documents, string? Corrects);

    internal sealed record DocumentsInput(IReadOnlyList<string>? Documents);

    /// <summary>An office's opinion: <c>seen</c> of each document as listed, the office, the measure (keep, amend, repeal, invalidate) and the reason.</summary>
    internal sealed record OpinionInput(IReadOnlyList<string?>? Seen, string? Office, string? Measure, string? Reason);

    /// <summary>A decision; without a measure the opinions are followed, with <c>take_back</c> the decision is taken back.</summary>
    internal sealed record DecisionInput(IReadOnlyList<string?>? Seen, string? Measure, string? Reason, DateOnly? Until, [property: JsonPropertyName("take_back")] bool TakeBack);

    internal sealed record PublicationInput([property: JsonPropertyName("effect_on")] DateOnly? EffectOn);

    internal sealed record OpenedAnswer(string Slug);

    internal sealed record CountAnswer(int Documents);

    internal sealed record OpinionItem(string Office, string Measure, string Reason, DateTimeOffset At);

    internal sealed record DocumentItem(
        string Seen, string Document, string? Number, [property: JsonPropertyName("full_title")] string Title, DateOnly? ExpiresOn, string Status, IReadOnlyList<OpinionItem> Opinions, string? Decision, string? Reason, DateOnly? Until);

    internal sealed record CampaignItems(string Slug, string Name, string State, DateOnly DueOn, bool IsOverdue, IReadOnlyDictionary<string, int> Progress, IReadOnlyList<DocumentItem> Documents, string? Next);

    private static readonly ListCursor Published = new("clean-ups");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/api/gazette/clean-ups").WithTags("文件清理").AllowPublic();
        open.MapGet("", ListAsync).WithName("ListCleanUps").WithSummary("已公布结果的文件清理，新的在前").Produces<CampaignList>().ProducesProblem(StatusCodes.Status400BadRequest);
        open.MapGet("/{slug}", ResultAsync).WithName("GetCleanUp").WithSummary("一次清理的结果：继续有效、废止、宣布失效、拟修改的目录，是公布的整份目录，一次全部给出").Produces<CleanUpResult>().ProducesProblem(StatusCodes.Status404NotFound);
        open.MapGet("/{slug}/formats/{format}", FileAsync).WithName("GetCleanUpAs").WithSummary("清理结果的文件：csv、docx、pdf、text、markdown").Produces<Stream>(StatusCodes.Status200OK, "text/csv", [.. ResultFormats.Documents.Select(f => f.MediaType)]).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var opinions = routes.MapGroup("/api/gazette/clean-ups/{slug}").WithTags("文件清理").RequireVerb(CleanUpRules.OpinionVerb);
        opinions.MapGet("/documents", DocumentsAsync).WithName("ListCleanUpDocuments").WithSummary("一次清理的文件、意见和进度").Produces<CampaignItems>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        opinions.MapGet("/documents.csv", DocumentsCsvAsync).WithName("GetCleanUpDocumentsCsv").WithSummary("一次清理的文件和意见（CSV）").Produces<Stream>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        opinions.MapPost("/opinions", OpinionAsync).WithName("GiveCleanUpOpinion").WithSummary("代表一方提出意见；多份一并办理，全部成功或全部不作改动").Produces<CountAnswer>().ProducesProblem(StatusCodes.Status409Conflict);

        var organise = routes.MapGroup("/api/gazette/clean-ups").WithTags("文件清理").RequireVerb(CleanUpRules.Verb);
        organise.MapPost("", OpenAsync).WithName("OpenCleanUp").WithSummary("开展一次清理，按范围列出文件").Produces<OpenedAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        organise.MapPost("/{slug}/documents", AddAsync).WithName("AddCleanUpDocuments").WithSummary("增列文件").Produces<CountAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        organise.MapPost("/{slug}/decisions", DecideAsync).WithName("DecideCleanUp").WithSummary("作出最终决定或者撤回；多份一并办理，全部成功或全部不作改动").Produces<CountAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        organise.MapPost("/{slug}/publication", PublishAsync).WithName("PublishCleanUp").WithSummary("公布结果：文件的效力状态同时改变，公布后不能再改").Produces<CountAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(string? cursor, CampaignDesk desk, HttpContext http)
    {
        if (Published.Read<CampaignPlace>(null, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var (campaigns, behind) = await desk.PublishedAsync(start.After, http.RequestAborted);
        return LibraryEndpoints.Send(new CampaignList(campaigns, Published.Write(behind)), http);
    }

    private static async Task<IResult> ResultAsync(string slug, CampaignDesk desk, HttpContext http) => LibraryEndpoints.Send(await desk.ResultAsync(slug, http.RequestAborted), http);

    private static async Task<IResult> FileAsync(string slug, string format, CampaignDesk desk, HttpContext http)
    {
        var known = ResultFormats.Documents.FirstOrDefault(f => f.Key == format);
        if (known is null && format != "csv")
            return TypedResults.Problem($"没有“{format}”这种格式；可用的有：csv、{string.Join("、", ResultFormats.Documents.Select(f => f.Key))}。", statusCode: StatusCodes.Status404NotFound);
        if (await desk.ResultAsync(slug, http.RequestAborted) is not { } result) return TypedResults.NotFound();
        var site = SiteAddress.Of(http.Request);
        if (known is null) return Tagged.Bytes(http, ResultFormats.Csv(result, site), "text/csv; charset=utf-8", $"clean-up-{result.Slug}.csv");
        if (known.Hindrance() is { } hindrance) return TypedResults.Problem(hindrance.Reason, statusCode: StatusCodes.Status503ServiceUnavailable);
        var document = ResultFormats.Document(result);
        using var bytes = new MemoryStream();
        known.Write(document, site, bytes);
        return Tagged.Bytes(http, bytes.ToArray(), known.MediaType, known.FileName(document));
    }

    private static async Task<IResult> DocumentsAsync(string slug, string? cursor, CampaignDesk desk, HttpContext http)
    {
        var list = new ListCursor("clean-ups/documents", slug);
        if (list.Read<CampaignItemPlace>(null, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        if (await desk.DocumentsAsync(slug, start.After, http.RequestAborted) is not (var page, var behind)) return TypedResults.NotFound();
        return TypedResults.Json(new CampaignItems(
            page.Campaign.Slug, page.Campaign.Name, page.Campaign.State.ToString().ToLowerInvariant(), page.Campaign.DueOn, page.Campaign.State is CampaignState.Running && page.Campaign.DueOn < desk.Today,
            ItemStatusWords.All.ToDictionary(s => s.ToString().ToLowerInvariant(), page.Progress.Of), [.. page.Rows.Select(Item)], list.Write(behind)), JsonFormat.Options);
    }

    private static async Task<IResult> DocumentsCsvAsync(string slug, CampaignDesk desk, HttpContext http) => await desk.PageAsync(slug, null, 0, http.RequestAborted) is { } page
        ? TypedResults.Bytes(ResultFormats.Csv(page, desk.Rules), "text/csv; charset=utf-8", $"clean-up-{page.Campaign.Slug}-documents.csv") : TypedResults.NotFound();

    private static async Task<IResult> OpenAsync(CampaignInput input, OpenCampaign open, ActorSource actors, HttpContext http)
    {
        var scope = new CampaignScope
        {
            Issuers = input.Issuers ?? [], From = input.From, To = input.To, Kinds = input.Kinds ?? [], NormativeOnly = input.NormativeOnly, InForceOnly = input.InForceOnly ?? true,
            ExpiresWithin = input.ExpiresWithin, Documents = input.Documents ?? [],
        };
        return await Refused.ActAsync(actors, http, by => open.HandleAsync(new(input.Name, scope, input.Offices ?? [], input.DueOn, input.Corrects), by, http.RequestAborted), slug => new OpenedAnswer(slug));
    }

    private static Task<IResult> AddAsync(string slug, DocumentsInput input, AddDocuments add, ActorSource actors, HttpContext http) =>
        Refused.ActAsync(actors, http, by => add.HandleAsync(slug, input.Documents ?? [], by, http.RequestAborted), Count);

    private static Task<IResult> OpinionAsync(string slug, OpinionInput input, GiveOpinions give, ActorSource actors, HttpContext http) =>
        Refused.ActAsync(actors, http, by => give.HandleAsync(slug, SeenOf(input.Seen), input.Office, MeasureWords.Read(input.Measure), input.Reason, by, http.RequestAborted), Count);

    private static async Task<IResult> DecideAsync(string slug, DecisionInput input, DecideItems decide, ActorSource actors, HttpContext http)
    {
        if (input.Measure is not null && MeasureWords.Read(input.Measure) is null) return TypedResults.Problem("measure 应是 keep、amend、repeal 或 invalidate；按一致的意见决定的不写。", statusCode: StatusCodes.Status400BadRequest);
        var decision = input.TakeBack ? null : new ItemDecision(MeasureWords.Read(input.Measure), input.Reason, input.Until);
        return await Refused.ActAsync(actors, http, by => decide.HandleAsync(slug, SeenOf(input.Seen), decision, by, http.RequestAborted), Count);
    }

    private static Task<IResult> PublishAsync(string slug, PublicationInput input, PublishCampaign publish, ActorSource actors, HttpContext http) =>
        Refused.ActAsync(actors, http, by => publish.HandleAsync(slug, input.EffectOn, by, http.RequestAborted), Count);

    private static object Count(int documents) => new CountAnswer(documents);

    /// <summary>Anything that is no reference stands for a document that is not there, and is refused as such.</summary>
    private static IReadOnlyList<Seen> SeenOf(IReadOnlyList<string?>? seen) => [.. (seen ?? []).Select(s => Seen.Parse(s) ?? default)];

    private static DocumentItem Item(CampaignRow row) => new(
        row.Seen.ToString(), row.Item.Slug, row.Item.Number, row.Title, row.Item.ExpiresOn, row.Status.ToString().ToLowerInvariant(),
        [.. row.Opinions.Select(o => new OpinionItem(o.Office, MeasureWords.Code(o.Measure), o.Reason, o.At))], row.Item.Decision is { } decision ? MeasureWords.Code(decision) : null, row.Item.Reason, row.Item.Until);
}
