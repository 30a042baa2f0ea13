using Gongbao.Gazette.Reading;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Gazette.Library;

/// <summary>Turns the words of a node into runs: personal values masked, citations linked.</summary>
internal sealed class TextRuns(SourceText source, IReadOnlyList<PersonalMark> personal, IReadOnlyList<(Span Span, CitedDocument Document)> cites)
{
    /// <param name="node">The node whose own words are wanted.</param>
    /// <param name="skip">How many characters of its text to leave out at the start, such as the number.</param>
    public IReadOnlyList<TextRun> Of(Node node, int skip = 0)
    {
        var text = node.Text;
        if (text.Length <= skip) return [];
        if (!Touches(node)) return [new(text[skip..])];

        var places = Places(node);
        var runs = new List<TextRun>();
        for (int from = skip, to; from < text.Length; from = to)
        {
            var (kind, span, cite) = At(places[from]);
            for (to = from + 1; to < text.Length && (char.IsWhiteSpace(text[to]) ? kind is not RunKind.Plain && to + 1 < text.Length && Inside(places[to + 1], span) : At(places[to]) == (kind, span, cite)); to++)
            {
            }
            runs.Add(Run(text[from..to], kind, span, cite));
        }
        return runs;
    }

    /// <summary>A stretch of the source with personal values masked.</summary>
    public string Masked(Span span)
    {
        var text = new System.Text.StringBuilder();
        for (int from = span.From, to; from < span.To; from = to)
        {
            var mark = personal.FirstOrDefault(p => Inside(from, p.Span));
            to = mark is not null ? Math.Min(mark.Span.To, span.To) : personal.Where(p => p.Span.From > from).Select(p => p.Span.From).Append(span.To).Min();
            to = Math.Min(to, span.To);
            // A value that runs over the end of a line is shown on its first line only.
            text.Append(mark is null ? source[new(from, to)] : from == mark.Span.From ? Mask(mark, source[mark.Span].ToString()) : "*");
        }
        return text.ToString();
    }

    private TextRun Run(string text, RunKind kind, Span span, CitedDocument? cite) => kind switch
    {
        RunKind.Masked => new(Mask(personal.First(p => p.Span == span), text), kind),
        RunKind.Cite => new(text, kind, cite?.Slug is { } slug ? "/d/" + slug : null),
        RunKind.Plain => new(text),
    };

    private static string Mask(PersonalMark mark, string text) => Masks.Apply(mark.Kind switch
    {
        PersonalKind.Name => MaskKind.Name,
        PersonalKind.Telephone => MaskKind.Phone,
        PersonalKind.Email => MaskKind.Email,
        PersonalKind.IdentityNumber => MaskKind.PublishedIdentityNumber,
        PersonalKind.Address => MaskKind.Address,
    }, string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    private bool Touches(Node node)
    {
        var own = node.Pieces.Count > 0 ? node.Pieces[0].Union(node.Pieces[^1]) : default;
        return personal.Any(p => p.Span.From < own.To && p.Span.To > own.From) || cites.Any(c => c.Span.From < own.To && c.Span.To > own.From);
    }

    private (RunKind Kind, Span Span, CitedDocument? Cite) At(int place)
    {
        foreach (var mark in personal)
            if (Inside(place, mark.Span)) return (RunKind.Masked, mark.Span, null);
        foreach (var (span, document) in cites)
            if (Inside(place, span)) return (RunKind.Cite, span, document);
        return (RunKind.Plain, default, null);
    }

    private static bool Inside(int place, Span span) => place >= span.From && place < span.To;

    /// <summary>Source offset of each character of the text; white space and 、, which may be the joining's own, have that of the character before.</summary>
    private int[] Places(Node node)
    {
        var words = node.Pieces.SelectMany(p => Enumerable.Range(p.From, p.Length)).Where(i => !char.IsWhiteSpace(source.Text[i]));
        using var next = words.GetEnumerator();
        var places = new int[node.Text.Length];
        var has = next.MoveNext();
        for (var i = 0; i < places.Length; i++)
        {
            var isOwn = has && !char.IsWhiteSpace(node.Text[i]) && (node.Text[i] != '、' || source.Text[next.Current] == '、');
            places[i] = isOwn ? next.Current : i > 0 ? places[i - 1] : -1;
            if (isOwn) has = next.MoveNext();
        }
        return places;
    }
}
