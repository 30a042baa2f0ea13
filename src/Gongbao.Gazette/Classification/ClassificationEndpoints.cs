using System.Text.Json.Serialization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Platform.Access;
using Gongbao.Web;
using Gongbao.Web.Deciding;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Classification;

/// <summary>Classification for programs: the subject tree for everybody; the desk's list and decision for editors.</summary>
internal static class ClassificationEndpoints
{
    /// <summary>A document on the desk: what it has now, and what the rules propose with the words that caused it.</summary>
    internal sealed record ClassificationItem(
        string Document, string? Number, [property: JsonPropertyName("full_title")] string Title, string State, string? DecidedBy, DateTimeOffset? DecidedAt, DocumentClasses Classes, IReadOnlyList<ProposalItem> Proposal, string Seen);

    internal sealed record ProposalItem(string Aspect, string Id, string Name, int Score, IReadOnlyList<string> Evidence);

    internal sealed record ClassificationList(IReadOnlyList<ClassificationItem> Documents, int Total, int Page, int Pages, string? Next);

    /// <summary>
    /// What is decided: <c>seen</c> of each document as listed; the verdict (accept, change, take-back); for a change, ids by aspect, where an aspect
    /// that is left out stays as it is.
    /// </summary>
    internal sealed record DecisionInput(
        IReadOnlyList<string?>? Seen, string? Verdict, IReadOnlyList<string>? Topic, IReadOnlyList<string>? Audience, IReadOnlyList<string>? Level, IReadOnlyList<string>? Normative);

    internal sealed record DecisionAnswer(int Decided);

    private static readonly ListCursor Uncarried = new("uncarried");
    private static readonly ListCursor Cited = new("uncarried/cited");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/gazette/topics", TopicsAsync).AllowPublic().WithTags("公报").WithName("ListTopics").WithSummary("主题和对象，各有多少份文件；分类由本市声明，数目有限，一次全部给出；on 指定日期").WithMetadata(AsOf.Query).Produces<CountedTopics>();
        var group = routes.MapGroup("/api/gazette/classifications").WithTags("分类").RequireVerb(DecideClasses.Verb);
        routes.MapGet("/api/gazette/uncarried", UncarriedAsync).RequireVerb(DecideClasses.Verb).WithTags("分类").WithName("ListUncarried").WithSummary("须在公报上刊登而没有刊登的规章和规范性文件：在库的和不在库而被引用的，各取一页").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("", ListAsync).WithName("ListClassifications").WithSummary("分类台：待确认的或已认定的文件；topic、audience、level、normative 限定分类")
            .WithMetadata(new QueryParameters([.. Aspects.All.Select(Key)])).ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/decisions", DecideAsync).WithName("DecideClassifications").WithSummary("采纳、改定或撤回；多份一并办理，全部成功或全部不作改动");
    }

    /// <summary>An aspect's part of an address.</summary>
    public static string Key(Aspect aspect) => aspect.ToString().ToLowerInvariant();

    /// <summary>The classes that a query asks for.</summary>
    public static IReadOnlyDictionary<Aspect, string> Wanted(IQueryCollection query) =>
        Aspects.All.Where(a => !string.IsNullOrWhiteSpace(query[Key(a)])).ToDictionary(a => a, a => query[Key(a)].ToString());

    /// <summary>Null for what is no verdict.</summary>
    public static ClassVerdict? Verdict(string? word) => word switch { "accept" => ClassVerdict.Accept, "change" => ClassVerdict.Change, "take-back" => ClassVerdict.TakeBack, _ => null };

    private static async Task<IResult> TopicsAsync(TopicLibrary topics, HttpContext http) => LibraryEndpoints.Send(await topics.TreeAsync(http.RequestAborted), http);

    private static async Task<Results<Ok<UncarriedView>, ProblemHttpResult>> UncarriedAsync(int? page, string? cursor, string? cited, UncarriedDocuments uncarried, CancellationToken stop)
    {
        if (Uncarried.Read<DocumentPlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        if (Cited.Read<UncarriedPlace>(null, cited, "cited", "cited_next").IsRefused(out refusal, out var citedStart)) return ListCursor.Problem(refusal);
        var found = await uncarried.FindAsync(start, citedStart.After, stop);
        return TypedResults.Ok(found with { Next = Uncarried.Write(found.HeldBehind), CitedNext = Cited.Write(found.CitedBehind) });
    }

    private static async Task<Results<Ok<ClassificationList>, ProblemHttpResult>> ListAsync(string? state, int? page, string? cursor, ClassificationDesk desk, HttpContext http)
    {
        var (isDecided, wanted) = (state == "decided", Wanted(http.Request.Query));
        var list = new ListCursor("classifications", [isDecided ? "decided" : null, .. Aspects.All.Select(a => wanted.GetValueOrDefault(a))]);
        if (list.Read<DocumentPlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var found = await desk.FindAsync(new ClassificationFilter(!isDecided, wanted, start), http.RequestAborted);
        return TypedResults.Ok(new ClassificationList([.. found.Rows.Select(Item)], found.Total, found.Page, found.Pages, list.Write(found.Behind)));
    }

    private static async Task<Results<Ok<DecisionAnswer>, ProblemHttpResult>> DecideAsync(DecisionInput input, DecideClasses decide, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var seen = (input.Seen ?? []).Select(Seen.Parse).ToList();
        if (seen.Contains(null) || Verdict(input.Verdict) is not { } verdict)
            return TypedResults.Problem("seen 应是列表里给出的值，verdict 应是 accept、change 或 take-back。", statusCode: StatusCodes.Status400BadRequest);
        var choice = new (Aspect Aspect, IReadOnlyList<string>? Ids)[] { (Aspect.Topic, input.Topic), (Aspect.Audience, input.Audience), (Aspect.Level, input.Level), (Aspect.Normative, input.Normative) }
            .Where(c => c.Ids is not null).ToDictionary(c => c.Aspect, c => c.Ids!);
        var result = await decide.HandleAsync([.. seen.OfType<Seen>()], verdict, choice, actor, http.RequestAborted);
        return result.IsRefused(out var refusal, out var count)
            ? Refused.Problem(refusal)
            : TypedResults.Ok(new DecisionAnswer(count));
    }

    private static ClassificationItem Item(ClassificationRow row) => new(
        row.Document.Slug, row.Document.Number, row.Document.FullTitle, row.Stored.State.ToString().ToLowerInvariant(), row.Stored.DecidedBy, row.Stored.DecidedAt, row.Classes,
        [.. row.Proposal.Select(p => new ProposalItem(Key(p.Class.Aspect), p.Class.Id, p.Name, p.Class.Score, [.. p.Class.Evidence.Select(e => e.InWords())]))], row.Seen.ToString());
}
