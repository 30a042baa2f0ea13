using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Information;

/// <summary>One bracket of a fee (收费分段): what each piece of it costs.</summary>
/// <param name="UpTo">The last piece of the bracket; null for all that follow.</param>
/// <param name="Price">Yuan a piece; 0 where it is free.</param>
internal sealed record FeeBracket(int? UpTo, decimal Price);

/// <summary>What is charged by number (收费标准): brackets that add up (超额累进), and beyond them brackets of equal size whose price rises by the same amount.</summary>
/// <param name="Brackets">In ascending order.</param>
/// <param name="Every">So many pieces in each bracket beyond them; 0 where the last bracket has no end.</param>
/// <param name="Rise">So much dearer than the one before is a piece in each of those, yuan.</param>
internal sealed record FeeScale(IReadOnlyList<FeeBracket> Brackets, int Every, decimal Rise)
{
    /// <summary>What so many pieces cost, yuan.</summary>
    public decimal Of(int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pieces);
        var (sum, charged, price) = (0m, 0, 0m);
        foreach (var bracket in Brackets)
        {
            var here = Math.Min(pieces, bracket.UpTo ?? pieces) - charged;
            if (here <= 0) return sum;
            (sum, charged, price) = (sum + here * bracket.Price, charged + here, bracket.Price);
        }
        while (charged < pieces)
        {
            price += Rise;
            var here = Math.Min(Every, pieces - charged);
            (sum, charged) = (sum + here * price, charged + here);
        }
        return sum;
    }
}

/// <summary>
/// The fee for more information than is usual (信息处理费): by requests of one applicant in a calendar month, or by pages of one request; never both for the same request.
/// Search, copies and postage are free.
/// </summary>
/// <param name="ByRequest">按件.</param>
/// <param name="ByPage">按量, A4 pages printed on one side.</param>
/// <param name="Source">《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）.</param>
internal sealed record ProcessingFee(FeeScale ByRequest, FeeScale ByPage, string Source)
{
    /// <summary>What a request costs by the number of requests that its applicant has made in the month.</summary>
    /// <param name="before">Requests of the month before this one.</param>
    /// <param name="parts">As how many requests this one counts: what it asks for can be parted (一事一申请).</param>
    public decimal OfRequest(int before, int parts) => ByRequest.Of(before + parts) - ByRequest.Of(before);

    /// <summary>What a request costs by its pages.</summary>
    /// <returns>Refused where nothing is handed out: <c>information.nothing-to-charge</c>.</returns>
    public Result<decimal> OfPages(int pages, bool isHandedOut) =>
        isHandedOut ? ByPage.Of(pages) : new Refusal("information.nothing-to-charge", "申请人只是查阅、抄录，或者只被告知获取途径的，不能按量收费。", Source);
}
