using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.States;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Work;

/// <summary>Carries out what the forms of an obligation's page ask for.</summary>
internal sealed class ObligationForms(WantEvidence want, IServiceProvider services, JudgeReport judge, WriteMeasure measures, SetLimit limits, AnswerQuestion questions, AskAndAnswer requests, LinkForms links, SameTasks same)
{
    /// <param name="form">As it was sent.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The obligation's id, or what refuses it; <c>ledger.no-act</c> where the form asks for nothing known, <c>ledger.not-allowed</c> where the role does not give it.</returns>
    public async Task<Result<Guid>> DoAsync(IFormCollection form, Actor by, CancellationToken stop)
    {
        var seen = Seen.Parse(form[Picks.One]);
        var reason = form["reason"].ToString();
        var share = Guid.TryParse(form["share"], out var id) ? id : default;
        var act = form["act"].ToString();
        if (LinkForms.Knows(act)) return await links.DoAsync(act, seen, form, by, stop);
        if (VerbOf(act) is not { } verb) return new Refusal("ledger.no-act", "没有认出要办的事；请用页面上的按钮。");
        if (!by.May(verb)) return new Refusal("ledger.not-allowed", "您的角色不能办理这件事；请由有权限的人员登录后办理。");
        if (FormDay.Of(form["day"]).IsRefused(out var wrong, out var day)) return wrong;
        if (act is "report" or "report-done")
            return (await BroughtEvidence.OfAsync(form, (CityDeclarations?)services.GetService(typeof(CityDeclarations)), stop)).IsRefused(out wrong, out var evidence)
                ? wrong : await same.ReportAsync(seen, new(share, reason, act == "report-done", form["link"]) { Evidence = evidence }, [.. form["also"].Select(Seen.Parse).OfType<Seen>()], by, stop);
        return act switch
        {
            "want" => await want.HandleAsync(seen, reason, by, stop),
            "verify" or "send-back" => await judge.HandleAsync(seen, share, act == "verify", reason, by, stop),
            "measure" => await measures.HandleAsync(seen, new(share, reason, form["owner"], day), by, stop),
            "publish" => await judge.PublishAsync(seen, Guid.TryParse(form["report"], out var shown) ? shown : default, by, stop),
            "release" => await judge.ReleaseAsync(seen, share == default ? null : share, reason, form["source"], by, stop),
            "limit" => await limits.HandleAsync(seen, form["limit"], form["higher"] == "yes", reason, form["source"], by, stop),
            "event" => await limits.EventAsync(seen, day, reason, by, stop),
            "answer-question" => await questions.HandleAsync(
                seen, Guid.TryParse(form["question"], out var question) ? question : default, form["units"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Enum.TryParse<DutyRole>(form["role"], out var role) && Enum.IsDefined(role) ? role : DutyRole.Responsible, reason, by, stop),
            "extend" => await requests.AskAsync(seen, share, ActKind.ExtensionAsked, day, reason, by, stop),
            "return" => await requests.AskAsync(seen, share, ActKind.ReturnAsked, null, reason, by, stop),
            "raise" => await requests.AskAsync(seen, share, ActKind.Raised, null, reason, by, stop),
            _ => await requests.AnswerAsync(seen, Guid.TryParse(form["request"], out var request) ? request : default, act == "grant", reason, by, stop),
        };
    }

    private static string? VerbOf(string act) => act switch
    {
        "report" or "report-done" or "extend" or "return" or "raise" or "measure" => LedgerRules.ReportVerb,
        "verify" or "send-back" => LedgerRules.VerifyVerb,
        "want" or "publish" or "release" or "limit" or "event" or "answer-question" or "grant" or "decline" => LedgerRules.ManageVerb,
        _ => null,
    };
}
