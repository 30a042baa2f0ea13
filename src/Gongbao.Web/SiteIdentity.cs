namespace Gongbao.Web;

/// <summary>Whose site this is.</summary>
/// <param name="City">The city as it writes itself, such as 清河市.</param>
public sealed record SiteIdentity(string City)
{
    /// <summary>The name of the site, at the head of every page.</summary>
    public string Title => City + "人民政府公报";
}
