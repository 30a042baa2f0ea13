using System.CommandLine;
using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Basis;
using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Campaigns.Lists;
using Gongbao.Gazette.Citations.Showing;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Embedding;
using Gongbao.Gazette.Feeds;
using Gongbao.Gazette.Formats;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Import.Batch;
using Gongbao.Gazette.Import.Uploads;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Pages;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Search.Query;
using Gongbao.Gazette.Search.Saved;
using Gongbao.Gazette.Statistics;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Gongbao.Web.Frame;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongbao.Gazette;

/// <summary>The room of the gazette (公报): reads issues, keeps their documents, shows them, and has people decide what was in doubt.</summary>
public static class GazetteRoom
{
    /// <summary>The room's storage, use cases and pages.</summary>
    public static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddRoomDb<GazetteDb, SqliteGazetteDb, PostgresGazetteDb>();
        services.AddSingleton<OpenIssues>();
        services.AddSingleton<SearchFacts>();
        services.AddSingleton<IndexRebuild>();
        services.AddHostedService<IndexStart>();
        services.AddScoped<Organisations>();
        services.AddScoped<LibrarySearch>();
        services.AddScoped<TypeAhead>();
        services.AddScoped<SavedSearches>();
        services.AddScoped<IGazetteLibrary, StoredLibrary>();
        services.AddScoped<IProposedObligations, ProposedObligations>();
        services.AddSingleton<IOfficialDocuments, OfficialDocuments>();
        services.AddScoped<IFollowed, Followed>();
        services.AddScoped<LibraryList>();
        services.AddScoped<LibraryArchive>();
        services.AddScoped<CitationLibrary>();
        services.AddSingleton<ImportIssue>();
        services.AddSingleton<RereadLibrary>();
        services.AddSingleton<BringFiles>();
        services.AddScoped<FileList>();
        services.AddSingleton<UploadRun>();
        services.AddHostedService(s => s.GetRequiredService<UploadRun>());
        services.AddSingleton<UploadUpkeep>();
        services.AddHostedService(s => s.GetRequiredService<UploadUpkeep>());
        services.AddScoped<IssueSources>();
        services.AddSingleton<OpenUpload>();
        services.AddSingleton<ReceiveUpload>();
        services.AddSingleton<ChangeUpload>();
        services.AddScoped<UploadDesk>();
        services.AddSingleton(new NavigationItem("来文", "/files", 70, ImportIssue.Verb, Elder: false));
        services.AddScoped<ClassificationDesk>();
        services.AddScoped<TopicLibrary>();
        services.AddScoped<UncarriedDocuments>();
        services.AddSingleton<DecideClasses>();
        services.AddSingleton<Reclassify>();
        services.AddHostedService<ReclassifyStart>();
        services.AddSingleton(new NavigationItem("公报", "/", 10));
        services.AddSingleton(new NavigationItem("搜索", "/search", 20));
        services.AddSingleton(new NavigationItem("主题", "/topics", 30));
        services.AddSingleton(new NavigationItem("分类", "/classification", 60, DecideClasses.Verb, Elder: false));
        services.AddSingleton(DataWords.All);
        services.AddSingleton(new NavigationItem("数据开放", "/open-data", 40, Elder: false));
        services.AddHttpContextAccessor();
        services.TryAddSingleton(_ => new CityClock(TimeProvider.System));
        services.AddScoped(s => AsOf.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext, s.GetRequiredService<CityClock>()));
        services.AddScoped<ValidityLibrary>();
        services.AddSingleton<CountedDays>();
        services.AddScoped<CountedStates>();
        services.AddScoped<ValidityOverview>();
        services.AddScoped<LibraryStatistics>();
        services.AddScoped<ClaimDesk>();
        services.AddSingleton<DecideClaims>();
        services.AddSingleton(HeaderPart.Of<AsOfPart>(5));
        services.AddSingleton(PageNotice.Of<WrongDay>());
        services.AddSingleton(new SearchOffers("/api/gazette/suggest"));
        services.AddSingleton(new NavigationItem("效力", "/validity", 30));
        services.AddScoped<ReviewDesk>();
        services.AddSingleton<DecideReadings>();
        services.AddSingleton(new NavigationItem("审读台", "/review", 50, DecideReadings.Verb, Elder: false));
        services.AddScoped<ILegalBasis, LibraryBasis>();
        services.AddScoped<CampaignDesk>();
        services.AddSingleton<OpenCampaign>();
        services.AddSingleton<AddDocuments>();
        services.AddSingleton<GiveOpinions>();
        services.AddSingleton<DecideItems>();
        services.AddSingleton<PublishCampaign>();
        services.AddScoped<ReadList>();
        services.AddScoped<DeskForms>();
        services.AddSingleton(new NavigationItem("清理结果", "/clean-ups", 35, Elder: false));
        return services.AddRoomPages(typeof(GazetteRoom).Assembly);
    }

    /// <summary>The room's HTTP API.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes = routes.MapGroup("").AddEndpointFilter(AsOf.CheckAsync);
        LibraryEndpoints.Map(routes);
        SearchEndpoints.Map(routes);
        SearchFeeds.Map(routes);
        FormatEndpoints.Map(routes);
        FeedEndpoints.Map(routes);
        CitationEndpoints.Map(routes);
        ValidityEndpoints.Map(routes);
        StatisticsEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        ClassificationEndpoints.Map(routes);
        FileList.Map(routes);
        UploadEndpoints.Map(routes);
        CampaignEndpoints.Map(routes);
        BasisEndpoints.Map(routes);
        EmbeddingEndpoints.Map(routes);
    }

    /// <summary>Reads an issue and stores it, saying what was read: what <c>import</c> and <c>demo</c> share.</summary>
    /// <returns>0 done; 1 not stored; 2 the file cannot be read, nothing was changed.</returns>
    public static Task<int> ImportAsync(IServiceProvider services, FileInfo file, CancellationToken stop) => ImportCommand.ImportAsync(services, file, isFinal: false, stop);

    /// <summary>
    /// What a program wants to know of a gazette before it stores it: the declared city of which it speaks, none where it speaks of none, and the newest day
    /// on which one of its documents was signed, none where none bears a day. Refused where the file is no gazette.
    /// </summary>
    public static Result<(string? City, DateOnly? NewestOn)> LookAt(FileInfo file) =>
        GazetteFile.Read(file, ReaderContext.Empty).IsRefused(out var refusal, out var reading) ? refusal : (CityReaders.CityOf(reading.Source.Text), reading.Documents.Max(d => d.DatedOn?.Value));

    /// <summary>The room's commands.</summary>
    public static IReadOnlyList<Command> Commands(OpenServices open) => [ReadCommand.Create(), ImportCommand.Create(open), RereadCommand.Create(open), GenerateCommand.Create(), SearchCommand.Create(open), BasisCommand.Create(open)];
}
