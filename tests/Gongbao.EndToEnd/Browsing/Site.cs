using Gongbao.Gazette;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Store;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The public pages on a loopback port of their own, over an embedded database with a made-up issue of 清河市 in it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private Site(WebApplication app, string folder, string issue, DocumentView document) =>
        (_app, _folder, Issue, Document) = (app, folder, issue, document);

    /// <summary>Slug of the issue.</summary>
    public string Issue { get; }

    /// <summary>The document with the most duties.</summary>
    public DocumentView Document { get; }

    public string Address => _app.Urls.First();

    public static async Task<Site> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-site").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(new CityClock(TimeProvider.System));
        builder.Services.AddStore(new StoreOptions { Provider = StoreProvider.Sqlite, DataFolder = folder });
        builder.Services.AddGongbaoWeb(new SiteIdentity("清河市"));
        GazetteRoom.AddServices(builder.Services);
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.MapGongbaoWeb();
        await app.StartAsync();

        var reading = GazetteReader.Read(SourceText.Of(SampleIssue.Text, "qinghe-2026-03.txt"), ReaderContext.Empty);
        var imported = await app.Services.GetRequiredService<ImportIssue>().HandleAsync(reading, new ActorId("test"), CancellationToken.None);
        Assert.False(imported.IsRefused(out _, out var outcome));
        await using var scope = app.Services.CreateAsyncScope();
        var library = scope.ServiceProvider.GetRequiredService<IGazetteLibrary>();
        var issue = await library.IssueAsync(outcome.Issue, CancellationToken.None);
        var richest = issue!.Sections.SelectMany(s => s.Documents).MaxBy(d => d.Obligations)!;
        return new(app, folder, outcome.Issue, (await library.DocumentAsync(richest.Slug, CancellationToken.None))!);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
