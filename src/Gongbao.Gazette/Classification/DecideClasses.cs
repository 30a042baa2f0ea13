using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification;

/// <summary>What a person decides.</summary>
internal enum ClassVerdict
{
    /// <summary>As proposed (采纳).</summary>
    Accept,

    /// <summary>Otherwise (改定).</summary>
    Change,

    /// <summary>The last decision does not hold (撤回).</summary>
    TakeBack,
}

/// <summary>
/// Decides classifications (认定分类): accept what is proposed, change it, or take a decision back; one document or many, all or none. Each
/// decision is kept for re-imports and journalled by the document's id and number; what a document is called may name a person and stays out.
/// </summary>
internal sealed class DecideClasses(Writer writer, IServiceProvider services)
{
    public const string Verb = "gazette.classify";
    private const int MostAtOnce = 500;

    /// <param name="documents">What is decided, as it was seen.</param>
    /// <param name="verdict">What is decided on them.</param>
    /// <param name="choice">For a change: the ids of the classes by aspect. An aspect that is missing stays as it is; an empty one becomes empty.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many were decided. Refusals: <c>classify.nothing</c>, <c>classify.too-many</c>, <c>classify.no-choice</c>, <c>classify.no-class</c>, <c>classify.only-one</c>,
    /// <c>classify.no-document</c>, <c>classify.decided-meanwhile</c>, <c>classify.no-proposal</c>, <c>classify.not-decided</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(
        IReadOnlyList<Seen> documents, ClassVerdict verdict, IReadOnlyDictionary<Aspect, IReadOnlyList<string>>? choice, Actor by, CancellationToken stop)
    {
        var scheme = ClassScheme.Of((CityDeclarations?)services.GetService(typeof(CityDeclarations)));
        if (documents.Count == 0) return Refused(new Refusal("classify.nothing", "没有选中任何一份文件；请先勾选。"));
        if (documents.Count > MostAtOnce) return Refused(new Refusal("classify.too-many", $"一次最多认定 {MostAtOnce} 份，这次选了 {documents.Count} 份；请分批办理。"));
        if (verdict is ClassVerdict.Change && Against(scheme, choice) is { } refusal) return Refused(refusal);
        documents = [.. documents.Distinct()];
        var act = new Act(by.ActorId, Verb, documents.Count == 1 ? $"document:{documents[0].Id:N}" : $"documents:{documents.Count}");
        return writer.DoAsync(act, async (unit, inner) => await DecideAsync(scheme, documents, verdict, choice, by, unit, inner), stop);
    }

    private static Refusal? Against(ClassScheme scheme, IReadOnlyDictionary<Aspect, IReadOnlyList<string>>? choice)
    {
        if (choice is null || choice.Count == 0) return new("classify.no-choice", "没有选择要改成的分类；请先选择。");
        foreach (var (aspect, ids) in choice)
        {
            if (ids.FirstOrDefault(id => scheme.Find(aspect, id) is null) is { } unknown)
                return new("classify.no-class", $"{aspect.Name()}里没有编号为“{unknown}”的一类；请从所列的分类里选择。");
            if (!aspect.IsMany() && ids.Distinct().Count() > 1) return new("classify.only-one", $"{aspect.Name()}只能选一类，这次选了 {ids.Count} 类；请只留一类。");
        }
        return null;
    }

    private static async Task<Result<int>> DecideAsync(
        ClassScheme scheme, IReadOnlyList<Seen> seen, ClassVerdict verdict, IReadOnlyDictionary<Aspect, IReadOnlyList<string>>? choice, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var ids = seen.Select(s => s.Id).ToList();
        var documents = await db.Documents.Where(d => ids.Contains(d.Id) && !d.IsWithdrawn).Select(d => new { d.Id, d.Key, d.Title }).ToDictionaryAsync(d => d.Id, stop);
        var stored = await db.Classifications.Where(c => ids.Contains(c.DocumentId)).ToDictionaryAsync(c => c.DocumentId, stop);
        var classes = (await db.Classes.Where(c => ids.Contains(c.DocumentId)).ToListAsync(stop)).ToLookup(c => c.DocumentId);
        foreach (var (id, revision) in seen)
        {
            if (!documents.TryGetValue(id, out var document) || !stored.TryGetValue(id, out var classification))
                return new Refusal("classify.no-document", "其中一份文件已经不在库中（可能公报重新导入过）；请刷新后再办。");
            if (classification.Revision != revision)
                return new Refusal("classify.decided-meanwhile", $"《{document.Title}》的分类刚刚变动过，本次没有作任何改动；请刷新后再办。");
            if (Against(classification, document.Title, verdict) is { } refusal) return refusal;

            Decide(db, classification, verdict, verdict is ClassVerdict.TakeBack ? null : Chosen(classification, [.. classes[id]], verdict, choice), by, unit);
            ClassificationImport.Give(db, scheme, classification, [.. classes[id]]);
            var clause = JournalClause.Of(document.Key, null);
            if (seen.Count > 1) unit.Record(unit.Act with { Subject = $"document:{id:N}", Clause = clause });
            else if (clause is not null) unit.Under(clause);
        }
        await SearchIndexing.RenewAsync(unit, ids, stop);
        var issues = await db.Issues.Where(i => db.Documents.Any(d => ids.Contains(d.Id) && d.IssueId == i.Id)).ToListAsync(stop);
        foreach (var issue in issues) db.Entry(issue).Property(i => i.ReadAt).IsModified = true; // whoever holds it open sees that it is to be opened anew
        return seen.Count;
    }

    private static Refusal? Against(StoredClassification classification, string title, ClassVerdict verdict) => verdict switch
    {
        ClassVerdict.Accept when ClassCodec.ReadProposal(classification.Proposal).Count == 0 => new("classify.no-proposal", $"《{title}》没有可采纳的建议；请单独选择分类。"),
        ClassVerdict.TakeBack when classification.Decision is null => new("classify.not-decided", $"《{title}》的分类还没有认定过，不需要撤回。"),
        _ => null,
    };

    /// <summary>What a person decides holds as a whole: an aspect that is not spoken of keeps the classes it has.</summary>
    private static List<ChosenClass> Chosen(StoredClassification classification, List<StoredClass> has, ClassVerdict verdict, IReadOnlyDictionary<Aspect, IReadOnlyList<string>>? choice) =>
        verdict is ClassVerdict.Accept
            ? [.. ClassCodec.ReadProposal(classification.Proposal).Select(p => new ChosenClass(p.Aspect, p.Id))]
            : [.. Aspects.All.SelectMany(aspect => choice!.TryGetValue(aspect, out var ids) ? ids.Distinct() : has.Where(c => c.Aspect == aspect && !c.IsImplied).OrderBy(c => c.Ordinal).Select(c => c.Class), (aspect, id) => new ChosenClass(aspect, id))];

    private static void Decide(GazetteDb db, StoredClassification classification, ClassVerdict verdict, List<ChosenClass>? chosen, Actor by, UnitOfWork unit)
    {
        var state = verdict switch { ClassVerdict.Accept => ClassificationState.Accepted, ClassVerdict.Change => ClassificationState.Changed, ClassVerdict.TakeBack => ClassificationState.Proposed };
        var json = chosen is null ? null : ClassCodec.Write(chosen);
        db.ClassDecisions.Add(new() { Id = Guid.CreateVersion7(), DocumentId = classification.DocumentId, Verdict = state, Decision = json, DecidedBy = by.ActorId.Value, DecidedAt = unit.LegalAt });
        (classification.State, classification.Decision) = (state, json);
        classification.DecidedBy = chosen is null ? null : by.ActorId.Value;
        classification.DecidedAt = chosen is null ? null : unit.LegalAt;
    }

    private static Task<Result<int>> Refused(Refusal refusal) => Task.FromResult<Result<int>>(refusal);
}
