using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Notices;
using Gongbao.Notices.Sending;
using Gongbao.Platform.Access.Signing;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Gongbao.Web.Formats;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench;

/// <summary>
/// A message to many people, from the unit that tells it to the last call that the gateway took, beside the bare limit: the same rows written into
/// the same tables by plain inserts of many rows, and the same calls with the same signatures made from memory. Ours besides seals numbers at rest
/// and opens them for sending, journals every unit, and finds out who is told.
/// </summary>
internal static class NoticesBench
{
    private const string Secret = "bench-only";
    private const string Watch = "00000000-0000-7000-8000-000000000000";
    private const string At = "'2023-05-08 02:00:00'";

    public static async Task RunAsync(int people)
    {
        Console.WriteLine("notices                          people  first      s   calls   rows s  calls s   ratio");
        foreach (var provider in Enum.GetValues<StoreProvider>())
            if (provider is StoreProvider.Sqlite || StoreBenchDatabase.Server is not null) await RunAsync(provider, people);
    }

    private static async Task RunAsync(StoreProvider provider, int people)
    {
        await using var gateway = await GatewayAsync();
        var city = BenchCity.With($"notices: {{ webhook: {{ url: '{gateway.Address}', source: 测量 }} }}");
        Environment.SetEnvironmentVariable("GONGBAO_WEBHOOK_SECRET", Secret);
        await using var database = await StoreBenchDatabase.CreateAsync(provider, s =>
        {
            s.AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new CityClock(TimeProvider.System, Beijing.At(new(2023, 5, 8), new(10, 0)))).AddSingleton(city);
            var folder = ((StoreOptions)s.Single(d => d.ServiceType == typeof(StoreOptions)).ImplementationInstance!).DataFolder;
            s.AddAccess(new() { DataFolder = folder });
            return NoticesRoom.AddServices(s);
        });
        var services = database.Services;
        await AccessSetup.StartKeysAsync(services, default);
        await FillAsync(services, people);

