namespace Gongbao.Web.Frame;

/// <summary>An entry of the site's navigation, brought by a room (<c>services.AddSingleton(new NavigationItem(…))</c>).</summary>
/// <param name="Text">What the reader sees, two to five characters.</param>
/// <param name="Href">A local address.</param>
/// <param name="Order">Entries stand in this order, lowest first.</param>
/// <param name="Verb">The verb a person needs to see the entry; null for one that everybody sees.</param>
/// <param name="Elder">Whether the elder mode, which shows fewer things, keeps it.</param>
public sealed record NavigationItem(string Text, string Href, int Order, string? Verb = null, bool Elder = true)
{
    /// <summary>True when the page at this path belongs under the entry.</summary>
    internal bool Holds(string path) => path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal));
}
