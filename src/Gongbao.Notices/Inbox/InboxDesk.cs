using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
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

    /// <summary>How places in an inbox are written into addresses.</summary>
    public static ListCursor Cursor(bool unreadOnly) => new("inbox", unreadOnly ? "unread" : null);

    /// <param name="by">Whose inbox.</param>
    /// <param name="unreadOnly">Whether only what is not acknowledged is listed.</param>
    /// <param name="after">Behind which message; null for the newest.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<InboxView> ReadAsync(Actor by, bool unreadOnly, MessagePlace? after, CancellationToken stop)
    {
        var (found, behind) = await Of(by).Where(m => !unreadOnly || m.AcknowledgedAt == null).NewestBehind(after)
            .Select(m => new InboxLine(m.Id, m.Subject, m.Text, m.Unit, m.Clause, m.Address, m.IsUrgent, m.DueAt, m.AcknowledgedAt)).FirstAsync(PageSize, m => new MessagePlace(m.DueAt, m.Id), stop);
        return new([.. found.Select(m => m with { Unit = m.Unit is { } unit ? city.Directory.Find(unit)?.FullName ?? unit : null })], await UnreadAsync(by, stop), Cursor(unreadOnly).Write(behind));
    }

    /// <summary>How many messages wait to be acknowledged.</summary>
    public Task<int> UnreadAsync(Actor by, CancellationToken stop) => Of(by).CountAsync(m => m.AcknowledgedAt == null, stop);

    private IQueryable<Message> Of(Actor by) => db.Messages.Where(m => m.Recipient == by.Id);
}
