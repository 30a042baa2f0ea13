using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Web.Display;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Account;

/// <summary>What the account's pages have in common: who acts, refusals beside their field, and going on to another page after a form.</summary>
public abstract class AccountForm : ComponentBase
{
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IServiceProvider Services { get; set; } = null!;

    /// <summary>Refusals that belong to no field.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>Who acts; only on pages whose rule asks that somebody is signed in.</summary>
    protected async Task<Actor> ActorAsync() =>
        await ((ActorSource)Services.GetService(typeof(ActorSource))!).FindAsync(Http, Stop) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Another page is read next, so that reloading it sends no form again.</summary>
    protected void GoTo(string localAddress) => Navigation.NavigateTo(LocalAddress.OrHome(localAddress));

    protected void NotFound() => Navigation.NotFound();

    protected void Refuse(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>Puts each refusal beside the field that it is about, and the others at the top.</summary>
    protected void Refuse(EditContext edit, IReadOnlyList<Refusal> refusals, Func<Refusal, string?> fieldOf)
    {
        var messages = new ValidationMessageStore(edit);
        foreach (var refusal in refusals)
            if (fieldOf(refusal) is { } field)
                messages.Add(edit.Field(field), refusal.Reason);
        Refusals = [.. refusals.Where(r => fieldOf(r) is null)];
        edit.NotifyValidationStateChanged();
    }

    /// <summary>Forms with secrets are never kept by the browser or anything between.</summary>
    protected void KeepNoCopy() => Http.Response.Headers.CacheControl = "no-store";

    protected static bool IsAboutNewPassword(Refusal refusal) => refusal.Code is "access.password-short" or "access.password-long" or "access.password-plain" or "access.password-common" or "access.password-named" or "access.password-used";
}
