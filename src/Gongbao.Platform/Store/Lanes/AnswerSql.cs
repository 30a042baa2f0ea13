namespace Gongbao.Platform.Store.Lanes;

/// <summary>Answers by idempotency key: the key is taken before the unit runs, the answer is put in at its end.</summary>
internal static class AnswerSql
{
    public static Statement Claim { get; } = new(
        "insert into store_answer (actor, key, request, answer, kept_at) values ($1, $2, $3, '', $4) on conflict do nothing", 4);

    public static Statement Keep { get; } = new("update store_answer set answer = $3 where actor = $1 and key = $2", 3);

    public static Statement Find { get; } = new("select request, answer from store_answer where actor = $1 and key = $2", 2);
}
