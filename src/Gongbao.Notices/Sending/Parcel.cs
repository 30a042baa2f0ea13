using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.Access.Accounts;

namespace Gongbao.Notices.Sending;

/// <summary>A delivery with what is needed to send it.</summary>
/// <param name="Id">Of the delivery: the same on every try.</param>
/// <param name="Attempts">Tries before this one.</param>
/// <param name="To">The recipient; null where the account is gone.</param>
/// <param name="Messages">In the order in which they fell due.</param>
/// <param name="Subscription">The subscription for which it goes out; null to people of the house.</param>
internal sealed record Parcel(string Id, int Attempts, Contacts? To, IReadOnlyList<Message> Messages, Subscription? Subscription = null);

/// <summary>What came of a try.</summary>
/// <param name="Id">Of the delivery.</param>
/// <param name="Outcome">Handed over, refused for good, or waiting to be tried again.</param>
/// <param name="Fault">What went wrong; null where nothing did.</param>
internal sealed record Handed(string Id, DeliveryState Outcome, string? Fault);

/// <summary>The other side could not be spoken to at all, so that nobody else need try just now.</summary>
internal sealed class ChannelDownException(string fault, Exception? cause = null) : Exception(fault, cause);

/// <summary>Hands deliveries over by one channel.</summary>
internal interface ISender
{
    Channel Channel { get; }

    /// <summary>So many recipients at most in one call.</summary>
    int Most(NoticeRules rules);

    /// <summary>Whether the city has set the channel up and its secret is known.</summary>
    bool IsReady(NoticeRules rules);

    /// <returns>What came of each.</returns>
    /// <exception cref="ChannelDownException">Nothing was handed over, or it is unknown.</exception>
    Task<IReadOnlyList<Handed>> SendAsync(IReadOnlyList<Parcel> parcels, NoticeRules rules, CancellationToken stop);
}
