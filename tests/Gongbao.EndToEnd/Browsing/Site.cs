using Gongbao.Gazette;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.EndToEnd.Browsing;

/// <summary>The site on a loopback port of its own, with a made-up issue of 清河市 in it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(WebApplication app, DocumentView document) => (_app, Document) = (app, document);

    /// <summary>A document with clauses, a table, an attachment and a contact.</summary>
    public DocumentView Document { get; }

    public string Address => _app.Urls.First();

    public static async Task<Site> StartAsync()
    {
        var library = new ReadingLibrary();
        library.Add("2026-3", "清河市人民政府公报 2026年第3期", GazetteReader.Read(SourceText.Of(SampleIssue.Text, "qinghe-2026-03.txt"), ReaderContext.Empty));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddGongbaoWeb(new SiteIdentity("清河市"));
        builder.Services.AddSingleton<IGazetteLibrary>(library);
        GazetteRoom.AddServices(builder.Services);
        var app = builder.Build();
        app.UseGongbaoWeb();
        app.MapGongbaoWeb();
        await app.StartAsync();
        var issue = await library.IssueAsync("2026-3", CancellationToken.None);
        var richest = issue!.Sections.SelectMany(s => s.Documents).MaxBy(d => d.Obligations)!;
        return new(app, (await library.DocumentAsync(richest.Slug, CancellationToken.None))!);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
