namespace Gongbao.Gazette.Library;

/// <summary>The whole name of a document: who issued it, and its title. The title of an order (令) names its issuer itself.</summary>
internal static class FullTitle
{
    public static string Of(string issuers, string title) => title.StartsWith(issuers, StringComparison.Ordinal) ? title : issuers + title;

    /// <summary>As one document cites another (引用): 《标题》（文号）; an order by its number alone, 清河市人民政府令第8号.</summary>
    public static string Cited(string issuers, string title, string? number) => IsOrder(title, number) ? number! : $"《{Of(issuers, title)}》" + (number is null ? "" : $"（{number}）");

    /// <summary>Whether this is an order (令), whose number begins with its title.</summary>
    public static bool IsOrder(string title, string? number) => number is not null && number.Length > title.Length && number.StartsWith(title, StringComparison.Ordinal);
}
