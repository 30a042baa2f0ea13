using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Access;

internal static class AccessRefusals
{
    public static Refusal NotAllowed { get; } = new("access.not-allowed", "您的角色没有这项权限，或权限范围不包括这里。");

    public static Refusal ChangedMeanwhile { get; } = new("access.changed-meanwhile", "账户刚刚被修改过，请刷新页面后重试。");

    public static Refusal NoSuchAccount { get; } = new("access.no-such-account", "没有这个账户。");

    public static Refusal Closed { get; } = new("access.account-closed", "该账户已停用。");
}
