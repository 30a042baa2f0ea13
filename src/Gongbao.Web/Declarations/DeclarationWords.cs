using Gongbao.Platform.City.Publishing;

namespace Gongbao.Web.Declarations;

internal static class DeclarationWords
{
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "新增",
        ChangeKind.Changed => "改动",
        ChangeKind.Removed => "删除",
    };

    public static string By(PublishedVersion version, IReadOnlyDictionary<string, string> names)
    {
        var by = names.GetValueOrDefault(version.By, version.By);
        if (version.SystemUser is { } user) by += $"（操作系统用户 {user}）";
        return version.OnBehalfOf is { } person ? $"{by}，代 {names.GetValueOrDefault(person, person)}" : by;
    }
}
