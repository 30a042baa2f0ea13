using Gongbao.Kernel.Time;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.City;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Desk;

/// <summary>Which messages the desk lists.</summary>
internal enum DeskFilter
{
    All,

    /// <summary>Tried and not handed over yet.</summary>
    Failed,

    /// <summary>There was nobody to tell.</summary>
    Nobody,

    /// <summary>Handed over or in the inbox, and not acknowledged.</summary>
    Unanswered,
}

/// <summary>How a message went by a channel.</summary>
/// <param name="Channel">Which; as the data has it.</param>
/// <param name="State">What became of it; as the data has it.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="HandedAt">Real instant at which the other side took it; null before.</param>
/// <param name="Fault">What went wrong last; null where nothing did.</param>
internal sealed record SentBy(string Channel, string State, int Attempts, DateTimeOffset? HandedAt, string? Fault);

/// <summary>A message as the follow-up office sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cause">What it is about.</param>
/// <param name="Subject">One line.</param>
/// <param name="Address">The page on which it is seen.</param>
/// <param name="Recipient">Account name; null where there is no recipient.</param>
/// <param name="People">As whom; null where the watch names one account or what may be done.</param>
/// <param name="Unit">Name of the unit for which the recipient is told; null for the city.</param>
/// <param name="State">What became of it; as the data has it.</param>
/// <param name="DueAt">Legal instant at which it fell due.</param>
/// <param name="Sent">The delivery it goes with; null for the inbox alone.</param>
/// <param name="AcknowledgedAt">Legal instant at which the recipient said so; null before.</param>
internal sealed record DeskLine(
    string Id, string Cause, string Subject, string Address, string? Recipient, string? People, string? Unit, string State, DateTimeOffset DueAt, SentBy? Sent, DateTimeOffset? AcknowledgedAt);

/// <summary>A part of what was sent.</summary>
/// <param name="Messages">The newest first.</param>
/// <param name="Next">Where the next part begins; null for the last.</param>
internal sealed record DeskView(IReadOnlyList<DeskLine> Messages, string? Next);

/// <summary>A printed sheet for one recipient.</summary>
/// <param name="Delivery">Id of the delivery.</param>
/// <param name="Recipient">Account name.</param>
/// <param name="Units">Names of units, joined by 、; empty for the city.</param>
/// <param name="Messages">In the order in which they fell due.</param>
internal sealed record PrintedSheet(string Delivery, string Recipient, string Units, IReadOnlyList<Message> Messages);

/// <summary>What was sent, to whom, by which channel and with what outcome (告知记录), for the follow-up office.</summary>
internal sealed class NoticesDesk(NoticesDb db, ActorNames names, CityDeclarations city, NoticeRules rules, CityClock clock)
{
    public const string ReadVerb = "notices.read";
    public const string ManageVerb = "notices.manage";
    public const int PageSize = 50;
    public const int Sheets = 200;

    /// <summary>How places in the list are written into addresses.</summary>
    public static ListCursor Cursor(DeskFilter filter, string? cause) => new("notices", filter.ToString(), cause);

    /// <param name="filter">Which.</param>
    /// <param name="cause">Only of this cause; null for all.</param>
    /// <param name="after">Behind which message; null for the newest.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<DeskView> ReadAsync(DeskFilter filter, string? cause, MessagePlace? after, CancellationToken stop)
    {
        var listed = filter switch
        {
            DeskFilter.Failed => db.Messages.Where(m => db.Deliveries.Any(d => d.Id == m.DeliveryId && d.State == DeliveryState.Waiting && d.Attempts > 0)),
            DeskFilter.Nobody => db.Messages.Where(m => m.State == MessageState.Nobody),
            DeskFilter.Unanswered => db.Messages.Where(m => m.State == MessageState.Given && m.AcknowledgedAt == null),
            DeskFilter.All => db.Messages,
        };
        if (!string.IsNullOrEmpty(cause)) listed = listed.Where(m => m.Cause == cause);
        var (found, behind) = await listed.NewestBehind(after).FirstAsync(PageSize, m => new MessagePlace(m.DueAt, m.Id), stop);
        var ids = found.Select(m => m.DeliveryId).OfType<string>().Distinct().ToArray();
        var deliveries = await db.Deliveries.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, stop);
        var called = await names.OfAsync(found.Select(m => m.Recipient).OfType<Guid>().Select(Actor), stop);
        return new([.. found.Select(m => Line(m, m.DeliveryId is { } sent ? deliveries.GetValueOrDefault(sent) : null, called))], Cursor(filter, cause).Write(behind));
    }

    /// <summary>What is to be printed and handed over, the earliest first.</summary>
    public async Task<IReadOnlyList<PrintedSheet>> SheetsAsync(CancellationToken stop)
    {
        var deliveries = await db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.Channel == Channel.Print).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(Sheets).ToListAsync(stop);
        var ids = deliveries.Select(d => d.Id).ToArray();
        var messages = (await db.Messages.Where(m => m.DeliveryId != null && ids.Contains(m.DeliveryId)).OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToListAsync(stop)).ToLookup(m => m.DeliveryId);
        var called = await names.OfAsync(deliveries.Select(d => Actor(d.Recipient)), stop);
        return [.. deliveries.Select(d => new PrintedSheet(d.Id, called[Actor(d.Recipient)], string.Join('、', messages[d.Id].Select(m => m.Unit).OfType<string>().Distinct().Select(UnitName)), [.. messages[d.Id]]))];
    }

    /// <summary>Legal day.</summary>
    public DateOnly Today => clock.Today;

    private static string Actor(Guid account) => $"account:{account:N}";

    private string UnitName(string id) => city.Directory.Find(id)?.FullName ?? id;

    private DeskLine Line(Message message, Delivery? delivery, IReadOnlyDictionary<string, string> called) => new(
        message.Id, message.Cause, message.Subject, message.Address, message.Recipient is { } to ? message.People == Audience.People ? Audience.Name : called[Actor(to)] : null,
        message.People is { } people && people != Audience.People ? rules.People.GetValueOrDefault(people)?.Name ?? people : null, message.Unit is { } unit ? UnitName(unit) : null,
        Word(message.State), message.DueAt,
        delivery is null ? null : new(Word(delivery.Channel), Word(delivery.State), delivery.Attempts, delivery.HandedAt, delivery.Fault), message.AcknowledgedAt);

    /// <summary>A value as the data has it.</summary>
    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
