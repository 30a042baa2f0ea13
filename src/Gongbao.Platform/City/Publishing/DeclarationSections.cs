using Gongbao.Kernel.Time;
using Gongbao.Platform.City.Publishing.Storage;
using Gongbao.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        .AddSingleton(new DeclarationSections(SectionShape.Join(CityDeclarations.KnownSections, sections)))
        .AddScoped<PublishCity>()
        .AddScoped(s => new PublishingDesk(
            s.GetRequiredService<DeclarationsDb>(), s.GetRequiredService<PublishCity>(), s.GetRequiredService<CityFiles>(), s.GetRequiredService<DeclarationSections>(), s.GetRequiredService<CityClock>()))
        .AddScoped(s => new PublishedCity(s.GetRequiredService<DeclarationsDb>(), s.GetRequiredService<DeclarationSections>()));

    /// <summary>Runs the program on what is published. Call after <see cref="AddPublishedDeclarations"/>; needs a <see cref="CityClock"/>.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="files">What can be published.</param>
    public static IServiceCollection AddRunningCity(this IServiceCollection services, CityFiles files) => services
        .AddSingleton(files)
        .AddSingleton(s => new RunningCity(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<CityClock>(), files, s.GetRequiredService<DeclarationSections>(), s.GetRequiredService<ILogger<RunningCity>>()))
        .AddTransient(s => s.GetRequiredService<RunningCity>().Now);

    /// <summary>Each request runs on what is in force as it begins. Before authentication, which asks what roles give.</summary>
    public static IApplicationBuilder UseRunningCity(this IApplicationBuilder app)
    {
        var running = app.ApplicationServices.GetRequiredService<RunningCity>();
        return app.Use(async (http, next) =>
        {
            await running.FreshenAsync(http.RequestAborted);
            await next(http);
        });
    }
}
