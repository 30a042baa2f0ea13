using System.Globalization;
using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Formats;

/// <summary>The names of attachments one a line, as they are set (附件说明).</summary>
/// <remarks>GB/T 9704—2012 7.3.4</remarks>
internal static class AttachmentLines
{
    /// <param name="note">附件：1．甲2．乙</param>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Of(BlockView note)
    {
        var lines = new List<IReadOnlyList<TextRun>>();
        var line = new List<TextRun>();
        var next = 2;
        foreach (var run in note.Text)
        {
            var from = 0;
            for (var at = 0; run.Kind is RunKind.Plain && at < run.Text.Length; at++)
            {
                if (!Begins(run.Text, at, next)) continue;
                if (at > from) line.Add(new(run.Text[from..at].TrimEnd()));
                (from, next) = (at, next + 1);
                lines.Add(line);
                line = [];
            }
            if (from < run.Text.Length) line.Add(run with { Text = run.Text[from..] });
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>Whether the number stands here, between words, with its mark behind it.</summary>
    private static bool Begins(string text, int at, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return at > 0 && !char.IsAsciiDigit(text[at - 1]) && string.CompareOrdinal(text, at, digits, 0, digits.Length) == 0
            && at + digits.Length + 1 < text.Length && text[at + digits.Length] is '．' or '.' or '、' && !char.IsAsciiDigit(text[at + digits.Length + 1]);
    }
}
