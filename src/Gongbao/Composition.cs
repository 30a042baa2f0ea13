using System.CommandLine;
using Gongbao.Casework;
using Gongbao.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Ledger;
using Gongbao.Notices;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;

namespace Gongbao;

/// <summary>What a program of Gongbao is made of: the city, the store, access and the rooms, listed by hand.</summary>
internal static class Composition
{
    /// <summary>Everything that commands and pages alike stand on.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="store">Where the state stands.</param>
    /// <param name="files">What can be published; what runs is what was.</param>
    /// <param name="isDemo">True in <c>demo</c>, where made-up people sign in without a password.</param>
    public static void Add(IServiceCollection services, StoreOptions store, CityFiles files, bool isDemo = false)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => new CityClock(s.GetRequiredService<TimeProvider>()));
        services.AddStore(store);
        services.AddPublishedDeclarations(CaseworkRoom.Sections).AddRunningCity(files);
        services.AddStoreUpkeep();
        services.AddAccess(new AccessOptions { DataFolder = store.DataFolder, IsDemo = isDemo });
        GazetteRoom.AddServices(services);
        LedgerRoom.AddServices(services);
        NoticesRoom.AddServices(services);
        CaseworkRoom.AddServices(services);
    }

    /// <summary>Services for a command that does not serve pages.</summary>
    public static ServiceProvider Open(ParseResult options)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        Add(services, Store(options), Files(options));
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

    /// <summary>The files of the city that the options name; where they name none, of the one that is guessed.</summary>
    public static CityFiles Files(ParseResult options, string? guess = null)
    {
        var isChosen = ProgramOptions.IsCityChosen(options);
        return new(CityFolder.Find() ?? "city", isChosen || guess is null ? options.GetValue(ProgramOptions.City)! : guess, isChosen || guess is not null, CaseworkRoom.Sections);
    }

    /// <summary>What a city's files declare, for commands without a database.</summary>
    /// <exception cref="InvalidDeclarationsException">They have mistakes.</exception>
    public static CityDeclarations City(string name) => CityDeclarations.Load(CityFolder.Find() ?? "city", name, CaseworkRoom.Sections).Required();
}
