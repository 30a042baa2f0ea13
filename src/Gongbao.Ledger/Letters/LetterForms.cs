using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Letters;

/// <summary>Carries out what the forms of a letter's page ask for.</summary>
internal sealed class LetterForms(DraftLetter drafts, SignLetter sign, FollowLetter follow)
{
    /// <param name="form">As it was sent.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The letter's id, or what refuses it; <c>ledger.no-act</c> where the form asks for nothing known, <c>ledger.not-allowed</c> where the role does not give it.</returns>
    public async Task<Result<Guid>> DoAsync(IFormCollection form, Actor by, CancellationToken stop)
    {
        var seen = Seen.Parse(form[Picks.One]);
        var act = form["act"].ToString();
        if (Against(act, by) is { } no) return no;
        var typed = form["day"].ToString();
        DateOnly? day = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        if (day is null && typed.Length > 0) return new Refusal("ledger.bad-day", $"“{(typed.Length > 20 ? typed[..20] + "……" : typed)}”不是日期；请写成 2023-06-30 的样子。");
        return act switch
        {
            "edit" => await drafts.EditAsync(seen, form["title"], form["body"], day, by, stop),
            "sign" => await sign.HandleAsync(seen, by, stop),
            "give-back" => await sign.GiveBackAsync(seen, form["reason"], by, stop),
            "withdraw" => await sign.WithdrawAsync(seen, form["reason"], by, stop),
            "serve" => await follow.ServeAsync(seen, Enum.TryParse<ServiceKind>(form["service"], out var kind) && Enum.IsDefined(kind) ? kind : null, day, form["recipient"], form["reason"], by, stop),
            _ => await follow.ReplyAsync(seen, form["reason"], form["link"], day, by, stop),
        };
    }

    /// <summary>Why somebody may not do something about letters; null where a role of theirs gives it.</summary>
    public static Refusal? Against(string act, Actor by) => VerbsOf(act) switch
    {
        [] => new("ledger.no-act", "没有认出要办的事；请用页面上的按钮。"),
        var verbs when !verbs.Any(by.May) => new("ledger.not-allowed", "您的角色不能办理这件事；请由有权限的人员登录后办理。"),
        _ => null,
    };

    private static IReadOnlyList<string> VerbsOf(string act) => act switch
    {
        "edit" or "serve" => [LedgerRules.ManageVerb],
        "sign" or "give-back" => [LetterRules.SignVerb],
        "withdraw" => [LedgerRules.ManageVerb, LetterRules.SignVerb],
        "reply" => [LedgerRules.ManageVerb, LedgerRules.ReportVerb],
        _ => [],
    };
}
