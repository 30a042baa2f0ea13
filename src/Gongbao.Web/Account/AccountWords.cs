using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Web.Account;

internal static class AccountWords
{
    public static string Of(AccountState state) => state switch
    {
        AccountState.Invited => "待启用",
        AccountState.Open => "正常",
        AccountState.Locked => "已锁定",
        AccountState.Closed => "已停用",
        AccountState.Demo => "演示",
    };
}
