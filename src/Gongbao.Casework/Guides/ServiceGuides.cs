using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Platform.City;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework.Guides;

/// <summary>The guides of the running city.</summary>
internal static class ServiceGuides
{
    /// <summary>Every procedure that is declared, by its name.</summary>
    public static IReadOnlyList<CaseDeclaration> All(IServiceProvider services) =>
        services.GetService<CityDeclarations>() is { } city && services.GetRequiredService<ICaseDeclarations>() is var declared
            ? [.. city.Section(CaseReader.Section).Entries.Select(e => declared.Current(e.Key)).OfType<CaseDeclaration>().OrderBy(p => p.Title, StringComparer.Ordinal)] : [];

    /// <summary>One guide; null where no such procedure is declared.</summary>
    public static ServiceGuide? Find(IServiceProvider services, string id) =>
        services.GetService<CityDeclarations>() is { } city && services.GetRequiredService<ICaseDeclarations>().Current(id) is { } procedure ? ServiceGuide.Of(procedure, city.Directory) : null;
}
