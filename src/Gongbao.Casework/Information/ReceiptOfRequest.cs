using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Information;

/// <summary>What is known of how a request arrived; unknown is null, never a guess.</summary>
/// <param name="SubmittedOn">Day on which it was handed in or sent.</param>
/// <param name="SignedForOn">Day on which the authority signed for it.</param>
/// <param name="ConfirmedOn">Day on which it was confirmed with the applicant.</param>
internal sealed record RequestArrival(DateOnly? SubmittedOn, DateOnly? SignedForOn, DateOnly? ConfirmedOn);

/// <summary>The day of receipt (收到申请之日), from which every limit of the request runs: the day itself is not counted. Which day that is, the channel declares.</summary>
/// <source>《政府信息公开条例》第三十一条</source>
internal static class ReceiptOfRequest
{
    /// <summary>The day, by the rule of the channel.</summary>
    /// <returns>Refused where the day that counts is not known: <c>information.no-receipt-day</c>; or lies before the day of sending: <c>information.receipt-before-sending</c>.</returns>
    public static Result<DateOnly> Of(CaseChannel channel, RequestArrival arrival)
    {
        var day = channel.Received switch
        {
            ReceiptRule.Submitted => arrival.SubmittedOn,
            ReceiptRule.SignedFor => arrival.SignedForOn,
            ReceiptRule.Confirmed => arrival.ConfirmedOn,
        };
        if (day is not { } received) return new Refusal("information.no-receipt-day", $"还没有填写这一天：{SayOf(channel)}。", channel.Source);
        return received < arrival.SubmittedOn ? new Refusal("information.receipt-before-sending", "收到申请之日不能早于提交的日期，请核对。", channel.Source) : received;
    }

    /// <summary>The rule of a channel, as a Chinese clause.</summary>
    public static string SayOf(CaseChannel channel) => $"{channel.Name}：以{channel.Received switch
    {
        ReceiptRule.Submitted => "提交之日",
        ReceiptRule.SignedFor => "签收之日",
        ReceiptRule.Confirmed => "双方确认之日",
    }}为收到申请之日";
}
