using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Classification;

/// <summary>
/// Keeps proposals in step with the documents: called in the unit of work that changes them or the rules. What a person decided stands; only
/// where the city no longer declares a class that was decided is it asked for again.
/// </summary>
internal static class ClassificationImport
{
    private const int AtOnce = 400;

    /// <param name="unit">The unit that changes the documents.</param>
    /// <param name="scheme">What is declared now.</param>
    /// <param name="documents">The documents as they are now.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>The classes that each document now has.</returns>
    public static async Task<ILookup<Guid, StoredClass>> WriteAsync(
        UnitOfWork unit, ClassScheme scheme, IReadOnlyCollection<(Guid Id, ClassifiedText Text)> documents, CancellationToken stop)
    {
        var given = new List<StoredClass>();
        foreach (var some in documents.Chunk(AtOnce))
        {
            var db = unit.Db<GazetteDb>();
            var ids = some.Select(d => d.Id).ToList();
            var stored = await db.Classifications.Where(c => ids.Contains(c.DocumentId)).ToDictionaryAsync(c => c.DocumentId, stop);
            var before = (await db.Classes.Where(c => ids.Contains(c.DocumentId)).ToListAsync(stop)).ToLookup(c => c.DocumentId);
            foreach (var (id, text) in some)
            {
                var proposal = ClassProposer.Propose(scheme, text);
                if (!stored.TryGetValue(id, out var classification))
                    db.Classifications.Add(classification = new() { DocumentId = id, State = ClassificationState.Proposed, Proposal = "", SchemeHash = "" });
                classification.Proposal = ClassCodec.Write(proposal);
                classification.SchemeHash = scheme.Hash;
                if (ClassCodec.ReadDecision(classification.Decision) is { } decided)
                {
                    if (!decided.All(c => scheme.Find(c.Aspect, c.Id) is not null)) classification.State = ClassificationState.ConfirmAgain;
                    else if (classification.State is ClassificationState.ConfirmAgain) classification.State = ClassificationState.Changed;
                }
                given.AddRange(Give(db, scheme, classification, [.. before[id]]));
            }
        }
        return given.ToLookup(c => c.DocumentId);
    }

    /// <summary>Writes the classes that a document has by its classification in the place of those it had.</summary>
    public static IReadOnlyList<StoredClass> Give(GazetteDb db, ClassScheme scheme, StoredClassification classification, IReadOnlyList<StoredClass> before)
    {
        var had = before.ToDictionary(c => (c.Aspect, c.Class));
        var given = Effective(scheme, classification);
        var now = new List<StoredClass>(given.Count);
        for (var i = 0; i < given.Count; i++)
        {
            var (declared, isImplied) = given[i];
            if (had.Remove((declared.Aspect, declared.Id), out var kept)) (kept.Name, kept.Ordinal, kept.IsImplied) = (declared.Name, i, isImplied);
            else db.Classes.Add(kept = new() { DocumentId = classification.DocumentId, Aspect = declared.Aspect, Class = declared.Id, Name = declared.Name, Ordinal = i, IsImplied = isImplied });
            now.Add(kept);
        }
        db.Classes.RemoveRange(had.Values);
        return now;
    }

    /// <summary>Each class once, what was chosen before what it implies.</summary>
    private static List<(DeclaredClass Class, bool IsImplied)> Effective(ClassScheme scheme, StoredClassification classification)
    {
        var chosen = classification.State is ClassificationState.Accepted or ClassificationState.Changed
            ? ClassCodec.ReadDecision(classification.Decision)!.Select(c => scheme.Find(c.Aspect, c.Id))
            : ClassCodec.ReadProposal(classification.Proposal).Select(p => scheme.Find(p.Aspect, p.Id));
        var own = chosen.OfType<DeclaredClass>().Distinct().ToList();
        return [.. own.Select(c => (c, false)), .. own.SelectMany(scheme.Above).Distinct().Except(own).Select(c => (c, true))];
    }
}
