using Gongbao.Platform.Store;

namespace Gongbao.Platform.Journal;

/// <summary>The journal's tables in SQL; the columns stand in the order of the canonical form, the hash last.</summary>
internal static class JournalSql
{
    public const string Columns =
        "number, recorded_at, legal_at, actor, on_behalf_of, verb, subject, clause, outcome, reason, change, hash";

    public const int ColumnCount = 12;

    public const string Table = "store_journal_entry";

    public const string Head = "select number, hash from store_journal_head where id = 1";

    public static Statement Insert { get; } =
        new($"insert into {Table} ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", ColumnCount);

    public static Statement MoveHead { get; } = new("update store_journal_head set number = $1, hash = $2 where id = 1", 2);

    public const string InOrder = $"select {Columns} from {Table} order by number";

    public const string HashOf = $"select hash from {Table} where number = $1";
}
