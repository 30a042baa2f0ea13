using System.Net.Sockets;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Subscriptions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Gongbao.Notices.Sending;

/// <summary>
/// Sends mail by SMTP (电子邮件), one connection a batch. The Message-ID is the message's id, or the delivery's where several go together: a repeat carries the
/// same. Where encryption is declared, nothing is said to a server that does not offer it or whose certificate is not trusted.
/// </summary>
internal sealed class EmailSender(ChannelSecrets secrets, MailTrust trust, MailWords words, SubscriptionLinks subscriptions) : ISender
{
    /// <summary>The header that names every message of a mail.</summary>
    public const string MessagesHeader = "X-Gongbao-Messages";

    public Channel Channel => Channel.Email;

    public int Most(NoticeRules rules) => rules.BatchRecipients;

    public bool IsReady(NoticeRules rules) => rules.Email is { } email && (email.User is null || secrets.SmtpPassword is not null);

    public async Task<IReadOnlyList<Handed>> SendAsync(IReadOnlyList<Parcel> parcels, NoticeRules rules, CancellationToken stop)
    {
        var handed = new List<Handed>();
        try
        {
            using var client = await ConnectAsync(rules, stop);
            foreach (var parcel in parcels) handed.Add(parcel.To?.Email is { } to ? await SendAsync(client, parcel, to, rules, stop) : new(parcel.Id, DeliveryState.Refused, "没有填电子邮箱。"));
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception fault) when (IsOfTheOtherSide(fault) || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // What was taken is taken; the others are tried again.
            if (handed.Count == 0) throw new ChannelDownException(Say(fault), fault);
            handed.AddRange(parcels.Skip(handed.Count).Select(p => new Handed(p.Id, DeliveryState.Waiting, Say(fault))).ToList());
        }

        return handed;
    }

    private async Task<SmtpClient> ConnectAsync(NoticeRules rules, CancellationToken stop)
    {
        var (email, whyNot) = (rules.Email!, (string?)null);
        var client = new SmtpClient { Timeout = (int)rules.Wait.TotalMilliseconds, ServerCertificateValidationCallback = (_, certificate, chain, errors) => (whyNot = trust.WhyNot(certificate, chain, errors)) is null };
        try
        {
            // With StartTls MailKit goes no further where the server does not offer it; StartTlsWhenAvailable would.
            await client.ConnectAsync(email.Host, email.Port, email.Security switch { "tls" => SecureSocketOptions.SslOnConnect, "starttls" => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None }, stop);
            if (email.User is { } user) await client.AuthenticateAsync(user, secrets.SmtpPassword ?? "", stop);
            return client;
        }
        catch (SslHandshakeException fault) when (whyNot is not null)
        {
            client.Dispose();
            throw new ChannelDownException($"邮件服务器 {email.Host} 的证书{whyNot}，没有发送，也不改用明文；请更换服务器的证书，或者把签发机构的证书放进数据文件夹的 {MailTrust.File} 后重新启动。", fault);
        }
        catch (NotSupportedException fault) when (!client.IsConnected)
        {
            client.Dispose();
            throw new ChannelDownException($"邮件服务器 {email.Host} 不提供 STARTTLS 加密，没有发送，也不改用明文；请在服务器上开启，或者把声明里的 security 改为 tls。", fault);
        }
        catch (AuthenticationException fault)
        {
            client.Dispose();
            throw new ChannelDownException($"邮件服务器 {email.Host} 不接受 {email.User} 的口令，没有发送；请核对 {ChannelSecrets.File} 里的 smtp-password 后重新启动。", fault);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<Handed> SendAsync(SmtpClient client, Parcel parcel, string to, NoticeRules rules, CancellationToken stop)
    {
        using var mail = Of(parcel, to, rules);
        try
        {
            await client.SendAsync(mail, stop);
            return new(parcel.Id, DeliveryState.HandedOver, null);
        }
        catch (SmtpCommandException said) when (client.IsConnected)
        {
            await client.NoOpAsync(stop);
            return (int)said.StatusCode >= 500 && said.ErrorCode is SmtpErrorCode.RecipientNotAccepted
                ? new(parcel.Id, DeliveryState.Refused, $"邮箱拒收：{said.Message}")
                : new(parcel.Id, DeliveryState.Waiting, $"邮件服务器答复：{said.Message}");
        }
    }

    private MimeMessage Of(Parcel parcel, string to, NoticeRules rules)
    {
        var from = MailboxAddress.Parse(rules.Email!.From);
        var id = parcel.Messages is [var one] ? one.Id : parcel.Id;
        var mail = new MimeMessage
        {
            MessageId = $"{id}@{from.Domain}",
            Subject = MailWords.Subject(parcel),
            Body = new TextPart("plain") { Text = words.Text(parcel, rules) },
        };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(to));
        mail.Headers.Add(MessagesHeader, string.Join(' ', parcel.Messages.Select(m => m.Id)));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (parcel.Subscription is { } followed)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{rules.Address}{SubscriptionLinks.OneClickPath}{subscriptions.End(followed.Id)}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private static string Say(Exception fault) => fault switch
    {
        OperationCanceledException or TimeoutException => "邮件服务器没有在规定时间内答复。",
        SocketException or IOException => $"邮件服务器连不上：{fault.Message}",
        NotSupportedException => "邮件服务器没有可用的登录办法，没有发送；请在服务器上开启登录，或者从声明里去掉 user。",
        SslHandshakeException => "和邮件服务器谈不成加密，没有发送，也不改用明文；请核对端口和声明里的 security。",
        _ => $"邮件服务器不能用：{fault.Message}",
    };

    private static bool IsOfTheOtherSide(Exception fault) => fault is SocketException or IOException or SmtpProtocolException or SmtpCommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or NotSupportedException;
}
