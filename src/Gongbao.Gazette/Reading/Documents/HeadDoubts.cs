namespace Gongbao.Gazette.Reading;

/// <summary>What is missing from a head that every official document has.</summary>
internal static class HeadDoubts
{
    public static IEnumerable<Flag> Of(ReadDocument document)
    {
        var line = document.Root.Line;
        var span = document.Root.Children.Count > 0 ? document.Root.Children[0].Span : default;
        if (document.Issuers.Count == 0) yield return new("issuer", "没有找到发文机关，请核对。", line, span);
        if (document.Title is null) yield return new("title", "没有找到标题，请核对。", line, span);
        else if (document.Kind is null) yield return new("kind", "标题末尾不是十五种公文文种之一，请核对。", line, document.Title.Span);
        if (document.DatedOn is null) yield return new("date", "没有找到成文日期，请核对。", line, span);
    }
}
