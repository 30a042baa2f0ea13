using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;

namespace Gongbao.Ledger.Letters;

/// <summary>What becomes of a letter that was sent: it is served (送达), and replied to (回复).</summary>
internal sealed class FollowLetter(Writer writer)
{
    private const int MostRecipient = 60;

    /// <summary>Records service outside of the inbox, with the proof that there is.</summary>
    /// <param name="seen">The letter, as it was seen.</param>
    /// <param name="kind">How it was served; not by the inbox, which says so itself.</param>
    /// <param name="day">The day of service.</param>
    /// <param name="recipient">The post that took it, as 办公室收发岗; not a person's name.</param>
    /// <param name="note">What proves it, as the number of a receipt; null where the day and the post do.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The letter's id. Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.letter-withdrawn</c>, <c>ledger.letter-not-signed</c>, <c>ledger.no-service</c>,
    /// <c>ledger.bad-day</c>, <c>ledger.no-recipient</c>, <c>ledger.long-text</c>.
    /// </returns>
    public Task<Result<Guid>> ServeAsync(Seen? seen, ServiceKind? kind, DateOnly? day, string? recipient, string? note, Actor by, CancellationToken stop) => LetterUnit.DoAsync(writer, seen, LedgerRules.ManageVerb, by, (open, _, _) =>
    {
        if (LetterUnit.AgainstSent(open.Letter) is { } no) return Task.FromResult<Refusal?>(no);
        if (kind is not (ServiceKind.Direct or ServiceKind.Mail or ServiceKind.Electronic)) return Task.FromResult<Refusal?>(new("ledger.no-service", "请选择送达方式：直接送达、邮寄送达或者电子送达；站内签收由系统自动记录。"));
        if (day is not { } on || on < open.Letter.SignedOn || on > open.Today) return Task.FromResult<Refusal?>(new("ledger.bad-day", "请填写送达的日期，不早于签发之日，也不晚于今天。"));
        if (recipient?.Trim() is not { Length: > 0 and <= MostRecipient } post) return Task.FromResult<Refusal?>(new("ledger.no-recipient", $"请写明由哪个岗位签收，如“办公室收发岗”，不超过 {MostRecipient} 字；不要写姓名。"));
        string? text = null;
        if (!string.IsNullOrWhiteSpace(note) && WrittenText.Of(note, "送达凭据").IsRefused(out var refusal, out text)) return Task.FromResult<Refusal?>(refusal);
        Served(open, on, a => a with { Day = on, Service = kind, Recipient = post, Text = text });
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>Records the reply of the unit: by its own people, or by the follow-up office for a reply on paper.</summary>
    /// <param name="seen">The letter, as it was seen.</param>
    /// <param name="reply">What the unit says.</param>
    /// <param name="link">An address with evidence; null where there is none.</param>
    /// <param name="day">The day of a reply on paper; null for today.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The letter's id. Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.letter-withdrawn</c>, <c>ledger.letter-not-signed</c>, <c>ledger.not-your-unit</c>,
    /// <c>ledger.bad-day</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>, <c>ledger.bad-link</c>.
    /// </returns>
    public Task<Result<Guid>> ReplyAsync(Seen? seen, string? reply, string? link, DateOnly? day, Actor by, CancellationToken stop) => LetterUnit.DoAsync(writer, seen, by.May(LedgerRules.ManageVerb) ? LedgerRules.ManageVerb : LedgerRules.ReportVerb, by, (open, _, _) =>
    {
        if (!by.May(LedgerRules.ManageVerb) && !by.May(LedgerRules.ReportVerb, new AccessTarget(Unit: open.Letter.Unit))) return Task.FromResult<Refusal?>(new("ledger.not-your-unit", "这份督办函不是发给您的单位的；请由主送单位的联络员回复。"));
        if (LetterUnit.AgainstSent(open.Letter) is { } no) return Task.FromResult<Refusal?>(no);
        var on = day ?? open.Today;
        if (on < open.Letter.SignedOn || on > open.Today) return Task.FromResult<Refusal?>(new("ledger.bad-day", "回复的日期不早于签发之日，也不晚于今天；请改正。"));
        if (WrittenText.Of(reply, "回复").IsRefused(out var refusal, out var text)) return Task.FromResult<Refusal?>(refusal);
        if (TypedLink.Of(link, "材料链接").IsRefused(out refusal, out var address)) return Task.FromResult<Refusal?>(refusal);
        open.Letter.RepliedOn ??= on;
        open.Add(LetterActKind.Replied, a => a with { Text = text, Link = address, Day = day });
        open.EndReply("单位已经回复。");
        open.EndService("单位已经回复。");
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>Writes a service into the letter, and has nobody told of its receipt any more.</summary>
    public static void Served(OpenLetter open, DateOnly on, Func<StoredLetterAct, StoredLetterAct> with)
    {
        if (open.Letter.ServedOn is null || on < open.Letter.ServedOn) open.Letter.ServedOn = on;
        open.Add(LetterActKind.Served, with);
        open.EndService("督办函已经送达。");
    }
}

/// <summary>An acknowledgement in the inbox by the addressed unit's people is a proof of service (站内签收).</summary>
internal sealed class ServedByInbox : IReceive<Acknowledged>
{
    public async Task ReceiveAsync(Acknowledged fact, UnitOfWork unit, CancellationToken stop)
    {
        if (fact.Cause.Split(':') is not ["letter-served" or "letter", var id] || !Guid.TryParse(id, out var letter) || await OpenLetter.FindAsync(unit, letter, stop) is not { } open) return;
        if (fact.Unit != open.Letter.Unit || LetterUnit.AgainstSent(open.Letter) is not null || open.Letter.ServedOn is not null) return;
        FollowLetter.Served(open, open.Today, a => a with { By = $"account:{fact.Account:N}", Service = ServiceKind.Inbox });
    }
}
