using System.Globalization;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Display;
using Gongbao.Web.Listing;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>Validity as data (效力接口), and the control by which pages are shown as of another day.</summary>
internal static class ValidityEndpoints
{
    /// <summary>A claim as programs see it.</summary>
    internal sealed record ClaimItem(
        string Seen, string State, CauseView Cause, string TargetWords, ClaimTarget? Target, Detection.AmendmentInstruction? Instruction, string? Why, double Confidence, DateTimeOffset? DecidedAt, string? Reason);

    internal sealed record ClaimList(IReadOnlyList<ClaimItem> Claims, int Total, int Page, int Pages, string? Next);

    /// <summary>What is decided: <c>seen</c> of each claim as listed, the verdict (confirmed, rejected, open) and, for one claim, what holds instead of what was read.</summary>
    internal sealed record DecisionInput(IReadOnlyList<string?>? Seen, string? Verdict, DateOnly? On, DateOnly? Until, string? Target, string? Reason);

    internal sealed record DecisionAnswer(int Decided);

    private static readonly ListCursor Claims = new("validity/claims");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gazette").WithTags("效力").AllowPublic();
        group.MapGet("/validity", OverviewAsync)
            .WithName("GetValidityOverview").WithSummary("全库效力概况：各状态的文件数、180 日内期满的文件、待确认的主张数；on 指定日期，known 指定获知时间")
            .WithMetadata(AsOf.Query).Produces<ValidityOverviewView>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/documents/{document}/validity", OfAsync).WithName("GetValidity").WithSummary("一份文件的效力沿革及依据；on 指定日期，known 指定获知时间")
            .WithMetadata(AsOf.Query).Produces<ValidityView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/validity/claims", ClaimsAsync).WithName("ListValidityClaims").WithSummary("文件中关于其他文件或者自身效力、尚未经人确认的主张").Produces<ClaimList>().ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/api/gazette/validity/decisions", DecideAsync).WithTags("效力").RequireVerb(DecideClaims.Verb)
            .WithName("DecideValidityClaims").WithSummary("确认、不成立或撤回；多项一并办理，全部成功或全部不作改动");
        routes.MapGet("/as-of", Choose).AllowPublic().ExcludeFromDescription();
    }

    private static async Task<IResult> OverviewAsync(string? known, ValidityOverview overview, HttpContext http) =>
        !IsInstant(known, out var instant) ? NoInstant()
            : LibraryEndpoints.Send(instant is { } at ? await overview.ReadAsync(at, http.RequestAborted) : await overview.ReadAsync(http.RequestAborted), http);

    private static async Task<IResult> OfAsync(string document, string? known, ValidityLibrary library, HttpContext http) =>
        IsInstant(known, out var instant) ? LibraryEndpoints.Send(await library.OfAsync(document, instant, http.RequestAborted), http) : NoInstant();

    /// <summary>Reads the instant of what was known; none is asked for where the text is empty.</summary>
    private static bool IsInstant(string? text, out DateTimeOffset? instant)
    {
        instant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return instant is not null || string.IsNullOrEmpty(text);
    }

    private static ProblemHttpResult NoInstant() => TypedResults.Problem("known 应当是一个时刻，写作 2023-05-01T08:00:00+08:00。", statusCode: StatusCodes.Status400BadRequest);

    private static async Task<IResult> ClaimsAsync(int? page, string? cursor, ClaimDesk desk, HttpContext http)
    {
        if (Claims.Read<ClaimPlace>(page, cursor).IsRefused(out var refusal, out var start)) return ListCursor.Problem(refusal);
        var found = await desk.FindAsync(decided: false, effect: null, start, http.RequestAborted);
        return LibraryEndpoints.Send(new ClaimList(
            [.. found.Claims.Select(c => new ClaimItem(c.Seen.ToString(), c.State.ToString(), c.Cause, c.TargetWords, c.Target, c.Instruction, c.Why, c.Confidence, c.DecidedAt, c.Reason))], found.Total, found.Page, found.Pages, Claims.Write(found.Behind)), http);
    }

    private static async Task<Results<Ok<DecisionAnswer>, ProblemHttpResult>> DecideAsync(DecisionInput input, DecideClaims decide, ActorSource actors, HttpContext http)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var seen = (input.Seen ?? []).Select(Seen.Parse).ToList();
        if (seen.Contains(null) || !Enum.TryParse<ClaimState>(input.Verdict, ignoreCase: true, out var verdict) || !Enum.IsDefined(verdict) || verdict is ClaimState.Standing)
            return TypedResults.Problem("seen 应是列表里给出的值，verdict 应是 confirmed、rejected 或 open。", statusCode: StatusCodes.Status400BadRequest);
        var correction = input is { On: null, Until: null, Target: null, Reason: null } ? null : new ClaimCorrection(input.On, input.Until, input.Target, input.Reason);
        var result = await decide.HandleAsync([.. seen.OfType<Seen>()], verdict, correction, actor, http.RequestAborted);
        return result.IsRefused(out var refusal, out var count)
            ? Refused.Problem(refusal)
            : TypedResults.Ok(new DecisionAnswer(count));
    }

    /// <summary>Keeps the day that a reader chose, or lets it go, and returns to the page it was chosen on. It changes nothing but the reader's own cookie.</summary>
    private static Results<RedirectHttpResult, StatusCodeHttpResult> Choose(string? day, string? @return, HttpContext http)
    {
        var chosen = AsOf.ReadTyped(day);
        if (chosen is null && !string.IsNullOrWhiteSpace(day)) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (chosen is { } known)
            http.Response.Cookies.Append(AsOf.Cookie, new AsOf(known, true).Text, new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true });
        else http.Response.Cookies.Delete(AsOf.Cookie);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(LocalAddress.OrHome(AsOf.WithoutDay(@return)));
    }
}
