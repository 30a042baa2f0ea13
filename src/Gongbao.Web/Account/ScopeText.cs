using Gongbao.Platform.Access;

namespace Gongbao.Web.Account;

internal static class ScopeText
{
    public static string Of(AccessScope scope) => scope.Kind switch
    {
        ScopeKind.City => "全市",
        ScopeKind.Unit => "单位 " + scope.Id,
        ScopeKind.Region => "地区 " + scope.Id,
        ScopeKind.Post => "岗位 " + scope.Id,
    };
}
