using Gongbao.Gazette.Library.Storage;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Search.Index;

/// <summary>How one database keeps and asks the index. What both do alike stands here: documents, their text and their names.</summary>
internal abstract class SearchTables
{
    private static readonly Statement[] InsertDocument = Both(s => new($"insert into gazette_search_document_{s} (id, document_id, dated, title_at, head, facets, states) values ($1, $2, $3, $4, $5, $6, $7)", 7));
    private static readonly Statement[] InsertBody = Both(s => new($"insert into gazette_search_body_{s} (id, body) values ($1, $2)", 2));
    private static readonly Statement[] InsertName = Both(s => new($"insert into gazette_search_name_{s} (form, id) values ($1, $2)", 2));
    private static readonly Statement[] DeleteDocument = Both(s => new($"delete from gazette_search_document_{s} where id = $1", 1));
    private static readonly Statement[] DeleteBody = Both(s => new($"delete from gazette_search_body_{s} where id = $1", 1));
    private static readonly Statement[] DeleteNames = Both(s => new($"delete from gazette_search_name_{s} where id = $1", 1));
    private static readonly Statement[] ClearDocuments = Both(s => new($"delete from gazette_search_document_{s}", 0));
    private static readonly Statement[] ClearBodies = Both(s => new($"delete from gazette_search_body_{s}", 0));
    private static readonly Statement[] ClearNames = Both(s => new($"delete from gazette_search_name_{s}", 0));

    public static SearchTables Of(GazetteDb db) => db is SqliteGazetteDb ? SqliteSearchTables.Instance : PostgresSearchTables.Instance;

    public void Insert(UnitOfWork unit, int set, int id, SearchRow row)
    {
        unit.Write(InsertDocument[set], id, row.DocumentId, row.Dated, row.TitleAt, row.Head, row.Facets, row.States);
        unit.Write(InsertBody[set], id, row.Body);
        foreach (var name in row.Names) unit.Write(InsertName[set], name, id);
        InsertText(unit, set, id, row);
    }

    public void Delete(UnitOfWork unit, int set, int id)
    {
        unit.Write(DeleteDocument[set], id);
        unit.Write(DeleteBody[set], id);
        unit.Write(DeleteNames[set], id);
        DeleteText(unit, set, id);
    }

    /// <summary>Empties a set. Whoever reads it at an earlier moment goes on to see what was in it.</summary>
    public void Clear(UnitOfWork unit, int set)
    {
        unit.Write(ClearDocuments[set]);
        unit.Write(ClearBodies[set]);
        unit.Write(ClearNames[set]);
        ClearText(unit, set);
    }

    /// <summary>Run once when a set begins to be built, in each unit that builds it, and once before it is searched.</summary>
    public virtual IEnumerable<string> BeforeBuilding(int set) => [];

    public virtual IEnumerable<string> DuringBuilding(int set) => [];

    public virtual IEnumerable<string> AfterBuilding(int set) => [];

    /// <summary>Brings together, a part at a time, what the many units that built a set left in as many pieces.</summary>
    /// <returns>True where there is more to be done.</returns>
    public virtual Task<bool> MergeAsync(UnitOfWork unit, int set, bool isFirst, CancellationToken stop) => Task.FromResult(false);

    /// <summary>Rows that hold every phrase and every whole word and that are wanted, the newest rows first.</summary>
    public abstract Task<List<SearchFact>> MatchAsync(IndexReader index, IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, Wanted wanted, CancellationToken stop);

    /// <summary>Rows whose number, issuers or title hold the phrase, the newest rows first.</summary>
    public abstract Task<List<SearchFact>> MatchHeadAsync(IndexReader index, string phrase, int limit, CancellationToken stop);

    protected abstract void InsertText(UnitOfWork unit, int set, int id, SearchRow row);

    protected abstract void DeleteText(UnitOfWork unit, int set, int id);

    protected abstract void ClearText(UnitOfWork unit, int set);

    protected static Statement[] Both(Func<int, Statement> make) => [make(0), make(1)];
}

/// <summary>A question to the database with its parameters, <c>$1</c> first.</summary>
/// <param name="Text">One statement.</param>
/// <param name="Values">Its parameters.</param>
internal sealed record SearchSql(string Text, params object[] Values)
{
    /// <summary>What is set before, for the rest of the transaction.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}

/// <summary>Which rows of those that match are wanted.</summary>
/// <param name="Limit">So many of them, the newest.</param>
/// <param name="Keep">A condition on what the process knows of a row; null for none.</param>
internal readonly record struct Wanted(int Limit, Predicate<SearchFact>? Keep = null)
{
    public bool Keeps(SearchFact fact) => Keep is null || Keep(fact);
}
