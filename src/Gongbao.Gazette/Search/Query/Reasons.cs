namespace Gongbao.Gazette.Search.Query;

/// <summary>Says in a sentence why a document was found.</summary>
internal static class Reasons
{
    /// <param name="tier">Where it stands.</param>
    /// <param name="number">The document's number; null where it has none.</param>
    /// <param name="phrases">The words looked for.</param>
    /// <param name="clauses">How many of its clauses hold any of them.</param>
    /// <param name="isHeading">Whether one of these is a heading that holds all of them.</param>
    /// <param name="place">The first of these that has a name; null when none has.</param>
    public static string Of(HitTier tier, string? number, IReadOnlyList<string> phrases, int clauses, bool isHeading, string? place)
    {
        var words = phrases.Count > 1 ? "这些词" : "所查的词";
        var where = clauses == 0 ? null : $"正文有 {clauses} 处写到{words}" + (place is null ? "" : isHeading ? $"，其中“{place}”以此为题" : $"，如“{place}”");
        var first = tier switch
        {
            HitTier.Number => $"文号就是“{number}”",
            HitTier.Title => "标题或者所印发文件的名称与所查一致",
            HitTier.TitleEnd => "标题或者所印发文件的名称以所查的名称结尾",
            HitTier.Issuer => "由所查的机关发文",
            HitTier.InTitle when phrases.Count > 0 => $"标题里有{words}",
            HitTier.InHead when phrases.Count > 0 => $"文号、发文机关和标题里有{words}",
            HitTier.InTitle or HitTier.InHead => "符合所选的条件",
            HitTier.InText => null,
        };
        return (first, where) switch
        {
            (null, null) => $"文中有{words}。",
            (null, _) => where + "。",
            (_, null) => first + "。",
            _ => $"{first}；{where}。",
        };
    }
}
