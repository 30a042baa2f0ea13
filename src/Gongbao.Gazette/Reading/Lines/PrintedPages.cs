namespace Gongbao.Gazette.Reading;

/// <summary>
/// Says on which printed page each line stands: by the numbers that the pages print, checked against the breaks that show between
/// them. Pages without a number lie between numbered ones; where as many breaks show as pages went by, each is known.
/// </summary>
internal static class PrintedPages
{
    /// <summary>So many stretches between two numbers must agree, and none disagree, before pages before the first number and behind the last are counted on.</summary>
    private const int EnoughProof = 2;

    private readonly record struct Anchor(int Page, int Number);

    /// <returns>For each line the page it stands on, from 0, and for each of these its number as printed, from 1; null where the numbers do not tell.</returns>
    public static (int[] Pages, int?[] Printed) Of(string[] words, bool[] feeds, LineKind[] kinds)
    {
        var pages = Breaks(feeds, kinds);
        var anchors = Anchors(words, kinds, pages);
        var printed = new int?[pages.Length == 0 ? 0 : pages[^1] + 1];
        foreach (var anchor in anchors) printed[anchor.Page] = anchor.Number;
        var (agree, disagree) = (0, 0);
        for (var a = 1; a < anchors.Count; a++)
        {
            var (from, to) = (anchors[a - 1], anchors[a]);
            var same = to.Number - from.Number == to.Page - from.Page;
            (agree, disagree) = same ? (agree + 1, disagree) : (agree, disagree + 1);
            for (var page = from.Page + 1; same && page < to.Page; page++) printed[page] = from.Number + page - from.Page;
        }
        if (agree >= EnoughProof && disagree == 0)
        {
            for (var page = 0; page < anchors[0].Page; page++) printed[page] = anchors[0].Number - anchors[0].Page + page is > 0 and var number ? number : null;
            for (var page = anchors[^1].Page + 1; page < printed.Length; page++) printed[page] = anchors[^1].Number + page - anchors[^1].Page;
        }
        return (pages, printed);
    }

    /// <summary>Which page, counted from 0, each line stands on: a page ends behind the number at its foot, and begins with a feed or with a running head.</summary>
    private static int[] Breaks(bool[] feeds, LineKind[] kinds)
    {
        var pages = new int[kinds.Length];
        var (page, before) = (0, -1);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is not LineKind.Blank)
            {
                if (before >= 0 && Begins(i, before, feeds, kinds)) page++;
                before = i;
            }
            pages[i] = page;
        }
        return pages;
    }

    private static bool Begins(int i, int before, bool[] feeds, LineKind[] kinds)
    {
        if (feeds[i]) return true;
        if (kinds[before] is LineKind.PageNumber) return !IsAtTop(before, feeds, kinds);
        return kinds[i] is LineKind.RunningHead or LineKind.Masthead && kinds[before] is LineKind.Text && !BreaksLater(i, feeds, kinds);
    }

    /// <summary>Whether the furniture that begins here is a page's foot: the break shows behind it.</summary>
    private static bool BreaksLater(int from, bool[] feeds, LineKind[] kinds)
    {
        for (var i = from + 1; i < kinds.Length; i++)
        {
            if (feeds[i] && kinds[i] is not LineKind.Blank || kinds[i] is LineKind.PageNumber) return true;
            if (kinds[i] is LineKind.Text) return false;
        }
        return false;
    }

    /// <summary>A number stands at the foot of its page, unless the page's break shows above it and none below.</summary>
    private static bool IsAtTop(int number, bool[] feeds, LineKind[] kinds)
    {
        for (var i = number + 1; i < kinds.Length; i++)
        {
            if (kinds[i] is LineKind.Blank) continue;
            if (feeds[i]) return false;
            break;
        }
        for (var i = number; i >= 0 && kinds[i] is not LineKind.Text; i--)
            if (feeds[i] && kinds[i] is not LineKind.Blank) return true;
        return false;
    }

    /// <summary>Pages with one number; a page with two is none's.</summary>
    private static List<Anchor> Anchors(string[] words, LineKind[] kinds, int[] pages)
    {
        var anchors = new List<Anchor>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is not LineKind.PageNumber || PageNumber.ValueOf(words[i]) is not { } number) continue;
            if (anchors.Count > 0 && anchors[^1].Page == pages[i])
            {
                if (anchors[^1].Number != number) anchors.RemoveAt(anchors.Count - 1);
            }
            else anchors.Add(new(pages[i], number));
        }
        return anchors;
    }
}
