using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Sending;

/// <summary>A mail of the demo, as it would have been sent.</summary>
/// <param name="To">Name of the account, or 订阅人.</param>
/// <param name="Subject">One line.</param>
/// <param name="Lines">The body, each line with the path on this site that it ends with, or null.</param>
/// <param name="At">Real instant.</param>
internal sealed record DemoLetter(string To, string Subject, IReadOnlyList<(string Text, string? Path)> Lines, DateTimeOffset At);

/// <summary>Takes mail in <c>demo</c>, which never sends any (演示邮件): what would have gone out is shown on a page, so that a demo can be gone through to the last link.</summary>
internal sealed class DemoMailbox : ISender
{
    public Channel Channel => Channel.Email;

    public int Most(NoticeRules rules) => rules.BatchRecipients;

    public bool IsReady(NoticeRules rules) => rules.Email is not null;

    public Task<IReadOnlyList<Handed>> SendAsync(IReadOnlyList<Parcel> parcels, NoticeRules rules, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Handed>>([.. parcels.Select(p => p.To?.Email is null ? new Handed(p.Id, DeliveryState.Refused, "没有填电子邮箱。") : new(p.Id, DeliveryState.HandedOver, null))]);
}

/// <summary>Reads what the demo would have sent. It is put together anew from the messages; nothing is kept of a mail itself.</summary>
internal sealed class DemoMail(NoticesDb db, Parcels parcels, MailWords words, NoticeRules rules, AccessOptions options)
{
    public const string Path = "/demo/mail";

    private const int Most = 50;

    /// <summary>False outside the demo, where there is no such page.</summary>
    public bool IsDemo => options.IsDemo;

    /// <returns>The newest first, at most 50; those whose recipient is gone left out.</returns>
    public async Task<IReadOnlyList<DemoLetter>> ReadAsync(CancellationToken stop)
    {
        var sent = await db.Deliveries.Where(d => d.Channel == Channel.Email && d.State == DeliveryState.HandedOver).OrderByDescending(d => d.HandedAt).ThenByDescending(d => d.Id).Take(Most)
            .ToDictionaryAsync(d => d.Id, d => d.HandedAt!.Value, stop);
        return [.. (await parcels.OfAsync([.. sent.Keys], stop)).Where(p => p.To is not null).OrderByDescending(p => sent[p.Id]).Select(p => new DemoLetter(
            p.To!.Account, MailWords.Subject(p), [.. words.Text(p, rules).TrimEnd().Split('\n').Select(Line)], sent[p.Id]))];
    }

    private static (string Text, string? Path) Line(string line) => line.IndexOf('/') is >= 0 and var at && (at == 0 || line[at - 1] == '：') ? (line[..at], line[at..]) : (line, null);
}
