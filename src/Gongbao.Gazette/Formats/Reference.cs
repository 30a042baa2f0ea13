using Gongbao.Gazette.Library;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>
/// A document in a list of references (参考文献著录) by GB/T 7714—2015: 责任者.题名：文号[A/OL].(成文日期)[引用日期].地址. What the document does
/// not state is left out.
/// </summary>
internal static class Reference
{
    /// <summary>Of more responsible bodies than this the first are named, with 等.</summary>
    private const int MostIssuers = 3;

    /// <param name="document">The document.</param>
    /// <param name="address">Where it, or a place of it, was read.</param>
    /// <param name="readOn">When: the legal day.</param>
    public static string Of(DocumentView document, Uri address, DateOnly readOn)
    {
        var issuers = string.Join('，', document.Issuers.Take(MostIssuers)) + (document.Issuers.Count > MostIssuers ? "，等" : "");
        return (issuers.Length > 0 ? issuers + "." : "") + document.Title + (document.NumberUnderTitle is { } number ? "：" + number : "") + "[A/OL]."
            + (document.DatedOn is { } on ? $"({ChineseFormat.Iso(on)})" : "") + $"[{ChineseFormat.Iso(readOn)}].{address.AbsoluteUri}.";
    }
}
