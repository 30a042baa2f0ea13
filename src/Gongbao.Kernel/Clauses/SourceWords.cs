using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// Words of a source in the form in which they are compared: white space and invisible marks removed, full and half width made one,
/// quotation marks and dashes made one. What is left of two printings of the same words is equal.
/// </summary>
public static class SourceWords
{
    /// <summary>The form that is compared; empty for a text of white space.</summary>
    public static string Normalise(ReadOnlySpan<char> text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in TextForm.WithoutSpace(text)) form.Append(Fold(c));
        return form.ToString();
    }

    private static char Fold(char c) => c switch
    {
        '“' or '”' or '「' or '」' or '『' or '』' or '＂' => '"',
        '‘' or '’' or '＇' => '\'',
        '—' or '–' or '―' or '－' or '‐' or '‑' or '−' => '-',
        '～' or '〜' => '~',
        '〔' or '［' or '【' or '﹝' => '[',
        '〕' or '］' or '】' or '﹞' => ']',
        '﹒' or '·' or '•' or '・' => '·',
        '○' => '〇',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => c,
    };
}