        await services.GetRequiredService<LadderRun>().StartAsync(default);
        await services.GetRequiredService<Outbox>().StartAsync(default);
        foreach (var (name, urgent) in new[] { ("one warning to all", true), ("again, warm", true) })
        {
            gateway.Expect(people);
            var begun = Stopwatch.GetTimestamp();
            await TellAsync(database.Writer, urgent);
            await gateway.Done;
            var (ours, first) = (Stopwatch.GetElapsedTime(begun), gateway.FirstAt);
            var rows = await BareRowsAsync(database, people);
            var calls = await BareCallsAsync(gateway, people);
            Console.WriteLine($"{provider,-10} {name,-20} {people,7:N0} {Stopwatch.GetElapsedTime(begun, first).TotalSeconds,6:0.0} {ours.TotalSeconds,6:0.0} {gateway.Calls,7:N0} {rows.TotalSeconds,8:0.0} {calls.TotalSeconds,8:0.0} {ours / (rows + calls),7:0.0}");
        }
        await services.GetRequiredService<Outbox>().StopAsync(default);
        await services.GetRequiredService<LadderRun>().StopAsync(default);
    }

    private static async Task FillAsync(IServiceProvider services, int people)
    {
        var writer = services.GetRequiredService<Writer>();
        for (var from = 0; from < people; from += 500)
        {
            var first = from;
            var made = await writer.DoAsync<bool>(new(ActorId.System("bench"), "bench.fill", "bench:people"), async (unit, stop) =>
            {
                var (db, sealer) = (unit.Db<AccessDb>(), unit.Get<Sealer>());
                for (var n = first; n < Math.Min(people, first + 500); n++)
                {
                    var account = new Account { Id = Guid.CreateVersion7(), Name = $"person{n}", LookupName = $"PERSON{n}", CreatedAt = unit.At };
                    account.SealedMobile = await sealer.SealAsync(unit, account.Subject, Account.MobileField.In(account.Id), $"138{n:D8}", stop);
                    db.Add(account);
                    db.Add(new AccountRole { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = "liaison", ScopeKind = ScopeKind.Unit, ScopeId = "linjiang", GivenAt = unit.At });
                }
                return true;
            }, default);
            if (made.IsRefused(out var refusal, out _)) throw new InvalidOperationException(refusal.Reason);
        }
    }

    private static async Task TellAsync(Writer writer, bool urgent)
    {
        var told = await writer.DoAsync<bool>(new(ActorId.System("bench"), "bench.tell", "bench:tell"), (unit, _) =>
        {
            unit.Publish(new Tell("bench", "暴雨橙色预警：请立即到岗", "请回应。", "/hazards/1", null, ["linjiang"], "ledger.report", null, urgent));
            return Task.FromResult<Result<bool>>(true);
        }, default);
        if (told.IsRefused(out var refusal, out _)) throw new InvalidOperationException(refusal.Reason);
    }

    /// <summary>A message, a delivery and an attempt for each, and the delivery changed when it is over; a transaction every 2,000, a hundred rows an insert.</summary>
    private static async Task<TimeSpan> BareRowsAsync(StoreBenchDatabase database, int people)
    {
        using var link = database.Link();
        var begun = Stopwatch.GetTimestamp();
        foreach (var part in Enumerable.Range(0, people).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))).Chunk(2_000))
        {
            await using var transaction = await link.Connection.BeginTransactionAsync();
            foreach (var ids in part.Chunk(100))
            {
                await DoAsync($"""
                    insert into notice_message (id, watch_id, cause, step, rungs, recipient, unit, subject, text, address, is_urgent, due_at, send_at, channels, state, delivery_id) values
                    {Rows(ids, id => $"('{id}', '{Watch}', 'bench', 0, '', '{Guid.ParseExact(id, "N")}', 'linjiang', '暴雨橙色预警：请立即到岗', '请回应。', '/hazards/1', true, {At}, {At}, 'inbox email webhook print', 'Given', '{id}')")}
                    """);
                await DoAsync($"insert into notice_delivery (id, channel, recipient, due_at, messages, state, attempts, next_at) values {Rows(ids, id => $"('{id}', 'Webhook', '{Guid.ParseExact(id, "N")}', {At}, 1, 'Waiting', 0, {At})")}");
                await DoAsync($"update notice_delivery set state = 'HandedOver', attempts = 1, handed_at = {At} where id in ({string.Join(',', ids.Select(i => $"'{i}'"))})");
                await DoAsync($"insert into notice_attempt (delivery_id, number, at, outcome) values {Rows(ids, id => $"('{id}', 1, {At}, 'HandedOver')")}");
            }
            await transaction.CommitAsync();

            async Task DoAsync(string sql)
            {
                await using var command = link.Connection.CreateCommand();
#pragma warning disable CA2100 // nothing in it comes from outside
                (command.CommandText, command.Transaction) = (sql, transaction);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync();
            }
        }
        return Stopwatch.GetElapsedTime(begun);

        static string Rows(string[] ids, Func<string, string> row) => string.Join(',', ids.Select(row));
    }

    private static async Task<TimeSpan> BareCallsAsync(BenchGateway gateway, int people)
    {
        using var http = new HttpClient();
        gateway.Expect(people);
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, people).Chunk(100), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, stop) =>
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new WebhookSender.Call(TimeProvider.System.GetUtcNow(), [.. batch.Select(n => new WebhookSender.CalledDelivery(
                $"{n:D32}", $"138{n:D8}", null, [new($"{n:D32}", "暴雨橙色预警：请立即到岗", "请回应。", null, null)]))]), JsonFormat.Options);
            using var request = new HttpRequestMessage(HttpMethod.Post, gateway.Address) { Content = new ByteArrayContent(body) };
            request.Headers.Add(CallSignature.SignatureHeader, CallSignature.Sign("bench-only"u8.ToArray(), "0", body));
            using var answer = await http.SendAsync(request, stop);
        });
        await gateway.Done;
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<BenchGateway> GatewayAsync()
    {
        var gateway = new BenchGateway();
        await gateway.StartAsync();
        return gateway;
    }
}
