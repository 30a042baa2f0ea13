using System.Text;
using Gongbao.Notices.Storage;

namespace Gongbao.Notices.Sending;

/// <summary>What a mail says (邮件正文): each message with where it is done, and at the end how to answer.</summary>
internal static class MailText
{
    /// <summary>What a mail to somebody says who follows something.</summary>
    /// <param name="messages">One or several.</param>
    /// <param name="site">Where links begin.</param>
    /// <param name="confirm">Path of the page on which the subscription is confirmed; null where it was.</param>
    /// <param name="end">Path of the page on which it is ended.</param>
    public static string Public(IReadOnlyList<Message> messages, string site, string? confirm, string end)
    {
        var text = new StringBuilder();
        foreach (var message in messages) text.Append(message.Subject).Append("\n查看：").Append(site).Append(message.Address).Append("\n\n");
        if (confirm is not null) text.Append("有人用这个邮箱订阅上面的内容。是您的话，请打开这个链接确认；不是的，不必理会，不会再收到邮件，邮箱到期销毁：\n").Append(site).Append(confirm).Append("\n\n");
        return text.Append("不想再收到的，请打开这个链接退订：\n").Append(site).Append(end).Append('\n').ToString();
    }

    /// <param name="messages">One or several.</param>
    /// <param name="site">Where links begin; null for none.</param>
    /// <param name="answer">The link by which the recipient answers; null for none.</param>
    public static string Of(IReadOnlyList<Message> messages, string? site, string? answer)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            text.Append(message.Subject).Append('\n');
            if (message.Text is { } said) text.Append(said).Append('\n');
            if (message.Clause is { } clause) text.Append("依据：").Append(clause).Append('\n');
            if (site is not null) text.Append("查看和办理：").Append(site).Append(message.Address).Append('\n');
            text.Append('\n');
        }

        return text.Append(answer is null ? "请登录后在“收件箱”里回应。" : $"已经知道的，请打开这个链接回应，不必登录，只能用一次：\n{answer}").Append('\n').ToString();
    }
}
