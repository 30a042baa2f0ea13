using System.CommandLine;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Publishing;
using Gongbao.Platform.Hosting;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Import;

/// <summary>
/// Looks through stored documents again (重新核读) for their places, what they cite and what they say about validity: for a library that is older than
/// the rules. The trees stay as they were read, and so does what people decided. One issue a unit of work; what was done already comes out the same.
/// </summary>
internal sealed class RereadLibrary(Writer writer, IServiceProvider services)
{
    public const string Verb = "gazette.reread";

    /// <param name="by">Who orders it.</param>
    /// <param name="told">Told how many issues are done, and how many there are.</param>
    /// <param name="stop">Between two issues ends it.</param>
    /// <returns>How many documents were looked through.</returns>
    public async Task<Result<int>> RunAsync(ActorId by, Action<int, int> told, CancellationToken stop)
    {
        var words = DraftWords.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        var issues = await IssuesAsync(stop);
        var documents = 0;
        for (var i = 0; i < issues.Count; i++)
        {
            told(i, issues.Count);
            stop.ThrowIfCancellationRequested();
            var id = issues[i];
            if ((await writer.DoAsync<int>(new Act(by, Verb, $"issue:{id:N}"), (unit, inner) => ReadAsync(id, words, unit, inner), stop)).IsRefused(out var refusal, out var count)) return refusal;
            documents += count;
        }
        told(issues.Count, issues.Count);
        return documents;
    }

    /// <summary>Earliest first: a document cites those before it.</summary>
    private async Task<List<Guid>> IssuesAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetteDb>();
        return await db.Documents.Where(d => !d.IsWithdrawn).GroupBy(d => d.IssueId).OrderBy(g => g.Min(d => d.DatedOn)).ThenBy(g => g.Key).Select(g => g.Key).ToListAsync(stop);
    }

    private static async Task<Result<int>> ReadAsync(Guid id, DraftWords words, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var issue = await db.Issues.SingleAsync(i => i.Id == id, stop);
        var kept = await db.Sources.SingleAsync(s => s.Hash == issue.SourceHash, stop);
        var source = SourceText.Kept(kept.Name, kept.Hash, kept.Encoding, kept.Text);
        var documents = await db.Documents.Where(d => d.IssueId == id && !d.IsWithdrawn).OrderBy(d => d.Ordinal).ToListAsync(stop);
        var ids = documents.ConvertAll(d => d.Id);
        await db.Clauses.Where(c => ids.Contains(c.DocumentId)).LoadAsync(stop);
        var read = documents.ConvertAll(d =>
        {
            var document = ReadingCodec.ReadDocument(d.Reading);
            var view = new DocumentProjection(document, source, [], _ => null).View("", "", "");
            d.SearchText = DocumentDraft.SearchTextOf(view);
            d.ObligationCount = document.Obligations.Count;
            var citations = DocumentCitations.Of(document, source, words.Citations);
            return (Document: d, Clauses: DocumentDraft.ClausesOf(view), Citations: citations, Claims: ValidityReading.Of(document, source, citations, words.Validity));
        });
        foreach (var (document, clauses, _, _) in read) await new ClauseImport(db, document).StoreAsync(clauses, new(), stop);
        await CitationImport.WriteAsync(unit, read.ConvertAll(r => (r.Document, r.Citations)), [], stop);
        var renewed = await ValidityImport.WriteAsync(unit, read.ConvertAll(r => (r.Document, r.Claims)), [], stop);
        await db.SaveChangesAsync(stop);
        await SearchIndexing.RenewAsync(unit, [.. ids, .. renewed], stop);
        await CitationImport.RenewPlacesAsync(unit, renewed, stop);
        return documents.Count;
    }
}

/// <summary><c>gongbao reread</c></summary>
internal static class RereadCommand
{
    private const int Fault = 1;

    public static Command Create(OpenServices open)
    {
        var command = new Command("reread", "重新核读库内文件：按现行的用语声明再找一遍引用和效力主张；正文和已作的决定不变");
        command.SetAction((options, stop) => RunAsync(open, options, stop));
        return command;
    }

    private static async Task<int> RunAsync(OpenServices open, ParseResult options, CancellationToken stop)
    {
        await using var services = open(options);
        await services.GetRequiredService<StoreStart>().ReadyAsync(stop);
        if ((await services.GetRequiredService<RunningCity>().StartAsync(publishesFiles: false, stop)).IsRefused(out var refusal, out _)) return Refuse(refusal.Reason);
        var result = await WorkProgress.RunAsync("正在重新核读", told => services.GetRequiredService<RereadLibrary>().RunAsync(ActorId.System("reread"), told, stop));
        if (result.IsRefused(out refusal, out var documents)) return Refuse(refusal.Reason);
        Console.WriteLine($"已重新核读 {documents} 份文件。");
        return 0;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return Fault;
    }
}
