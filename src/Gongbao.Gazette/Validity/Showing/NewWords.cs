using System.Text.RegularExpressions;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>The new words of a chapter, a section or an attachment, made into the places that they print: 第三章, 第一节, 第九条 and paragraphs.</summary>
internal static partial class NewWords
{
    private const string Units = "编章节条";

    /// <summary>The places that lines make; a line without a number of its own is a paragraph of the place before it.</summary>
    public static IReadOnlyList<BlockView> Of(IEnumerable<string> lines)
    {
        var open = new Stack<(int Rank, BlockView Block, List<BlockView> Inside)>();
        var top = new List<BlockView>();
        foreach (var line in lines)
        {
            var label = LabelOf(line);
            var rank = label is null ? Units.Length : Units.IndexOf(label[label.AsSpan().IndexOfAny(Units)]);
            while (open.Count > 0 && label is not null && open.Peek().Rank >= rank) Close();
            var block = label is null ? new BlockView { Kind = NodeKind.Paragraph, Text = [new(line)] }
                : new BlockView { Kind = NodeKind.Clause, Label = label, Place = label, Level = Math.Max(1, rank), Text = [new(line[label.Length..])] };
            if (label is null) Inside().Add(block);
            else open.Push((rank, block, []));
        }
        while (open.Count > 0) Close();
        return top;

        List<BlockView> Inside() => open.Count > 0 ? open.Peek().Inside : top;

        void Close()
        {
            var (_, block, inside) = open.Pop();
            Inside().Add(inside.Count > 0 ? block with { Children = inside } : block);
        }
    }

    /// <summary>第九条 at the beginning of a line; null where there is none.</summary>
    public static string? LabelOf(string line) => Numbered().Match(line) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("^第[〇零一二三四五六七八九十百]{1,7}([编章节]|条(之[一二三四五六七八九十]{1,3})?)(?=[\\s　]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}
