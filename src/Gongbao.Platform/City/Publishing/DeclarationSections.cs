using Gongbao.Platform.City.Publishing.Storage;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.City.Publishing;

/// <summary>Every section a program knows: those below the rooms and the rooms' own.</summary>
/// <param name="All">By name, each once.</param>
internal sealed record DeclarationSections(IReadOnlyList<SectionShape> All);

/// <summary>Registers the publishing of declarations.</summary>
public static class PublishingSetup
{
    /// <summary>Call after <see cref="StoreRegistration.AddStore"/>.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="sections">Sections of rooms, besides <see cref="CityDeclarations.KnownSections"/>.</param>
    public static IServiceCollection AddPublishedDeclarations(this IServiceCollection services, IReadOnlyList<SectionShape> sections) => services
        .AddRoomDb<DeclarationsDb, SqliteDeclarationsDb, PostgresDeclarationsDb>()
        .AddSingleton(new DeclarationSections([.. CityDeclarations.KnownSections, .. sections]))
        .AddScoped<PublishCity>()
        .AddScoped(s => new PublishedCity(s.GetRequiredService<DeclarationsDb>(), s.GetRequiredService<DeclarationSections>()));
}
