using System.CommandLine;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;

namespace Gongbao;

/// <summary>What a program of Gongbao is made of: the city, the store and the rooms, listed by hand.</summary>
internal static class Composition
{
    /// <summary>Everything that commands and pages alike stand on.</summary>
    public static void Add(IServiceCollection services, StoreOptions store, CityDeclarations city)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(city);
        services.AddStore(store);
        services.AddPublishedDeclarations([]);
    }

    /// <summary>Services for a command that does not serve pages.</summary>
    public static ServiceProvider Open(ParseResult options)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        Add(services, Store(options), City(options));
        return services.BuildServiceProvider();
    }

    /// <summary>Where the options say that the state stands.</summary>
    public static StoreOptions Store(ParseResult options) => Store(options.GetValue(ProgramOptions.Data)!, options.GetValue(ProgramOptions.Database));

    public static StoreOptions Store(string dataFolder, string? database) => new()
    {
        Provider = string.IsNullOrWhiteSpace(database) ? StoreProvider.Sqlite : StoreProvider.Postgres,
        DataFolder = Path.GetFullPath(dataFolder),
        ConnectionString = string.IsNullOrWhiteSpace(database) ? null : database,
    };

    /// <summary>The declarations of the city that the options name.</summary>
    /// <exception cref="InvalidDeclarationsException">They have mistakes.</exception>
    public static CityDeclarations City(ParseResult options) => City(options.GetValue(ProgramOptions.City)!);

    public static CityDeclarations City(string name) => CityDeclarations.Load(CityFolder.Find() ?? "city", name).Required();
}
