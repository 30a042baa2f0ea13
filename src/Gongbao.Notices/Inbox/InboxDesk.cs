using System.Globalization;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Inbox;

/// <summary>A message as its recipient sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What is said besides; null where the subject says it.</param>
/// <param name="Unit">Name of the unit for which the recipient is told; null for the city and for one account.</param>
/// <param name="Clause">What it rests on; null where nothing is named.</param>
/// <param name="Address">The page on which it is seen and done.</param>
/// <param name="IsUrgent">Whether it is urgent.</param>
/// <param name="DueAt">Legal instant at which it fell due.</param>
/// <param name="AcknowledgedAt">Legal instant at which the recipient said so; null before.</param>
internal sealed record InboxLine(string Id, string Subject, string? Text, string? Unit, string? Clause, string Address, bool IsUrgent, DateTimeOffset DueAt, DateTimeOffset? AcknowledgedAt);

/// <summary>A part of an inbox.</summary>
/// <param name="Messages">The newest first.</param>
/// <param name="Unread">How many of the whole inbox are not acknowledged.</param>
/// <param name="Next">Where the next part begins; null for the last.</param>
internal sealed record InboxView(IReadOnlyList<InboxLine> Messages, int Unread, string? Next);

/// <summary>What a person was told (收件箱).</summary>
internal sealed class InboxDesk(NoticesDb db, CityDeclarations city)
{
    public const int PageSize = 50;

    /// <param name="by">Whose inbox.</param>
    /// <param name="unreadOnly">Whether only what is not acknowledged is listed.</param>
    /// <param name="cursor">The <see cref="InboxView.Next"/> of the part before; null, or none that was ever given, for the first.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<InboxView> ReadAsync(Actor by, bool unreadOnly, string? cursor, CancellationToken stop)
    {
        var listed = Of(by).Where(m => !unreadOnly || m.AcknowledgedAt == null);
        if (MessageCursor.Read(cursor) is var (at, id)) listed = listed.Where(m => m.DueAt < at || (m.DueAt == at && string.Compare(m.Id, id) < 0));
        var found = await listed.OrderByDescending(m => m.DueAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new InboxLine(m.Id, m.Subject, m.Text, m.Unit, m.Clause, m.Address, m.IsUrgent, m.DueAt, m.AcknowledgedAt)).ToListAsync(stop);
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        return new([.. found.Select(m => m with { Unit = m.Unit is { } unit ? city.Directory.Find(unit)?.FullName ?? unit : null })], await UnreadAsync(by, stop), more ? MessageCursor.Write(found[^1].DueAt, found[^1].Id) : null);
    }

    /// <summary>How many messages wait to be acknowledged.</summary>
    public Task<int> UnreadAsync(Actor by, CancellationToken stop) => Of(by).CountAsync(m => m.AcknowledgedAt == null, stop);

    private IQueryable<Message> Of(Actor by) => db.Messages.Where(m => m.Recipient == by.Id);
}

/// <summary>How a place in a list of messages is written into an address (游标).</summary>
internal static class MessageCursor
{
    public static string Write(DateTimeOffset at, string id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks / TimeSpan.TicksPerMicrosecond}-{id}");

    /// <returns>Null for what is no cursor.</returns>
    public static (DateTimeOffset At, string Id)? Read(string? text) =>
        text?.Split('-') is [var at, { Length: 32 } id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
            ? (new(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), id)
            : null;
}
