using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Information;

/// <summary>How an application came (申请渠道).</summary>
internal enum RequestChannel
{
    /// <summary>By hand at a window (当面提交), also spoken and written down by a clerk.</summary>
    Counter,

    /// <summary>Post that somebody signs for (需签收的邮寄).</summary>
    SignedPost,

    /// <summary>Ordinary letters (平常信函等无需签收的邮寄).</summary>
    OrdinaryPost,

    /// <summary>By the net (互联网渠道).</summary>
    Web,

    /// <summary>传真.</summary>
    Fax,
}

/// <summary>What is known of how a request arrived; unknown is null, never a guess.</summary>
/// <param name="SubmittedOn">Day on which it was handed in or sent.</param>
/// <param name="SignedForOn">Day on which the authority signed for it.</param>
/// <param name="ConfirmedOn">Day on which it was confirmed with the applicant.</param>
internal sealed record RequestArrival(DateOnly? SubmittedOn, DateOnly? SignedForOn, DateOnly? ConfirmedOn);

/// <summary>The day of receipt (收到申请之日), from which every limit of the request runs: the day itself is not counted.</summary>
/// <source>《政府信息公开条例》第三十一条</source>
internal static class ReceiptOfRequest
{
    public const string Law = "《中华人民共和国政府信息公开条例》第三十一条";

    /// <summary>The day, by the rule of the channel.</summary>
    /// <returns>Refused where the day that counts is not known: <c>information.no-receipt-day</c>; or lies before the day of sending: <c>information.receipt-before-sending</c>.</returns>
    public static Result<DateOnly> Of(RequestChannel channel, RequestArrival arrival)
    {
        var (day, name) = channel switch
        {
            RequestChannel.Counter => (arrival.SubmittedOn, "提交"),
            RequestChannel.SignedPost => (arrival.SignedForOn, "签收"),
            RequestChannel.OrdinaryPost => (arrival.ConfirmedOn, "与申请人确认"),
            RequestChannel.Web or RequestChannel.Fax => (arrival.ConfirmedOn, "双方确认"),
        };
        if (day is not { } received) return new Refusal("information.no-receipt-day", $"还没有填写{name}的日期；{SayOf(channel)}。", Law);
        return received < arrival.SubmittedOn ? new Refusal("information.receipt-before-sending", $"{name}的日期不能早于提交的日期，请核对。", Law) : received;
    }

    /// <summary>The rule of a channel, as a Chinese clause.</summary>
    public static string SayOf(RequestChannel channel) => channel switch
    {
        RequestChannel.Counter => "当面提交的，以提交之日为收到申请之日",
        RequestChannel.SignedPost => "以需要签收的邮寄方式提交的，以行政机关签收之日为收到申请之日",
        RequestChannel.OrdinaryPost => "以平常信函等无需签收的邮寄方式提交的，行政机关应当在收到当日与申请人确认，以确认之日为收到申请之日",
        RequestChannel.Web => "通过互联网渠道提交的，以双方确认之日为收到申请之日",
        RequestChannel.Fax => "以传真提交的，以双方确认之日为收到申请之日",
    };
}
