namespace Gongbao.Kernel.Directory;

/// <summary>A stretch of the folded text between separators.</summary>
/// <param name="From">First character.</param>
/// <param name="To">One past the last.</param>
/// <param name="BeginsSentence">True where a comma, a semicolon or nothing stands before it, false where 、 does.</param>
internal readonly record struct UnitPiece(int From, int To, bool BeginsSentence);

/// <summary>Cuts a text at its separators. What stands in brackets is not cut: 各县（市、区）人民政府 is one piece.</summary>
internal static class UnitPieces
{
    public static IEnumerable<UnitPiece> Of(string text)
    {
        var closing = ClosingBrackets(text);
        var (from, begins) = (0, true);
        for (var i = 0; i < text.Length; i++)
        {
            if (closing.Length > 0 && closing[i] > i)
            {
                i = closing[i];
                continue;
            }

            if (!IsSeparator(text[i])) continue;
            if (i > from) yield return new(from, i, begins);
            begins = text[i] != '、' || (i == from && begins);
            from = i + 1;
        }

        if (from < text.Length) yield return new(from, text.Length, begins);
    }

    private static bool IsSeparator(char c) => c is '、' or '，' or '；' or '。' or '〔' or '〕' or '/' or '／' or '|';

    /// <summary>For each opening bracket that is closed the place where it is, else 0; nothing where there is no bracket.</summary>
    private static int[] ClosingBrackets(string text)
    {
        if (!text.Contains('（')) return [];
        var closing = new int[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '（') open.Push(i);
            else if (text[i] == '）' && open.TryPop(out var start)) closing[start] = i;
        }

        return closing;
    }
}
