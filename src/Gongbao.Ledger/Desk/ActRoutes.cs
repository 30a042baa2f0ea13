using System.Text;
using System.Text.Json;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Letters;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
    /// <summary>In which a program sends its key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <param name="routes">The routes.</param>
    /// <param name="address">Where it is sent to.</param>
    /// <param name="name">Its name in the description.</param>
    /// <param name="summary">What it does, in Chinese.</param>
    /// <param name="verb">What it takes; null where the use case itself asks, of whoever is signed in.</param>
    /// <param name="act">Does it.</param>
    /// <param name="answer">What is answered when it is done.</param>
    /// <param name="tag">Under what it stands in the description.</param>
    /// <param name="isOneUnit">Whether all of it is one unit of work, so that a repeat under the same key can be given the first answer.</param>
    public static RouteHandlerBuilder MapAct<TUse, TInput, TDone, TAnswer>(
        this IEndpointRouteBuilder routes, string address, string name, string summary, string? verb, Func<AskedAct<TUse, TInput>, Task<Result<TDone>>> act, Func<TDone, TAnswer> answer, string tag = "任务台账", bool isOneUnit = true)
        where TAnswer : class
    {
        // The framework takes a body of a type that it learns only here for one that may be missing.
        Task<IResult> Handle(TInput? input, TUse use, string? key, ActorSource actors, HttpContext http) => input is null ? Task.FromResult<IResult>(Empty) : Refused.ActAsync(
            actors, http, by => verb is LedgerRules.ManageVerb or LetterRules.SignVerb && Beyond(by) is { } no ? Task.FromResult<Result<TDone>>(no) : OnceAsync(key, input, http, () => act(new(use, input, by, http))), answer);
        var route = isOneUnit
            ? routes.MapPost(address, ([FromBody] TInput? input, [FromServices] TUse use, [FromHeader(Name = KeyHeader)] string? key, [FromServices] ActorSource actors, HttpContext http) => Handle(input, use, key, actors, http))
            : routes.MapPost(address, ([FromBody] TInput? input, [FromServices] TUse use, [FromServices] ActorSource actors, HttpContext http) => Handle(input, use, null, actors, http));
        return (verb is null ? route.RequireSignedIn() : route.RequireVerb(verb)).WithTags(tag).WithName(name).WithSummary(summary)
            .Produces<TAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static ProblemHttpResult Empty => Refused.Problem(new("ledger.no-body", "请求没有正文；请按接口说明用 JSON 写明要办的事。"), StatusCodes.Status400BadRequest);

    /// <summary>Does it, under the caller's key where there is one.</summary>
    public static async Task<Result<TDone>> OnceAsync<TInput, TDone>(string? key, TInput input, HttpContext http, Func<Task<Result<TDone>>> act)
    {
        if (string.IsNullOrWhiteSpace(key)) return await act();
        if (key.Length > RequestKey.Longest) return new Refusal("ledger.bad-key", $"{KeyHeader} 不能超过 {RequestKey.Longest} 个字符。");
        using (RequestKey.Use(key, [.. Encoding.UTF8.GetBytes(http.Request.Path.Value + "\n"), .. JsonSerializer.SerializeToUtf8Bytes(input, JsonFormat.Options)])) return await act();
    }

    /// <summary>Why a token that holds within one unit does not do what concerns the city's units; null where it holds in the whole city.</summary>
    public static Refusal? Beyond(Actor by) =>
        by.Within.Covers(default, by.Superiors) ? null : new("ledger.not-your-unit", "这个令牌只在一个单位内有效，不能办理涉及全市单位的事；请用全市范围的令牌。");
}
