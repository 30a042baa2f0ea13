using Gongbao.Notices.Inbox;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Subscriptions;

namespace Gongbao.Notices.Sending;

/// <summary>Subject and body of the mail that a delivery makes (邮件的措辞), with the links that only its recipient gets.</summary>
internal sealed class MailWords(AnswerLinks links, SubscriptionLinks subscriptions)
{
    public static string Subject(Parcel parcel) => parcel.Messages is [var only] ? only.Subject : $"{parcel.Messages.Count} 条提醒：{parcel.Messages[0].Subject} 等";

    public string Text(Parcel parcel, NoticeRules rules) => parcel.Subscription is { } followed
        ? MailText.Public(
            parcel.Messages, rules.Address!, followed.ConfirmedAt is null ? SubscriptionLinks.ConfirmPath + subscriptions.Confirm(followed.Id, rules.Subscriptions!) : null, SubscriptionLinks.EndPath + subscriptions.End(followed.Id))
        : MailText.Of(parcel.Messages, rules.Address, links.Of(parcel.Id, rules));
}
