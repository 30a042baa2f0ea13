using Microsoft.AspNetCore.Http;

namespace Gongbao.Web.Deciding;

/// <summary>What was picked in the form in which many things are decided at once (<c>DecideMany</c>).</summary>
public static class Picks
{
    /// <summary>The name of the box beside a thing; its value is the thing as it was seen.</summary>
    public const string One = "pick";

    /// <summary>The name of the box that picks everything that the page showed.</summary>
    public const string All = "all";

    /// <summary>The name under which the page says what it showed: what came in since then is never picked unseen.</summary>
    public const string Shown = "shown";

    /// <summary>What was picked; values that are none are left out.</summary>
    public static IReadOnlyList<Seen> Of(IFormCollection form) => [.. form[form[All].Count > 0 ? Shown : One].Select(Seen.Parse).OfType<Seen>()];

    /// <summary>Whether a thing was picked in the form that is being answered, so that its tick is not lost when the act is refused.</summary>
    public static bool Has(HttpRequest request, string seen) => request.HasFormContentType && Of(request.Form).Any(p => p.Id == Seen.Parse(seen)?.Id);
}
