using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>One form for texts that print differently and mean the same: width, white space, digits.</summary>
internal static class TextForm
{
    private const string OpenBrackets = "〔[［(（【﹝〖〘";
    private const string CloseBrackets = "〕]］)）】﹞〗〙";

    public static bool IsOpen(char c) => OpenBrackets.Contains(c);

    public static bool IsClose(char c) => CloseBrackets.Contains(c);

    public static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    /// <summary>Without white space and invisible marks; full-width digits and letters as half-width ones.</summary>
    public static string Compact(ReadOnlySpan<char> text) => FoldWidth(WithoutSpace(text));

    /// <summary>Without white space and invisible marks.</summary>
    public static string WithoutSpace(ReadOnlySpan<char> text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not ('\ufeff' or >= '\u200b' and <= '\u200f' or '\u00ad')) form.Append(c);
        return form.ToString();
    }

    /// <summary>Full-width digits and letters as half-width ones; white space stays.</summary>
    public static string FoldWidth(string text) =>
        text.AsSpan().ContainsAnyInRange('０', 'ｚ') ? string.Create(text.Length, text, static (form, from) =>
        {
            for (var i = 0; i < form.Length; i++) form[i] = IsFullWidth(from[i]) ? (char)(from[i] - 0xFEE0) : from[i];
        }) : text;

    /// <summary>Length of the run of ASCII digits at the start.</summary>
    public static int Digits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private static bool IsFullWidth(char c) => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
}
