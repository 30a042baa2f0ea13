using System.Globalization;
using System.Text;
using Gongbao.Gazette.Formats.Pdf.Fonts;
using static Gongbao.Gazette.Formats.Pdf.PdfObjects;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>The pages of a document while they are filled. Places are in points from the top left corner of the sheet.</summary>
internal sealed class PdfPaper
{
    private readonly PdfObjects _file = new();
    private readonly Dictionary<FontFace, EmbeddedFace> _faces = [];
    private readonly List<Sheet> _sheets = [];
    private readonly EmbeddedFace _standIn;

    public PdfPaper(OfficialFaces faces)
    {
        (Body, Title, Hei, Kai, Song) = (Face(faces.Body), Face(faces.Title), Face(faces.Hei), Face(faces.Kai), Face(faces.Song));
        _standIn = Song;
        NewSheet();
    }

    public EmbeddedFace Body { get; }

    public EmbeddedFace Title { get; }

    public EmbeddedFace Hei { get; }

    public EmbeddedFace Kai { get; }

    public EmbeddedFace Song { get; }

    public int Sheets => _sheets.Count;

    public void NewSheet() => _sheets.Add(new(_file.Reserve()));

    /// <summary>Words as letters of a face; where it lacks one, another face stands in.</summary>
    public IEnumerable<Letter> Letters(string words, EmbeddedFace face, double size, string? href = null)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            var holder = face.Has(rune) ? face : _standIn.Has(rune) ? _standIn : _faces.Values.FirstOrDefault(f => f.Has(rune)) ?? face;
            yield return new(rune, holder, size, href);
        }
    }

    /// <param name="line">What is drawn.</param>
    /// <param name="x">Of the first letter.</param>
    /// <param name="baseline">On which the letters stand.</param>
    /// <param name="isRed">Issuing marks are red.</param>
    /// <param name="sheet">Which sheet; the last where it is not said.</param>
    public void Draw(PdfLine line, double x, double baseline, bool isRed = false, int? sheet = null)
    {
        var on = _sheets[sheet ?? ^1];
        foreach (var (face, size, href, from, to) in Stretches(line.Letters))
        {
            var width = 0.0;
            on.Content.Append(CultureInfo.InvariantCulture, $"BT {(isRed ? Red : Black)} /{face.Name} {Number(size)} Tf {Number(line.Gap)} Tc 1 0 0 1 {Number(x)} {Number(PdfLayout.PageHeight - baseline)} Tm <");
            for (var i = from; i < to; i++)
            {
                on.Content.Append(face.Code(line.Letters[i].Character).ToString("X4", CultureInfo.InvariantCulture));
                width += line.Letters[i].Width + line.Gap;
            }
            on.Content.Append("> Tj ET\n");
            if (href is not null) on.Links.Add(_file.Add($"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{Number(x)} {Number(PdfLayout.PageHeight - baseline - size * 0.2)} {Number(x + width)} {Number(PdfLayout.PageHeight - baseline + size)}]/A<</S/URI/URI({href.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})>>>>"));
            x += width;
        }
    }

    public void Rule(double x1, double y1, double x2, double y2, double width, bool isRed = false) =>
        _sheets[^1].Content.Append(CultureInfo.InvariantCulture, $"q {(isRed ? Red.ToUpperInvariant() : "0 G")} {Number(width)} w {Number(x1)} {Number(PdfLayout.PageHeight - y1)} m {Number(x2)} {Number(PdfLayout.PageHeight - y2)} l S Q\n");

    /// <param name="output">Is left open.</param>
    /// <param name="title">Of the document.</param>
    /// <param name="author">Its issuers.</param>
    /// <param name="site">Who made the file.</param>
    /// <param name="outline">What stands beside the pages, to leap to.</param>
    public void Write(Stream output, string title, string author, string site, IReadOnlyList<PdfMark> outline)
    {
        var pages = _file.Reserve();
        var fonts = string.Concat(_faces.Values.Where(f => f.IsUsed).Select(f => Invariant($"/{f.Name} {f.Write(_file)} 0 R")));
        foreach (var sheet in _sheets)
        {
            var content = _file.AddStream(Encoding.ASCII.GetBytes(sheet.Content.ToString()));
            var links = sheet.Links.Count == 0 ? "" : $"/Annots[{string.Join(' ', sheet.Links.Select(l => Invariant($"{l} 0 R")))}]";
            _file.Set(sheet.Object, Invariant($"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {Number(PdfLayout.PageWidth)} {Number(PdfLayout.PageHeight)}]/Resources<</Font<<{fonts}>>>>/Contents {content} 0 R{links}>>"));
        }
        _file.Set(pages, Invariant($"<</Type/Pages/Count {_sheets.Count}/Kids[{string.Join(' ', _sheets.Select(s => Invariant($"{s.Object} 0 R")))}]>>"));
        var marks = outline.Count == 0 ? "" : Invariant($"/PageMode/UseOutlines/Outlines {Outline(outline)} 0 R");
        var catalogue = _file.Add(Invariant($"<</Type/Catalog/Pages {pages} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>{marks}>>"));
        _file.Write(output, catalogue, _file.Add($"<</Title {Words(title)}/Author {Words(author)}/Creator {Words(site)}>>"));
    }

    private int Outline(IReadOnlyList<PdfMark> marks)
    {
        var root = _file.Reserve();
        var (first, last) = Level(marks, root);
        _file.Set(root, Invariant($"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {marks.Count}>>"));
        return root;
    }

    private (int First, int Last) Level(IReadOnlyList<PdfMark> marks, int parent)
    {
        var numbers = marks.Select(_ => _file.Reserve()).ToList();
        foreach (var (i, mark) in marks.Index())
        {
            var inner = mark.Inner.Count == 0 ? default : Level(mark.Inner, numbers[i]);
            var below = mark.Inner.Count == 0 ? "" : Invariant($"/First {inner.First} 0 R/Last {inner.Last} 0 R/Count {-mark.Inner.Count}");
            var beside = (i > 0 ? Invariant($"/Prev {numbers[i - 1]} 0 R") : "") + (i + 1 < numbers.Count ? Invariant($"/Next {numbers[i + 1]} 0 R") : "");
            _file.Set(numbers[i], Invariant($"<</Title {Words(mark.Text)}/Parent {parent} 0 R/Dest[{_sheets[mark.Place.Sheet].Object} 0 R/XYZ 0 {Number(PdfLayout.PageHeight - mark.Place.Y)} null]{below}{beside}>>"));
        }
        return (numbers[0], numbers[^1]);
    }

    /// <summary>Letters that one instruction draws: of one face, size and link.</summary>
    private static IEnumerable<(EmbeddedFace Face, double Size, string? Href, int From, int To)> Stretches(IReadOnlyList<Letter> letters)
    {
        for (var from = 0; from < letters.Count;)
        {
            var (first, to) = (letters[from], from + 1);
            while (to < letters.Count && letters[to].Face == first.Face && letters[to].Size == first.Size && letters[to].Href == first.Href) to++;
            yield return (first.Face, first.Size, first.Href, from, to);
            from = to;
        }
    }

    private EmbeddedFace Face(FontFace face)
    {
        if (!_faces.TryGetValue(face, out var embedded)) _faces[face] = embedded = new(face, Invariant($"F{_faces.Count + 1}"));
        return embedded;
    }

    private const string Black = "0 g";
    private const string Red = "0.784 0.063 0.18 rg";

    private sealed record Sheet(int Object)
    {
        public StringBuilder Content { get; } = new();

        public List<int> Links { get; } = [];
    }
}

/// <summary>A place on the pages.</summary>
internal readonly record struct PdfPlace(int Sheet, double Y);

/// <summary>An entry of the outline that a reader of the file shows beside the pages (书签).</summary>
internal sealed record PdfMark(string Text, PdfPlace Place, IReadOnlyList<PdfMark> Inner);
