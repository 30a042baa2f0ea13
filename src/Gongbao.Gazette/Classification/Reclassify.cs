using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongbao.Gazette.Classification;

/// <summary>
/// Proposes anew (重新建议分类) for documents that nobody proposed for under the rules that now hold: after the rules were changed, and in a
/// library that is older than they are. Some documents a unit of work; stopped at any point it goes on from there.
/// </summary>
internal sealed class Reclassify(Writer writer, IServiceProvider services)
{
    public const string Verb = "gazette.reclassify";

    /// <summary>How many documents a unit of work takes: so long do other changes wait at most.</summary>
    private const int DocumentsAtOnce = 40;

    /// <returns>For how many documents.</returns>
    public async Task<Result<int>> RunAsync(ActorId by, CancellationToken stop)
    {
        var scheme = ClassScheme.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        if (scheme == ClassScheme.None) return 0;
        for (var all = 0; ;)
        {
            stop.ThrowIfCancellationRequested();
            var ids = await NextAsync(scheme, stop);
            if (ids.Count == 0) return all;
            if ((await writer.DoAsync<int>(new Act(by, Verb, $"documents:{ids.Count}"), (unit, inner) => StepAsync(scheme, ids, unit, inner), stop)).IsRefused(out var refusal, out _)) return refusal;
            all += ids.Count;
        }
    }

    private async Task<List<Guid>> NextAsync(ClassScheme scheme, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetteDb>();
        return await db.Documents.Where(d => !d.IsWithdrawn && !db.Classifications.Any(c => c.DocumentId == d.Id && c.SchemeHash == scheme.Hash))
            .OrderBy(d => d.Id).Take(DocumentsAtOnce).Select(d => d.Id).ToListAsync(stop);
    }

    private static async Task<Result<int>> StepAsync(ClassScheme scheme, List<Guid> ids, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var documents = await db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.IssueId, d.Reading }).ToListAsync(stop);
        var clauses = (await db.Clauses.Where(c => ids.Contains(c.DocumentId) && !c.IsGone).OrderBy(c => c.Ordinal).Select(c => new { c.DocumentId, c.Text }).ToListAsync(stop)).ToLookup(c => c.DocumentId, c => c.Text);
        await ClassificationImport.WriteAsync(unit, scheme, [.. documents.Select(d => (d.Id, new ClassifiedText(ReadingCodec.ReadDocument(d.Reading), [.. clauses[d.Id]])))], stop);
        await SearchIndexing.RenewAsync(unit, ids, stop);
        var issues = documents.Select(d => d.IssueId).Distinct().ToList();
        foreach (var issue in await db.Issues.Where(i => issues.Contains(i.Id)).ToListAsync(stop)) db.Entry(issue).Property(i => i.ReadAt).IsModified = true;
        return documents.Count;
    }
}

/// <summary>At the start of a site, which goes on serving when a document cannot be looked through.</summary>
internal sealed partial class ReclassifyStart(Reclassify reclassify, ILogger<ReclassifyStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reclassify.RunAsync(ActorId.System("classification"), stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogStopped(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Proposing classes anew stopped; documents not yet looked through keep what they had.")]
    private static partial void LogStopped(ILogger log, Exception fault);
}
