using System.Text;
using Gongbao.Notices.Storage;

namespace Gongbao.Notices.Sending;

/// <summary>What a mail says (邮件正文): each message with where it is done, and at the end how to answer.</summary>
internal static class MailText
{
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
