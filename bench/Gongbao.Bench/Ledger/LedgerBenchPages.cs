using System.Diagnostics;
using System.Globalization;
using Gongbao.Bench.Search;
using Gongbao.Ledger;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Bench.Ledger;

/// <summary>Pages of a full ledger as a browser gets them: over HTTP on loopback, beside the same bytes from memory by the same server.</summary>
internal static class LedgerBenchPages
{
    private const int Calls = 100;
    private const int WarmUp = 20;
    private const string Bare = "/bare";

    public static async Task RunAsync(StoreBenchDatabase database, Func<IServiceCollection, IServiceCollection> rooms, string unit)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStore(database.Options);
        rooms(builder.Services).AddGongbaoWeb(new SiteIdentity("清河市"));
        // Nothing runs beside the pages: reminders and re-projection have measures of their own.
        builder.Services.RemoveAll<IHostedService>();
        await using var app = builder.Build();
        app.UseGongbaoWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGongbaoWeb();
        LedgerRoom.Map(app);
        byte[] page = [];
        app.MapGet(Bare, () => Results.Bytes(page, "text/html")).AllowAnonymous();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        foreach (var (what, path) in new[]
        {
            ("page: overview of 2,000", $"/ledger/{LedgerBenchFill.BigSlug}"), ("page: … the last", $"/ledger/{LedgerBenchFill.BigSlug}?page=20"), ("page: … what is late", $"/ledger/{LedgerBenchFill.BigSlug}?state=overdue"),
            ("page: a unit", $"/ledger/units/{unit}"), ("page: programmes", "/ledger"),
        })
        {
            page = await client.GetByteArrayAsync(path);
            var (ours, bare) = (await TimesAsync(client, path), await TimesAsync(client, Bare));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-24}{SearchBenchLoad.Line(ours)}   {SearchBenchLoad.At(bare, 0.5),8:0.0} {SearchBenchLoad.At(bare, 0.95),8:0.0}   {page.Length / 1000} kB"));
        }
    }

    private static async Task<List<double>> TimesAsync(HttpClient client, string path)
    {
        var times = new List<double>(Calls);
        for (var i = -WarmUp; i < Calls; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(path);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        times.Sort();
        return times;
    }
}
