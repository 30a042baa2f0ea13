using System.Globalization;
using System.Text.Json.Serialization;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Gazette.Basis;

/// <summary>The check for programs, for everybody: may this clause be cited as a basis on this day?</summary>
internal static class BasisEndpoints
{
    /// <summary>The answer: what may be cited, or why it may not.</summary>
    internal sealed record BasisAnswer(string Clause, DateOnly On, bool IsBasis, [property: JsonPropertyName("full_title")] string? Title, string? Number, string? Place, string? State, string? Address, string? Refusal, string? Reason, string? Source);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/api/gazette").WithTags("依据").AllowPublic()
        .MapGet("/basis", FindAsync).WithName("CheckBasis").WithSummary("一处条款在某一天能不能作为依据；不能的，说明理由").Produces<BasisAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> FindAsync(string? clause, string? on, ILegalBasis basis, CityClock clock, HttpContext http)
    {
        if (BasisWords.Read(clause, on, clock.Today).IsRefused(out var wrong, out var asked)) return Refused.Problem(wrong, StatusCodes.Status400BadRequest);
        var result = await basis.FindAsync(asked.Clause, asked.On, http.RequestAborted);
        return Tagged.Json(http, result.IsRefused(out var refusal, out var found)
            ? new BasisAnswer(asked.Clause.ToString(), asked.On, false, null, null, null, null, null, refusal.Code, refusal.Reason, refusal.Source)
            : new BasisAnswer(asked.Clause.ToString(), asked.On, true, found.Title, found.Number, found.Place, BasisWords.Code(found.State), found.Address, null, null, null));
    }
}

/// <summary>How a question is read and an answer said; page, interface and command alike.</summary>
internal static class BasisWords
{
    private const int LongestClause = 800;

    /// <summary>Refusals: <c>basis.no-clause</c>, <c>basis.no-day</c>.</summary>
    /// <param name="clause">As typed.</param>
    /// <param name="on">As typed; blank for today.</param>
    /// <param name="today">The legal day.</param>
    public static Result<(ClauseRef Clause, DateOnly On)> Read(string? clause, string? on, DateOnly today)
    {
        if (clause is not { Length: <= LongestClause } || !ClauseRef.TryParse(clause.Trim(), out var known))
            return new Refusal("basis.no-clause", $"“{Short(clause)}”不是条款；请写成“清府办发〔2023〕5号#三（十）”的样子，整份文件只写发文字号或者《标题》。");
        return ReadDay(on, today).IsRefused(out var refusal, out var day) ? refusal : (known, day);
    }

    /// <summary>Refusal: <c>basis.no-day</c>.</summary>
    /// <param name="on">As typed; blank for today.</param>
    /// <param name="today">The legal day.</param>
    public static Result<DateOnly> ReadDay(string? on, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(on)) return today;
        return DateOnly.TryParseExact(on.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : new Refusal("basis.no-day", $"“{Short(on)}”不是日期；请写成 2023-05-01 的样子。");
    }

    public static string Of(BasisState state) => ValidityWords.Of(StateOf(state));

    public static string Code(BasisState state) => ValidityWords.Code(StateOf(state));

    private static ValidityState StateOf(BasisState state) => state switch
    {
        BasisState.InForce => ValidityState.InForce,
        BasisState.Amended => ValidityState.Amended,
        BasisState.PartlyInvalid => ValidityState.PartlyInvalid,
    };

    private static string? Short(string? text) => text is { Length: > 40 } ? text[..40] + "……" : text;
}
