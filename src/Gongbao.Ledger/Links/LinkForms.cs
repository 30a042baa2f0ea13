using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Links;

/// <summary>Carries out what the forms about linked obligations ask for.</summary>
internal sealed class LinkForms(AwaitWork awaits, SameTasks same)
{
    public static bool Knows(string act) => act is "await" or "await-remove" or "same" or "not-same";

    /// <returns>The obligation's id, or what refuses it; <c>ledger.not-allowed</c> where the role does not give it.</returns>
    public async Task<Result<Guid>> DoAsync(string act, Seen? seen, IFormCollection form, Actor by, CancellationToken stop)
    {
        if (!by.May(LedgerRules.ManageVerb)) return new Refusal("ledger.not-allowed", "您的角色不能办理这件事；请由有权限的人员登录后办理。");
        var reason = form["reason"].ToString();
        return act switch
        {
            "await" => await awaits.SetAsync(seen, form["awaited"], reason, by, stop),
            "await-remove" => await awaits.RemoveAsync(seen, Guid.TryParse(form["awaited"], out var awaited) ? awaited : default, reason, by, stop),
            _ => await same.DecideAsync(seen, Seen.Parse(form["other"]), act == "same", reason, by, stop),
        };
    }
}
