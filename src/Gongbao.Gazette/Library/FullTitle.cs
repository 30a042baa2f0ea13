namespace Gongbao.Gazette.Library;

/// <summary>The whole name of a document: who issued it, and its title. The title of an order (令) names its issuer itself.</summary>
internal static class FullTitle
{
    public static string Of(string issuers, string title) => title.StartsWith(issuers, StringComparison.Ordinal) ? title : issuers + title;
}
