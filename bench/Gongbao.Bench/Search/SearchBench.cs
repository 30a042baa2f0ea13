using System.Diagnostics;
using System.Globalization;
using Gongbao.Gazette;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Search;

/// <summary>
/// <c>search [documents] [seconds] [sqlite|postgres]</c>: a generated library on each database, its index built by the program's own rebuild, asked over HTTP by 20
/// users in an open loop, each once in two seconds; then as many again typing. Beside it, in the same run, plain full-text tables over the
/// same clauses, asked without HTTP.
/// </summary>
internal static class SearchBench
{
    private const int Users = 20;
    private const int SampleSize = 400;

    /// <summary>As long as the runtime takes to compile what is asked often.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);
    private static readonly Statement Clause = new("insert into gazette_clause (id, document_id, slug, place, ordinal, text, search_text, text_hash, is_gone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
    private static readonly Act Fill = new(new ActorId("bench"), "bench.fill", "library:1");

    public static async Task RunAsync(int documents, int seconds, string? only)
    {
        foreach (var provider in Enum.GetValues<StoreProvider>())
        {
            if (only is not null && !provider.ToString().Equals(only, StringComparison.OrdinalIgnoreCase)) continue;
            if (provider is StoreProvider.Postgres && StoreBenchDatabase.Server is null)
            {
                Console.WriteLine("== Postgres left out: set GONGBAO_TEST_POSTGRES to the connection string of a server, such as Host=127.0.0.1;Username=postgres.");
                continue;
            }
            await using var database = await StoreBenchDatabase.CreateAsync(provider, GazetteRoom.AddServices);
            Console.WriteLine($"== {provider}, {documents:N0} documents");
            var texts = new SearchBenchTexts(1);
            var watch = Stopwatch.StartNew();
            var (sample, clauses, characters) = await FillAsync(database, texts, documents);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clauses:N0} clauses, {characters / 1e6:0.0} million characters, stored in {watch.Elapsed.TotalSeconds:0} s"));
            await using var peers = await SearchBenchPeers.CreateAsync(database);
            await RebuildAsync(database, documents, watch);
            await peers.BuildAsync(database);
            await AskAsync(database, sample, TimeSpan.FromSeconds(seconds));
            await AskHereAsync(database, sample);
            await peers.AskAsync(new SearchBenchQueries(sample, 5), 300);
        }
    }

    private static async Task<(List<(StoredDocument, List<StoredClause>)> Sample, int Clauses, long Characters)> FillAsync(StoreBenchDatabase database, SearchBenchTexts texts, int documents)
    {
        Done(await database.Writer.DoAsync<int>(Fill, async (unit, _) =>
        {
            var db = unit.Db<GazetteDb>();
            db.Sources.Add(new() { Hash = "bench", Name = "bench.txt", Encoding = "UTF-8", Characters = 0, Text = "", ImportedBy = "bench", ImportedAt = unit.At });
            db.Issues.Add(new() { Kind = IssueKind.Issue, Id = texts.Issue, Slug = "bench", Title = "清河市人民政府公报", SourceHash = "bench", Version = 1, Frame = "", Totals = "{}", ReadAt = unit.At });
            return await Task.FromResult(1);
        }, CancellationToken.None));
        var sample = new List<(StoredDocument, List<StoredClause>)>(SampleSize);
        var (clauses, characters) = (0, 0L);
        const int some = 200;
        for (var done = 0; done < documents; done += some)
        {
            var made = Enumerable.Range(done, Math.Min(some, documents - done)).Select(texts.Make).ToList();
            clauses += made.Sum(m => m.Clauses.Count);
            characters += made.Sum(m => m.Clauses.Sum(c => (long)c.Text.Length));
            if (sample.Count < SampleSize) sample.AddRange(made.Take(Math.Max(1, SampleSize * some / documents)));
            Done(await database.Writer.DoAsync<int>(Fill, async (unit, stop) =>
            {
                unit.Db<GazetteDb>().AddRange(made.Select(m => m.Document));
                await unit.Db<GazetteDb>().SaveChangesAsync(stop);
                foreach (var c in made.SelectMany(m => m.Clauses)) unit.Write(Clause, c.Id, c.DocumentId, c.Slug, c.Place, c.Ordinal, c.Text, c.SearchText, c.TextHash, c.IsGone);
                return 1;
            }, CancellationToken.None));
        }
        return (sample, clauses, characters);
    }

