namespace Gongbao.Notices.Storage;

/// <summary>Place of a message in a list, the newest first.</summary>
/// <param name="DueAt">Legal instant at which it fell due.</param>
/// <param name="Id">Its id.</param>
internal sealed record MessagePlace(DateTimeOffset DueAt, string Id);

internal static class MessagePlaces
{
    /// <summary>The newest first, and of these what stands behind a message.</summary>
    /// <param name="messages">Of which.</param>
    /// <param name="after">Null for all.</param>
    public static IQueryable<Message> NewestBehind(this IQueryable<Message> messages, MessagePlace? after) =>
        (after is var (at, id) ? messages.Where(m => m.DueAt < at || (m.DueAt == at && string.Compare(m.Id, id) < 0)) : messages).OrderByDescending(m => m.DueAt).ThenByDescending(m => m.Id);
}
