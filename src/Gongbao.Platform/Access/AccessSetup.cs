using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongbao.Platform.Access;

/// <summary>Registers access: rules, accounts, API tokens, sealing.</summary>
public static class AccessSetup
{
    /// <summary>What the city declares about access.</summary>
    /// <exception cref="InvalidDataException">The city declares no rules of access, or no role of administrator.</exception>
    public static AccessDeclarations Declared(CityDeclarations city) => AccessSections.Read(city);

    /// <summary>
    /// Registers all of access; call after <see cref="StoreRegistration.AddStore"/>. What is declared about access is that of the
    /// <see cref="CityDeclarations"/> among the services, as they are when something is asked for.
    /// </summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddSingleton(new InForce<AccessDeclarations>(AccessSections.Read));
        services.TryAddTransient(s => s.GetRequiredService<InForce<AccessDeclarations>>().Of(s.GetRequiredService<CityDeclarations>()));
        services.AddRoomDb<AccessDb, SqliteAccessDb, PostgresAccessDb>();
        services.AddHostedService<AccessStart>();
        return services.AddAccessRules().AddSessions(options).AddAccounts().AddSealing(options);
    }

    /// <summary>Sealing alone, for commands that have nobody sign in.</summary>
    private static IServiceCollection AddSealing(this IServiceCollection services, AccessOptions options) => services
        .AddSingleton(s => new CityKeys(options.DataFolder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new BlindIndex(s.GetRequiredService<CityKeys>()))
        .AddScoped(s => new Sealer(s.GetRequiredService<CityKeys>(), s.GetRequiredService<AccessDb>()))
        .AddScoped(s => new Reveal(s.GetRequiredService<Writer>(), s.GetRequiredService<Sealer>(), s.GetRequiredService<StoredFiles>(), s.GetRequiredService<AccessDeclarations>()))
        .AddScoped(s => new SealedAddresses(s.GetRequiredService<Sealer>()))
        .AddScoped(s => new SealedFacts(s.GetRequiredService<Sealer>()))
        .AddSingleton(s => new NewDataKeys(s.GetRequiredService<CityKeys>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped(s => new Erasure(s.GetRequiredService<Writer>()))
        .AddSingleton<KeyRotation>()
        .AddSingleton<RotationRun>()
        .AddHostedService(s => s.GetRequiredService<RotationRun>())
        .AddScoped(s => new KeyDesk(s.GetRequiredService<CityKeys>(), s.GetRequiredService<KeyRotation>(), s.GetRequiredService<RotationRun>(), s.GetRequiredService<Writer>()));

    /// <summary>
    /// Where there is no administrator yet, makes the one-time link behind which the first one is made; a program that serves prints it at start.
    /// </summary>
    /// <returns>The link's path on this site; null where there is an administrator, and in the demo.</returns>
    public static async Task<string?> FirstLinkAsync(IServiceProvider services, CancellationToken stop)
    {
        if (services.GetRequiredService<AccessOptions>().IsDemo) return null;
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Links>().MakeFirstAsync(stop);
    }

    /// <summary>
    /// Reads the city's keys, or makes them where nothing is sealed yet. A hosted program does it at start and does not start when refused; a
    /// command calls it after the store is ready.
    /// </summary>
    /// <returns>True when the key file was made now. Refused, and then nothing may be served: <c>access.keys-missing</c>, <c>access.keys-unusable</c>.</returns>
    public static async Task<Result<bool>> StartKeysAsync(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<CityKeys>().Start(await services.GetRequiredService<KeyRotation>().InUseAsync(stop));
}
