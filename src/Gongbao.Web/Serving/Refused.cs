using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web.Formats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongbao.Web.Serving;

/// <summary>How a program is told that something is refused: a problem (RFC 9457) whose type is the refusal's code and whose detail its sentence.</summary>
public static class Refused
{
    /// <summary>One refusal; 409 where nothing else is said.</summary>
    public static ProblemHttpResult Problem(Refusal refusal, int status = StatusCodes.Status409Conflict) => TypedResults.Problem(refusal.Reason, statusCode: status, type: $"urn:gongbao:refusal:{refusal.Code}");

    /// <summary>What the codes of refusals end with that are for want of a right, not for what was asked.</summary>
    private static readonly string[] Forbidding = [".not-allowed", ".not-your-unit"];

    /// <summary>Has whoever asks do something, and answers what came of it: 401 where nobody is signed in, 403 where no role of theirs gives it, 409 with every reason where it is refused otherwise.</summary>
    /// <param name="actors">Tells who asks.</param>
    /// <param name="http">The request.</param>
    /// <param name="act">Does it.</param>
    /// <param name="answer">What is answered when it is done.</param>
    public static async Task<IResult> ActAsync<T>(ActorSource actors, HttpContext http, Func<Actor, Task<Result<T>>> act, Func<T, object> answer)
    {
        if (await actors.FindAsync(http, http.RequestAborted) is not { } actor) return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        var result = await act(actor);
        return result.IsRefused(out var refusal, out var value)
            ? Problem(
                refusal with { Reason = string.Join(' ', result.Refusals.Select(r => r.Reason)) },
                Forbidding.Any(f => refusal.Code.EndsWith(f, StringComparison.Ordinal)) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict)
            : TypedResults.Json(answer(value), JsonFormat.Options);
    }
}
