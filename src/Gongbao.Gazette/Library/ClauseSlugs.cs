using System.Globalization;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Library;

/// <summary>
/// Addresses of the blocks of one document. A clause is named by its numbers from the top (<c>3-10</c> is 三（十）), an attachment by
/// <c>f1</c>, everything under them by a letter for its kind and a count (<c>3-10-p2</c>, <c>f1-t1-r7</c>): what is printed before a place
/// decides its address, so reading again gives the same one.
/// </summary>
internal static class ClauseSlugs
{
    /// <summary>Slug of a child; null for what has no address of its own.</summary>
    /// <param name="parent">Slug of the block it stands in; empty for the document.</param>
    /// <param name="node">The child.</param>
    /// <param name="occurrence">The how-manieth of its kind under the parent, from 1.</param>
    public static string? Of(string parent, Node node, int occurrence)
    {
        var step = node.Kind switch
        {
            NodeKind.Clause when Number(node.Label) is { } number => occurrence == 1 ? number : $"{number}.{occurrence}",
            NodeKind.Clause => "c" + Count(occurrence),
            NodeKind.Attachment => "f" + Count(occurrence),
            NodeKind.AttachedText => "z" + Count(occurrence),
            NodeKind.Paragraph => "p" + Count(occurrence),
            NodeKind.Table => "t" + Count(occurrence),
            NodeKind.Form => "b" + Count(occurrence),
            NodeKind.List => "l" + Count(occurrence),
            NodeKind.Row => "r" + Count(occurrence),
            NodeKind.Field => "d" + Count(occurrence),
            NodeKind.Entry => "e" + Count(occurrence),
            NodeKind.Block => "k" + Count(occurrence),
            NodeKind.Remark => "n" + Count(occurrence),
            _ => null,
        };
        return step is null ? null : parent.Length == 0 ? step : $"{parent}-{step}";
    }

    /// <summary>The kind of name that <see cref="Of"/> counts occurrences by.</summary>
    public static string Key(Node node) => node.Kind is NodeKind.Clause ? Number(node.Label) ?? "c" : node.Kind.ToString();

    /// <summary>The number in a label of any of the official styles, in Arabic digits; null when there is none.</summary>
    public static string? Number(string? label)
    {
        if (label is null) return null;
        var total = 0;
        var digit = 0;
        var any = false;
        foreach (var c in label)
        {
            var value = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= '０' and <= '９' => c - '０',
                >= '①' and <= '⑳' => c - '①' + 1,
                '〇' or '零' => 0,
                _ => "一二三四五六七八九".IndexOf(c) is >= 0 and var at ? at + 1 : -1,
            };
            if (value >= 0)
            {
                digit = char.IsAsciiDigit(c) || c is >= '０' and <= '９' ? Math.Min(9999, digit * 10 + value) : value;
                any = true;
            }
            else if (c is '十' or '百')
            {
                total += Math.Max(digit, 1) * (c == '十' ? 10 : 100);
                (digit, any) = (0, true);
            }
        }
        return any ? (total + digit).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Slug of a document: its number without brackets, or its place in the issue.</summary>
    public static string OfDocument(string? number, string issue, int index) => number is null
        ? $"{issue}-{Count(index + 1)}"
        : string.Join('-', number.Split(['〔', '〕', '[', ']', '（', '）', '(', ')', ' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('号');

    private static string Count(int occurrence) => occurrence.ToString(CultureInfo.InvariantCulture);
}
