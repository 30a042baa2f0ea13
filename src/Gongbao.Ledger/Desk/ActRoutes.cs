using Gongbao.Kernel.Results;
using Gongbao.Ledger.Letters;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Desk;

/// <summary>An act that a program asks for.</summary>
/// <param name="Use">The use case that the page calls too.</param>
/// <param name="Input">What was sent.</param>
/// <param name="By">Who asks.</param>
/// <param name="Http">The request.</param>
internal sealed record AskedAct<TUse, TInput>(TUse Use, TInput Input, Actor By, HttpContext Http)
{
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>A part of the address; empty where the address has none of this name.</summary>
    public string Route(string name) => Http.Request.RouteValues[name] as string ?? "";
}

/// <summary>How an act of the ledger is put under an address: the same for all, one line each.</summary>
internal static class ActRoutes
{
    /// <param name="routes">The routes.</param>
    /// <param name="address">Where it is sent to.</param>
    /// <param name="name">Its name in the description.</param>
    /// <param name="summary">What it does, in Chinese.</param>
    /// <param name="verb">What it takes; null where the use case itself asks, of whoever is signed in.</param>
    /// <param name="act">Does it.</param>
    /// <param name="answer">What is answered when it is done.</param>
    /// <param name="tag">Under what it stands in the description.</param>
    public static RouteHandlerBuilder MapAct<TUse, TInput, TDone, TAnswer>(
        this IEndpointRouteBuilder routes, string address, string name, string summary, string? verb, Func<AskedAct<TUse, TInput>, Task<Result<TDone>>> act, Func<TDone, TAnswer> answer, string tag = "任务台账") where TAnswer : class
    {
        var route = routes.MapPost(address, ([FromBody] TInput input, [FromServices] TUse use, [FromServices] ActorSource actors, HttpContext http) => Refused.ActAsync(
            actors, http, by => verb is LedgerRules.ManageVerb or LetterRules.SignVerb && Beyond(by) is { } no ? Task.FromResult<Result<TDone>>(no) : act(new(use, input, by, http)), answer));
        return (verb is null ? route.RequireSignedIn() : route.RequireVerb(verb)).WithTags(tag).WithName(name).WithSummary(summary)
            .Produces<TAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>Why a token that holds within one unit does not do what concerns the city's units; null where it holds in the whole city.</summary>
    public static Refusal? Beyond(Actor by) =>
        by.Within.Covers(default, by.Superiors) ? null : new("ledger.not-your-unit", "这个令牌只在一个单位内有效，不能办理涉及全市单位的事；请用全市范围的令牌。");
}
