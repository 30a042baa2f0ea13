using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Errors;

/// <summary>What a program is told when a request fails before an endpoint has words of its own: what is wrong, and the mend.</summary>
internal static class ApiErrors
{
    /// <summary>What is wrong with a body that cannot be read: the member, as it is written there.</summary>
    public static string DetailOf(JsonException wrong) => wrong.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } member
        ? $"正文里的 {member} 写得不对；请对照接口说明改正后再发（日期写成 2023-06-30 的样子，编号照答复里的原样）。" : "正文不是完整的 JSON；请对照接口说明改正后再发。";

    public static string DetailOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求里有一个参数或者正文写得不对（数字、日期或格式）；请对照接口说明改正后再发。",
        StatusCodes.Status401Unauthorized => "这个接口要凭令牌使用；请在 Authorization 里带上“账户—接口令牌”页领取的令牌。",
        StatusCodes.Status403Forbidden => "令牌的账号没有办理这件事的角色；工作需要的，请联系本单位的管理员开通。",
        StatusCodes.Status404NotFound => "没有这一项；请检查地址，或者先用搜索接口查出文件的地址。",
        StatusCodes.Status405MethodNotAllowed => "这个地址不接受这种方法；请对照接口说明。",
        StatusCodes.Status413PayloadTooLarge => "提交的内容超过了一次能接收的大小；请分开提交。",
        StatusCodes.Status415UnsupportedMediaType => "正文的类型不对；请用接口说明里写的类型，一般是 application/json。",
        StatusCodes.Status429TooManyRequests => "短时间内的请求太多；请按 Retry-After 写明的秒数等待后再发。",
        StatusCodes.Status503ServiceUnavailable => "本站正忙或者正在维护，没有办理；请过几分钟再发。",
        < 500 => "请求没有办成；请对照接口说明检查后再发。",
        _ => "本站出了故障，没有完成的操作不会保存；请稍后再发，仍然这样的，请把 trace_id 告诉管理员。",
    };
}
