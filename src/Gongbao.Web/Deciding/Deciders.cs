using Gongbao.Platform.Access.Accounts;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Deciding;

/// <summary>What pages call those who decided or brought something.</summary>
public static class Deciders
{
    /// <summary>A name for each; where nobody keeps accounts, the ids themselves.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(HttpContext http, IEnumerable<string?> actors)
    {
        var asked = actors.OfType<string>().Distinct().ToList();
        return asked.Count > 0 && http.RequestServices.GetService(typeof(ActorNames)) is ActorNames names ? await names.OfAsync(asked, http.RequestAborted) : asked.ToDictionary(a => a);
    }
}
