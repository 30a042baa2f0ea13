using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Gongbao.Bench.Search;
using Gongbao.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Ledger;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Reports;
using Gongbao.Ledger.Reprojection;
using Gongbao.Notices;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomDb = Gongbao.Ledger.Storage.LedgerDb;

namespace Gongbao.Bench.Ledger;

/// <summary>
/// <c>ledger [shares] [sqlite|postgres] [per cent]</c>: lists over a full ledger, the overview of a programme of 2,000 obligations, and what a change of the work calendar
/// moves, with its watches. Beside it, in the same run, the same index ranges read by plain SQL and the same rows changed by one statement.
/// </summary>
internal static class LedgerBench
{
    private const int Calls = 120;
    private const int WarmUp = 20;

    /// <summary>24 and 25 September are no working days any more.</summary>
    public const string TwoDaysOff = "calendar: { '2025': { holidays: { city-day: { name: 市庆日, from: 2025-09-24, to: 2025-09-25 } } } }";

    private static readonly DateOnly Today = new(2025, 9, 20);

    public static async Task RunAsync(int shares, string? only, int percent)
    {
        foreach (var provider in Enum.GetValues<StoreProvider>())
        {
            if (only is not null && !provider.ToString().Equals(only, StringComparison.OrdinalIgnoreCase)) continue;
            if (provider is StoreProvider.Postgres && StoreBenchDatabase.Server is null) continue;
            await RunAsync(provider, shares, percent);
        }
    }

