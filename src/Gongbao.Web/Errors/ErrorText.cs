using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Errors;

/// <summary>What a person is told when a page cannot be given: what happened, and what to do.</summary>
internal sealed record ErrorText(int Status, string Heading, string Cause, string Mend)
{
    public static ErrorText Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "没有看懂这个请求", "提交的内容不完整，或者页面打开得太久，已经过期。", "请返回上一页，刷新后再提交一次；您填写的内容没有保存。"),
        StatusCodes.Status401Unauthorized => new(status, "请先登录", "这一页要登录后才能看。", "请登录后再打开。"),
        StatusCodes.Status403Forbidden => new(status, "您没有看这一页的权限", "您的账号没有办理这件事的角色。", "如果工作需要，请联系本单位的管理员开通；也可以换一个账号登录。"),
        StatusCodes.Status404NotFound => new(status, "没有找到这一页", "地址可能有误，或者文件已经改了地址。", "请检查地址，或者用上面的搜索框按标题、文号查找。"),
        StatusCodes.Status405MethodNotAllowed => new(status, "这一页不能这样提交", "这个地址不接受这种操作。", "请返回上一页，用页面上的按钮操作。"),
        StatusCodes.Status413PayloadTooLarge => new(status, "提交的内容太大", "文件或文字超过了一次能接收的大小。", "请分开提交，或者压缩图片后再试。"),
        StatusCodes.Status429TooManyRequests => new(status, "操作太频繁", "短时间内的请求太多，本站暂停了应答。", "请过一分钟再试。"),
        StatusCodes.Status503ServiceUnavailable => new(status, "本站正忙或正在维护", "暂时不能办理，您的内容没有保存。", "请过几分钟再试。"),
        >= 400 and < 500 => new(status, "这个请求没有办成", "请求不符合要求。", "请返回上一页检查后再试。"),
        _ => new(status, "本站出了故障", "这不是您的操作造成的；没有完成的操作不会保存。", "请稍后再试。如果仍然这样，请把下面的编号告诉管理员。"),
    };
}
