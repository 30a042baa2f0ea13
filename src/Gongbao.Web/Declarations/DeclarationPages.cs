using Gongbao.Platform.City.Publishing;
using Gongbao.Web.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Declarations;

/// <summary>The page on which the city's declarations are published. A host that runs on published declarations adds it.</summary>
public static class DeclarationPages
{
    internal const string Path = "/declarations";

    public static IServiceCollection AddDeclarationPages(this IServiceCollection services) =>
        services.AddSingleton(new NavigationItem("声明发布", Path, 910, PublishCity.Verb, Elder: false));
}
