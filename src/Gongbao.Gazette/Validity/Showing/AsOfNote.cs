using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>What a copy of a document as of a day says on its first page (截至某日的文本), for it lies about without the site that would tell.</summary>
/// <param name="Day">The day.</param>
/// <param name="StateName">The state on that day, in words.</param>
/// <param name="Sources">The documents whose amendments are in its words, first the earliest.</param>
/// <param name="NotApplied">How many amendments that hold could not be put into the words.</param>
internal sealed record AsOfNote(DateOnly Day, string StateName, IReadOnlyList<string> Sources, int NotApplied)
{
    private const int MostNamed = 8;

    /// <summary>As whole sentences.</summary>
    public string Text => $"本文按{ChineseFormat.Date(Day)}的效力与文字。当日效力：{StateName}。"
        + (Sources.Count == 0 ? "" : $"已并入下列文件的修改：{string.Join('、', Sources.Take(MostNamed))}{(Sources.Count > MostNamed ? $"等{Sources.Count}件" : "")}。")
        + (NotApplied == 0 ? "" : $"另有{NotApplied}处修改未能并入文字，请查看文件页面的“效力沿革”。");
}
