using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Search.Index;

/// <summary>FTS5 tables without a copy of the text: pairs of characters with their places, so that a phrase is its pairs one after another.</summary>
internal sealed class SqliteSearchTables : SearchTables
{
    private static readonly Statement[] InsertTokens = Both(s => new($"insert into gazette_search_text_{s} (rowid, words, marks) values ($1, $2, $3)", 3));
    private static readonly Statement[] InsertHead = Both(s => new($"insert into gazette_search_head_{s} (rowid, words) values ($1, $2)", 2));
    private static readonly Statement[] DeleteTokens = Both(s => new($"delete from gazette_search_text_{s} where rowid = $1", 1));
    private static readonly Statement[] DeleteHead = Both(s => new($"delete from gazette_search_head_{s} where rowid = $1", 1));
    private static readonly Statement[] ClearTokens = Both(s => new($"insert into gazette_search_text_{s} (gazette_search_text_{s}) values ('delete-all')", 0));
    private static readonly Statement[] ClearHeads = Both(s => new($"insert into gazette_search_head_{s} (gazette_search_head_{s}) values ('delete-all')", 0));

    public static SqliteSearchTables Instance { get; } = new();

    public override SearchSql Match(int set, IReadOnlyList<string> phrases, IReadOnlyList<string> wholes, int limit) =>
        Ask($"gazette_search_text_{set}", phrases.Select(Term).Concat(wholes.Select(Mark)), limit);

    public override SearchSql MatchHead(int set, string phrase, int limit) =>
        Ask($"gazette_search_head_{set}", [Grams.Length(phrase) == 1 ? $"words : {Quoted(Grams.Whole(phrase))} *" : Term(phrase)], limit);

    public override SearchSql MatchLoosely(int set, IReadOnlyList<string> pairs, IReadOnlyList<string> wholes, int limit) => Match(set, pairs, wholes, limit);

    protected override void InsertText(UnitOfWork unit, int set, int id, SearchRow row)
    {
        var lines = row.Lines.ToList();
        unit.Write(InsertTokens[set], id, Grams.Pairs(lines), Grams.Characters(lines) + string.Join(' ', row.Wholes.Select(Grams.Whole)));
        unit.Write(InsertHead[set], id, Grams.Pairs(row.Head.Split('\n')));
    }

    protected override void DeleteText(UnitOfWork unit, int set, int id)
    {
        unit.Write(DeleteTokens[set], id);
        unit.Write(DeleteHead[set], id);
    }

    protected override void ClearText(UnitOfWork unit, int set)
    {
        unit.Write(ClearTokens[set]);
        unit.Write(ClearHeads[set]);
    }

    private static SearchSql Ask(string table, IEnumerable<string> terms, int limit) =>
        new($"select rowid from {table} where {table} match $1 order by rowid desc limit $2", string.Join(" AND ", terms), limit);

    private static string Term(string phrase) => Grams.Length(phrase) == 1 ? Mark(phrase) : $"words : {Quoted(Grams.Phrase(phrase))}";

    private static string Mark(string whole) => $"marks : {Quoted(Grams.Whole(whole))}";

    /// <summary>Tokens have no quotation mark and no other sign of ASCII in them: nothing that was typed is read as syntax.</summary>
    private static string Quoted(string tokens) => $"\"{tokens}\"";
}