    private static async Task RebuildAsync(StoreBenchDatabase database, int documents, Stopwatch watch)
    {
        var before = await SizeAsync(database);
        watch.Restart();
        var cpu = Environment.CpuUsage.TotalTime;
        Done(await database.Services.GetRequiredService<IndexRebuild>().RunAsync(new ActorId("bench"), (_, _) => { }, CancellationToken.None));
        var took = watch.Elapsed;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        if (database.Options.Provider is StoreProvider.Postgres) await database.ServerAsync("vacuum analyze", inside: true);
        var size = await SizeAsync(database) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"index built in {took.TotalSeconds:0} s ({documents / took.TotalSeconds:0} documents/s, {cpu.TotalSeconds:0} s of processor here), {size / 1e6:0} MB more in the database; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static async Task AskAsync(StoreBenchDatabase database, List<(StoredDocument, List<StoredClause>)> sample, TimeSpan length)
    {
        await using var server = await SearchBenchServer.StartAsync(database.Options);
        var queries = new SearchBenchQueries(sample, 2);
        (string, string) Next()
        {
            var query = queries.Next();
            return (query.Class, $"/api/gazette/search?q={Uri.EscapeDataString(query.Text)}{query.Filter}");
        }

        await SearchBenchLoad.RunAsync(server.Address, Users, Each, WarmUp, Next);
        var (program, store) = server.Cpu();
        var asked = await SearchBenchLoad.RunAsync(server.Address, Users, Each, length, Next);
        var (programAfter, storeAfter) = server.Cpu();
        Console.WriteLine($"over HTTP, ms                 p50      p95      p99     most  (queries)");
        Console.WriteLine($"  all                    {SearchBenchLoad.Line(asked.Select(a => a.Milliseconds))}");
        foreach (var kind in asked.GroupBy(a => a.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {kind.Key,-22} {SearchBenchLoad.Line(kind.Select(a => a.Milliseconds))}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  processor time a query: {(programAfter - program).TotalMilliseconds / asked.Count:0.0} ms in the program, {(storeAfter - store).TotalMilliseconds / asked.Count:0.0} ms in the database's sessions; answer {asked.Average(a => a.Bytes) / 1000:0.0} kB; program {server.WorkingSet / 1e6:0} MB"));
        var typed = await SearchBenchLoad.RunAsync(server.Address, Users, Each, length / 2, () => ("typing", "/api/gazette/suggest?q=" + Uri.EscapeDataString(queries.Begun())));
        Console.WriteLine($"  while typing           {SearchBenchLoad.Line(typed.Select(a => a.Milliseconds))}");
    }

    /// <summary>The same search without HTTP, one after another in this process: what a query of each kind costs once everything is compiled.</summary>
    private static async Task AskHereAsync(StoreBenchDatabase database, List<(StoredDocument, List<StoredClause>)> sample)
    {
        var queries = new SearchBenchQueries(sample, 3);
        var times = new Dictionary<string, (int Count, TimeSpan Cpu, double Milliseconds)>(StringComparer.Ordinal);
        for (var i = 0; i < 1_500; i++)
        {
            var query = queries.Next();
            var filters = query.Filter.StartsWith("&year=", StringComparison.Ordinal) ? new Dictionary<string, string> { ["year"] = query.Filter["&year=".Length..] } : [];
            DateOnly? on = query.Filter.StartsWith("&on=", StringComparison.Ordinal) ? DateOnly.Parse(query.Filter["&on=".Length..], CultureInfo.InvariantCulture) : null;
            await using var scope = database.Services.CreateAsyncScope();
            var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            await scope.ServiceProvider.GetRequiredService<IGazetteLibrary>().SearchAsync(new(query.Text, filters) { On = on }, CancellationToken.None);
            var (count, total, milliseconds) = times.GetValueOrDefault(query.Class);
            if (i >= 500) times[query.Class] = (count + 1, total + Environment.CpuUsage.TotalTime - cpu, milliseconds + watch.Elapsed.TotalMilliseconds);
        }
        foreach (var (kind, (count, cpu, milliseconds)) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  here {kind,-20} {cpu.TotalMilliseconds / count,6:0.0} ms of processor, {milliseconds / count,6:0.0} ms on average ({count})"));
    }

    private static async Task<long> SizeAsync(StoreBenchDatabase database)
    {
        if (database.Options.Provider is StoreProvider.Sqlite) return new FileInfo(database.Options.DatabaseFile).Length + new FileInfo(database.Options.DatabaseFile + "-wal").Length;
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GazetteDb>().Database.SqlQuery<long>($"select pg_database_size(current_database()) as \"Value\"").SingleAsync();
    }

    private static void Done<T>(Result<T> result)
    {
        if (result.IsRefused(out var refusal, out _)) throw new InvalidOperationException(refusal.Reason);
    }
}