    private static async Task RunAsync(StoreProvider provider, int shares, int percent)
    {
        var city = new BenchCity { Now = BenchCity.With("{}") };
        IServiceCollection Rooms(IServiceCollection s) => AddRooms(s, city);
        await using var database = await StoreBenchDatabase.CreateAsync(provider, Rooms);
        await AccessSetup.StartKeysAsync(database.Services, default);
        using var link = database.Link();
        var fill = new LedgerBenchFill(city.Now, Today, percent);
        var begun = Stopwatch.GetTimestamp();
        fill.Fill(database.Services, link.Connection, shares);
        Do(link.Connection, "analyze");
        if (provider is StoreProvider.Postgres) await database.ServerAsync("vacuum analyze", inside: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"== {provider}, {shares:N0} open shares, {percent} per cent counted in working days, filled in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s; load {Load()}"));
        Console.WriteLine("ms                             p50      p95      p99     most           bare p50     p95");
        await ListsAsync(database, link.Connection, fill.Unit);
        await PagesAsync(database);
        await LedgerBenchPages.RunAsync(database, Rooms, fill.Unit);
        await ReportBench.RunAsync(database, link.Connection, Today, LedgerRules.Of(city.Now)!);
        city.Now = BenchCity.With(TwoDaysOff);
        await ReprojectAsync(database, link.Connection);
    }

    /// <summary>The rooms that the ledger needs, on a store that is registered already.</summary>
    public static IServiceCollection AddRooms(IServiceCollection s, BenchCity city)
    {
        s.AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new CityClock(TimeProvider.System, Beijing.At(Today, new(10, 0)))).AddSingleton(city).AddTransient(p => p.GetRequiredService<BenchCity>().Now);
        s.AddAccess(new() { DataFolder = ((StoreOptions)s.Single(d => d.ServiceType == typeof(StoreOptions)).ImplementationInstance!).DataFolder });
        GazetteRoom.AddServices(s);
        LedgerRoom.AddServices(s);
        return NoticesRoom.AddServices(s);
    }

    private static async Task ListsAsync(StoreBenchDatabase database, DbConnection bare, string unit)
    {
        const string row = "select * from ledger_assignment";
        const string byDay = "order by next_on, programme_id, position limit 51";
        var late = await DeepAsync<WorkLists>(database, (l, page) => l.LateAsync(page, default));
        var owed = await DeepAsync<WorkLists>(database, (l, page) => l.UnitAsync(unit, page, default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"late {late.Total:N0}, of the unit {owed.Total:N0}"));
        await MeasureAsync<WorkLists>(database, "late", l => l.LateAsync(1, default), bare, $"{row} where next_on < '2025-09-20' {byDay}");
        if (late.Behind is { } place) await MeasureAsync<WorkLists>(database, "late, behind a row", l => l.LateAsync(new(1, place), default), bare, $"{row} where next_on < '2025-09-20' and next_on >= '{Day(place.Day)}' {byDay}");
        await MeasureAsync<WorkLists>(database, "a unit", l => l.UnitAsync(unit, 1, default), bare, $"{row} where unit = '{unit}' order by is_settled, next_on, programme_id, position limit 51");
        await MeasureAsync<WorkLists>(database, "a unit, behind a row", l => l.UnitAsync(unit, new(1, owed.Behind), default), bare,
            $"{row} where unit = '{unit}' and not is_settled and next_on >= '{Day(owed.Behind!.Day)}' order by is_settled, next_on, programme_id, position limit 51");
        await MeasureAsync<WorkLists>(database, "to be verified", l => l.SubmittedAsync(1, default), bare, $"{row} where stage = 'Submitted' order by done_on, programme_id, position limit 51");
        var actor = new Actor(Guid.CreateVersion7(), ActorKind.Account, "bench", [new("liaison", new(ScopeKind.Unit, unit), new HashSet<string> { LedgerRules.ReportVerb })]);
        await MeasureAsync<WorkLists>(database, "my work", l => l.WorkAsync(actor, 1, default), bare, $"{row} where unit = '{unit}' and not is_settled {byDay}");
    }

    private static async Task PagesAsync(StoreBenchDatabase database)
    {
        await MeasureAsync<LedgerDesk>(database, "overview of 2,000", d => d.OverviewAsync(LedgerBenchFill.BigSlug, new(null, null, null), null, 1, default));
        await MeasureAsync<LedgerDesk>(database, "… the last page", d => d.OverviewAsync(LedgerBenchFill.BigSlug, new(null, null, null), null, 20, default));
        await MeasureAsync<LedgerDesk>(database, "… what is late", d => d.OverviewAsync(LedgerBenchFill.BigSlug, new(null, null, null), Gongbao.Ledger.States.AssignmentState.Overdue, 1, default));
        await MeasureAsync<LedgerDesk>(database, "programmes", d => d.ProgrammesAsync(1, default));
        var begun = Stopwatch.GetTimestamp();
        var week = await AskAsync<WeekDesk, WeekOfAll?>(database, d => d.OfAsync(ReportPeriod.Containing(ReportKind.Week, Today), default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the week of all {week!.Programmes.Count:N0} programmes: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s"));
    }

    private static async Task ReprojectAsync(StoreBenchDatabase database, DbConnection bare)
    {
        var two = database.Options.Provider is StoreProvider.Postgres;
        using var beside = two ? new LedgerProgram(database.Options) : null;
        if (beside is not null) await beside.UpAsync();
        var before = await EntriesAsync(database);
        var begun = Stopwatch.GetTimestamp();
        var elsewhere = beside?.WorkAsync() ?? Task.FromResult(false);
        var here = await database.Services.GetRequiredService<Reproject>().HandleAsync(default);
        if (await elsewhere == here is not null) throw new InvalidOperationException("A run is ended by one process.");
        var took = Stopwatch.GetElapsedTime(begun);
        var run = here ?? await AskAsync<RoomDb, StoredReprojection>(database, db => db.Reprojections.OrderByDescending(r => r.Id).FirstAsync());
        var entries = await EntriesAsync(database) - before;
        var (digest, listed) = await AskAsync<RoomDb, (string, int)>(database, async db => (await Reproject.DigestAsync(db, run.Id, default), await db.Moves.CountAsync(m => m.RunId == run.Id)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"re-projection{(two ? " by two processes" : "")}: {run.Moved:N0} moved in {run.Chunks:N0} chunks, {took.TotalSeconds:0.0} s, {run.Moved / took.TotalSeconds:N0} rows/s; {entries} journal entry; list of {listed:N0}, its digest worked out again {(digest == run.Digest ? "is the same" : "DIFFERS")}; load {Load()}"));
        var next = two ? "owed_on + 1" : "date(owed_on, '+1 day')";
        const string moved = "in (select assignment_id from ledger_move)";
        begun = Stopwatch.GetTimestamp();
        var shares = Do(bare, $"update ledger_assignment set owed_on = {next}, next_on = {next} where id {moved}");
        var rows = Stopwatch.GetElapsedTime(begun);
        begun = Stopwatch.GetTimestamp();
        var watches = Do(bare, two
            ? "update notice_watch set due_on = due_on + 1, next_at = next_at + interval '1 day' where \"key\" in (select 'share:' || replace(assignment_id::text, '-', '') from ledger_move)"
            : "update notice_watch set due_on = date(due_on, '+1 day'), next_at = datetime(next_at, '+1 day') where \"key\" in (select 'share:' || lower(replace(assignment_id, '-', '')) from ledger_move)");
        var told = Stopwatch.GetElapsedTime(begun);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare: {shares:N0} rows by one update {rows.TotalSeconds:0.0} s, their {watches:N0} watches by another {told.TotalSeconds:0.0} s; ratio {took / (rows + told):0.0}"));
    }

    /// <summary>The place of the last row of a page in the middle of a list.</summary>
    private static async Task<ListSlice<WorkLine, WorkPlace>> DeepAsync<TService>(StoreBenchDatabase database, Func<TService, ListStart<WorkPlace>, Task<ListSlice<WorkLine, WorkPlace>>> list) where TService : notnull
    {
        var pages = (await AskAsync<TService, ListSlice<WorkLine, WorkPlace>>(database, s => list(s, 1))).Pages;
        return await AskAsync<TService, ListSlice<WorkLine, WorkPlace>>(database, s => list(s, Math.Max(1, pages / 2)));
    }

    private static async Task MeasureAsync<TService>(StoreBenchDatabase database, string what, Func<TService, Task> ask, DbConnection? connection = null, string? sql = null) where TService : notnull
    {
        var (ours, bare) = (new List<double>(Calls), new List<double>(Calls));
        for (var i = -WarmUp; i < Calls; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await AskAsync<TService, bool>(database, async s => { await ask(s); return true; });
            if (i >= 0) ours.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (sql is null) continue;
            begun = Stopwatch.GetTimestamp();
            Read(connection!, sql);
            if (i >= 0) bare.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        bare.Sort();
        var peer = sql is null ? "" : string.Create(CultureInfo.InvariantCulture, $"   {SearchBenchLoad.At(bare, 0.5),8:0.0} {SearchBenchLoad.At(bare, 0.95),8:0.0}");
        Console.WriteLine($"  {what,-22} {SearchBenchLoad.Line(ours)}{peer}");
    }

    private static async Task<T> AskAsync<TService, T>(StoreBenchDatabase database, Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static Task<long> EntriesAsync(StoreBenchDatabase database) => AskAsync<RoomDb, long>(database, db => db.Database.SqlQuery<long>($"select count(*) as \"Value\" from store_journal_entry").SingleAsync());

    private static int Do(DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteNonQuery();
    }

    private static void Read(DbConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        while (reader.Read()) reader.GetValues(values);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // nothing in it comes from outside
        (command.CommandText, command.CommandTimeout) = (sql, 3600);
#pragma warning restore CA2100
        return command;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What else the machine does: the load of the last minute, where the system tells it.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
