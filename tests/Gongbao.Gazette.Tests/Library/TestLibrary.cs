using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Search.Query;
using Gongbao.Gazette.Search.Saved;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>The room on a fresh database of either kind.</summary>
internal sealed class TestLibrary : IAsyncDisposable
{
    private readonly TestPostgres? _postgres;
    private readonly string _folder;
    private readonly ServiceProvider _services;

    private TestLibrary(TestPostgres? postgres, string folder, ServiceProvider services) => (_postgres, _folder, _services) = (postgres, folder, services);

    public static Actor Reviewer { get; } = new(Guid.CreateVersion7(), ActorKind.Account, "审读员", []);

    /// <summary>What the city declares from now on; null for what it declared at first.</summary>
    public CityDeclarations? City { get; set; }

    public IServiceProvider Services => _services;

    /// <summary>What other rooms hear from this one.</summary>
    public ToldRooms Told { get; } = new();

    public Writer Writer => _services.GetRequiredService<Writer>();

    /// <summary>Legal time of the library.</summary>
    public CityClock Clock => Get<CityClock>();

    /// <summary>A use case, or anything else that outlives a request.</summary>
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <param name="provider">Which database.</param>
    /// <param name="city">What the city declares; null for a library without declarations.</param>
    public static async Task<TestLibrary> CreateAsync(StoreProvider provider, CityDeclarations? city = null)
    {
        var postgres = provider is StoreProvider.Postgres ? await TestPostgres.CreateAsync() : null;
        var folder = Directory.CreateTempSubdirectory("gongbao-library-").FullName;
        TestLibrary? library = null;
        var services = new ServiceCollection();
        services.AddStore(new StoreOptions { Provider = provider, DataFolder = folder, ConnectionString = postgres?.ConnectionString });
        GazetteRoom.AddServices(services);
        if (city is not null) services.AddTransient(_ => library!.City ?? city);
        services.AddTransient<IReceive<DocumentPublished>>(_ => library!.Told).AddTransient<IReceive<DocumentChanged>>(_ => library!.Told).AddTransient<IReceive<DocumentCorrected>>(_ => library!.Told);
        library = new TestLibrary(postgres, folder, services.BuildServiceProvider());
        await library._services.GetRequiredService<StoreStart>().ReadyAsync(CancellationToken.None);
        return library;
    }

    public async Task<ImportOutcome> ImportAsync(GazetteReading reading) =>
        Done(await _services.GetRequiredService<ImportIssue>().HandleAsync(reading, ActorId.System("test"), CancellationToken.None));

    public Task<ImportOutcome> ImportAsync(string text) => ImportAsync(Issues.Read(text).Sure());

    public Task<BatchTotals> BringAsync(IReadOnlyList<BroughtFile> files, bool failedOnly, Action<BroughtFile, FileOutcome> told, CancellationToken stop, bool isFinal = false) =>
        _services.GetRequiredService<BringFiles>().HandleAsync(files, ReaderContext.Empty, failedOnly, isFinal, ActorId.System("test"), told, stop);

