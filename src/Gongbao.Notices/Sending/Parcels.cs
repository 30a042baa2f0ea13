using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using Gongbao.Platform.Access.Accounts;
using Gongbao.Platform.Access.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Sending;

/// <summary>Puts together what is needed to send deliveries (待投递的内容): the messages, and the addresses, which are opened for this alone.</summary>
internal sealed class Parcels(NoticesDb db, AccountContacts contacts, SealedAddresses addresses)
{
    /// <param name="taken">Ids of deliveries that were taken.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>In the order in which they fell due.</returns>
    public async Task<IReadOnlyList<Parcel>> OfAsync(IReadOnlyList<string> taken, CancellationToken stop)
    {
        var deliveries = await db.Deliveries.Where(d => taken.Contains(d.Id)).OrderBy(d => d.DueAt).ThenBy(d => d.Id).ToListAsync(stop);
        var messages = (await db.Messages.Where(m => m.DeliveryId != null && taken.Contains(m.DeliveryId)).ToListAsync(stop)).ToLookup(m => m.DeliveryId);
        var people = await contacts.OpenAsync([.. deliveries.Select(d => d.Recipient)], stop);
        var followers = await FollowersAsync([.. deliveries.Select(d => d.Recipient).Where(r => !people.ContainsKey(r)).Distinct()], stop);
        return [.. deliveries.Select(d =>
        {
            var follower = followers.GetValueOrDefault(d.Recipient);
            return new Parcel(d.Id, d.Attempts, people.GetValueOrDefault(d.Recipient) ?? follower.To, [.. messages[d.Id].OrderBy(m => m.DueAt).ThenBy(m => m.Id, StringComparer.Ordinal)], follower.Subscription);
        })];
    }

    private async Task<Dictionary<Guid, (Contacts? To, Subscription? Subscription)>> FollowersAsync(Guid[] ids, CancellationToken stop)
    {
        if (ids.Length == 0) return [];
        var found = await db.Subscriptions.Where(s => ids.Contains(s.Id)).ToListAsync(stop);
        var opened = await addresses.OpenAsync([.. found.Select(s => (Subscription.EmailField.In(s.Id), s.SealedEmail))], stop);
        return found.Zip(opened).ToDictionary(f => f.First.Id, f => ((Contacts?)new Contacts(Audience.Name, f.Second, null), (Subscription?)f.First));
    }
}
