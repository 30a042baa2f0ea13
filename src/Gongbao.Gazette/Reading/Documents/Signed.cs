namespace Gongbao.Gazette.Reading;

/// <summary>A signature (落款): names over a date. Names may be missing, the date may not. An order is signed by a person.</summary>
/// <param name="From">First line of the names, or the date's.</param>
/// <param name="Date">The line of the date.</param>
/// <param name="On">The date.</param>
internal readonly record struct Signed(int From, int Date, DateOnly On)
{
    public int To => Date + 1;

    private const int MostSigners = 8;

    /// <summary>The signature that begins at a line, if one does.</summary>
    public static Signed? At(SourceText source, ContentLine[] lines, int i, int to)
    {
        var at = i;
        while (at < to && at - i < MostSigners && (Offices.IsName(lines[at].Text) || IsSigner(lines[at].Text))) at++;
        if (at < to && DateShape.TryRead(lines[at].Text, out var on)) return at > i || EndsText(lines, i) ? new(i, at, on) : null;
        return EndsText(lines, i) && SameLine(source, lines[i], out on) ? new(i, i, on) : null;
    }

    /// <summary>Who signs an order by name: 市长 and the name of a person.</summary>
    private static bool IsSigner(string text)
    {
        foreach (var post in Lexicon.SigningPosts)
            if (text.StartsWith(post, StringComparison.Ordinal) && text.Length - post.Length is >= 2 and <= 4 && text.All(c => Characters.IsIdeograph(c) || c == '·')) return true;
        return false;
    }

    /// <summary>A date without a name over it signs only behind a whole sentence or the names of attachments.</summary>
    private static bool EndsText(ContentLine[] lines, int i) =>
        i > 0 && (lines[i - 1].Text[^1] is '。' or '！' or '）' or '》' or '”' or '〕' || Lexicon.EndsWithAny(lines[i - 1].Text, Lexicon.TextEndings));

    /// <summary>Name and date on one line, set apart.</summary>
    private static bool SameLine(SourceText source, ContentLine line, out DateOnly on)
    {
        on = default;
        var text = line.Text;
        var year = text.Length is > 12 and < 60 && text.EndsWith('日') ? text.IndexOf('年') - 4 : -1;
        return year > 1 && Offices.IsName(text.AsSpan(0, year)) && !text.AsSpan(0, year).Contains('届')
            && source[line.Span].Trim().IndexOfAny(' ', '\t', '\u3000') > 0 && DateShape.TryRead(text.AsSpan(year), out on);
    }
}