    public async Task<T> AskAsync<T>(Func<IGazetteLibrary, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IGazetteLibrary>());
    }

    /// <summary>Asks something that lives as long as a request.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<T> ReadAsync<T>(Func<GazetteDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<GazetteDb>());
    }

    public async Task<ReviewPage> DeskAsync(ReviewFilter? filter = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReviewDesk>().FindAsync(filter ?? new(), CancellationToken.None);
    }

    public Task<Result<int>> DecideAsync(ReadingState verdict, string? correction, params IReadOnlyList<Seen> seen) =>
        _services.GetRequiredService<DecideReadings>().HandleAsync(seen, verdict, correction, Reviewer, CancellationToken.None);

    /// <summary>The claims about validity that wait, or that were decided.</summary>
    public async Task<ClaimPage> ClaimsAsync(bool decided = false)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClaimDesk>().FindAsync(decided, null, 1, CancellationToken.None);
    }

    public Task<Result<int>> DecideAsync(ClaimState verdict, ClaimCorrection? correction, params IReadOnlyList<Seen> seen) =>
        _services.GetRequiredService<DecideClaims>().HandleAsync(seen, verdict, correction, Reviewer, CancellationToken.None);

    /// <summary>A document as of a day.</summary>
    public Task<DocumentView?> DocumentAsync(string slug, DateOnly on) => AskAsync(l => l.DocumentAsync(slug, on, CancellationToken.None));

    /// <summary>Validity as it was known at an instant.</summary>
    public async Task<ValidityView?> ValidityAsync(string slug, DateTimeOffset? knownAt = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ValidityLibrary>().OfAsync(slug, knownAt, CancellationToken.None);
    }

    /// <summary>The whole library's validity on a day, as it is known or was known at an instant.</summary>
    public async Task<ValidityOverviewView> OverviewAsync(DateOnly day, DateTimeOffset? knownAt = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var overview = new ValidityOverview(scope.ServiceProvider.GetRequiredService<GazetteDb>(), new(day, true), scope.ServiceProvider.GetRequiredService<CountedStates>());
        return knownAt is { } instant ? await overview.ReadAsync(instant, CancellationToken.None) : await overview.ReadAsync(CancellationToken.None);
    }

    public Task<DocumentView?> DocumentAsync(string slug) => AskAsync(l => l.DocumentAsync(slug, CancellationToken.None));

    public Task<SearchView> SearchAsync(string query, int page = 1) => AskAsync(l => l.SearchAsync(SearchRequest.Of(query, page), CancellationToken.None));

    public async Task<T> SavedAsync<T>(Func<SavedSearches, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<SavedSearches>());
    }

    public async Task<IReadOnlyList<SearchSuggestion>> OfferAsync(string typed)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TypeAhead>().OfferAsync(typed, CancellationToken.None);
    }

    public Task<Result<int>> RebuildAsync(Action<int, int> told, CancellationToken stop) => new IndexRebuild(Writer) { DocumentsAtOnce = 2 }.RunAsync(ActorId.System("test"), told, stop);

    public Task<string?> MovedToAsync(string document, string clause) => AskAsync(l => l.MovedToAsync(document, clause, CancellationToken.None));

    /// <summary>Slug of the document of a number.</summary>
    public Task<string> SlugAsync(string number) => ReadAsync(db => db.Documents.Where(d => d.Number == number).Select(d => d.Slug).SingleAsync());

    /// <summary>Address of the place that each citation of the document of a number leads to; null where it leads to none.</summary>
    public Task<List<string?>> CitedPlacesAsync(string number) => ReadAsync(db => db.Citations.Where(c => db.Documents.Any(d => d.Id == c.FromDocumentId && d.Number == number)).OrderBy(c => c.Ordinal)
        .Select(c => c.ToPlace ?? db.Clauses.Where(k => k.Id == c.ToClauseId).Select(k => k.Slug).FirstOrDefault()).ToListAsync());

    /// <summary>Present address by clause id.</summary>
    public async Task<Dictionary<Guid, string>> ClausesAsync(string number) =>
        await ReadAsync(db => db.Clauses.Where(c => !c.IsGone && db.Documents.Any(d => d.Id == c.DocumentId && d.Number == number)).ToDictionaryAsync(c => c.Id, c => c.Slug));

    public Task<List<StoredReading>> ReadingsAsync() => ReadAsync(db => db.Readings.OrderBy(r => r.Line).ThenBy(r => r.Id).ToListAsync());

    /// <summary>The journal, one line an entry: actor, verb, subject, clause, outcome, reason.</summary>
    public Task<List<string>> JournalAsync() => ReadAsync(db => db.Database.SqlQuery<string>(
        $"select actor || ' ' || verb || ' ' || subject || ' ' || coalesce(clause, '-') || ' ' || outcome || ' ' || coalesce(reason, '-') as \"Value\" from store_journal_entry order by number").ToListAsync());

    public static T Done<T>(Result<T> result)
    {
        Assert.Empty(result.Refusals);
        result.IsRefused(out _, out var value);
        return value!;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Tests that run on a fresh library, once on each database.</summary>
public abstract class LibraryTests(StoreProvider provider) : IAsyncLifetime
{
    internal TestLibrary Library { get; private set; } = null!;

    /// <summary>The city that the library is of; null for none.</summary>
    protected virtual CityDeclarations? DeclaredCity => null;

    public virtual async ValueTask InitializeAsync() => Library = await TestLibrary.CreateAsync(provider, DeclaredCity);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Library is not null) await Library.DisposeAsync();
    }
}
