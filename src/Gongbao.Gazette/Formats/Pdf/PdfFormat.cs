using Gongbao.Gazette.Formats.Pdf.Fonts;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Pages;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>A document on paper (PDF) as GB/T 9704 sets it: red mark and rule, number, title, body, attachments on sheets of their own, the record of printing (版记) at the foot of the last.</summary>
internal sealed class PdfFormat
{
    private readonly PdfFlow _flow;
    private readonly PdfPaper _paper;
    private readonly Uri _site;
    private readonly Dictionary<string, PdfPlace> _places = new(StringComparer.Ordinal);

    private PdfFormat(PdfPaper paper, Uri site) => (_paper, _flow, _site) = (paper, new(paper), site);

    /// <exception cref="InvalidOperationException">The machine has no Chinese font; <see cref="FontShelf.Faces"/> says so beforehand.</exception>
    public static void Write(DocumentView document, Uri site, Stream output) =>
        Write(document, site, output, FontShelf.Machine.Faces().IsRefused(out var refusal, out var faces) ? throw new InvalidOperationException(refusal.Reason) : faces);

    public static void Write(DocumentView document, Uri site, Stream output, OfficialFaces faces)
    {
        var paper = new PdfPaper(faces);
        var format = new PdfFormat(paper, site);
        format.Head(document);
        foreach (var block in document.Body.Where(b => b.Kind is not NodeKind.Imprint)) format.Block(block);
        format.Imprint([.. document.Body.Where(b => b.Kind is NodeKind.Imprint)]);
        for (var sheet = 0; sheet < paper.Sheets; sheet++) format.Foot(sheet);
        paper.Write(output, document.Title, string.Join('、', document.Issuers), document.IssueTitle, format.Outline(Outlines.Of(document)));
    }

    private void Head(DocumentView document)
    {
        if (document.Validity?.Note is { } note) _flow.Body(Letters(note.Text, _paper.Kai), indent: 0);
        var marks = document.IsOrder ? [document.Title] : document.Issuers;
        if (marks.Count > 0)
        {
            _flow.Skip(Math.Max(_flow.Y > 0 ? PdfLayout.Pitch : 0, PdfLayout.MarkDepth - _flow.Y));
            var size = Math.Min(PdfLayout.MarkSize, PdfLayout.Width / marks.Max(m => m.Length));
            foreach (var mark in marks) _flow.Centred(PdfLines.Balance(Letters(mark, _paper.Title, size), PdfLayout.Width), size * 1.35, size, isRed: true);
        }
        if (document.NumberUnderTitle is { } number)
        {
            _flow.Skip(2 * PdfLayout.Pitch);
            _flow.Centred(PdfLines.Break(Letters(number, _paper.Body), PdfLayout.Width, 0, 0, isJustified: false), PdfLayout.Pitch, PdfLayout.BodySize);
        }
        if (marks.Count > 0)
        {
            _flow.Skip(PdfLayout.RuleGap - (PdfLayout.Pitch - PdfLayout.BodySize) / 2);
            _paper.Rule(PdfLayout.Left, PdfLayout.Top + _flow.Y, PdfLayout.Left + PdfLayout.Width, PdfLayout.Top + _flow.Y, 2, isRed: true);
            _flow.Skip(2 * PdfLayout.Pitch);
        }
        if (!document.IsOrder)
        {
            foreach (var words in (IEnumerable<string>)[.. document.Issuers, document.Title]) Title(words);
            _flow.Skip(PdfLayout.Pitch);
        }
        if (document.Addressees is { } addressees) _flow.Body([.. Runs(addressees, _paper.Body), .. Letters("：", _paper.Body)], indent: 0);
    }

    private void Title(string words) => _flow.Centred(PdfLines.Balance(Letters(words, _paper.Title, PdfLayout.TitleSize), PdfLayout.Width), PdfLayout.TitlePitch, PdfLayout.TitleSize);

    private void Block(BlockView block)
    {
        Remember(block);
        switch (block.Kind)
        {
            case NodeKind.Clause:
                Clause(block);
                return;
            case NodeKind.Attachment or NodeKind.AttachedText:
                if (_flow.Y > 0) _flow.NewSheet();
                Remember(block);
                if (block.Label is { } label)
                {
                    _flow.Body(Letters(label, _paper.Hei), indent: 0);
                    _flow.Skip(PdfLayout.Pitch);
                }
                if (block.Text.Count > 0 && block.Plain != block.Label) _flow.Body(Runs(block.Text, _paper.Body));
                break;
            case NodeKind.Title:
                Title(block.Plain);
                _flow.Skip(PdfLayout.Pitch);
                break;
            case NodeKind.Signature:
                _flow.Need(4 * PdfLayout.Pitch);
                _flow.Skip(_flow.Y > 0 ? 2 * PdfLayout.Pitch : 0);
                _flow.Right(Runs(block.Text, _paper.Body), 2);
                break;
            case NodeKind.DatedOn: _flow.Right(Runs(block.Text, _paper.Body), 4); break;
            case NodeKind.Byline: _flow.Centred(PdfLines.Balance(Runs(block.Text, _paper.Kai), PdfLayout.Width), PdfLayout.Pitch, PdfLayout.BodySize); break;
            case NodeKind.AttachmentNote:
                _flow.Skip(PdfLayout.Pitch);
                _flow.Body([.. Letters(block.Label, _paper.Body), .. Runs(block.Text, _paper.Body)]);
                break;
            case NodeKind.Table when TableGrid.Of(block) is { } grid:
                Table(block, grid);
                foreach (var rest in block.Children.Where(c => c.Kind is not NodeKind.Row)) Block(rest);
                return;
            case NodeKind.Form when block.Children.Count > 0:
                Form(block);
                return;
            case NodeKind.Entry or NodeKind.Field or NodeKind.Row:
                _flow.Body([.. Letters(block.Label, _paper.Body), .. Inline(block, PdfLayout.BodySize)]);
                return;
            default:
                if (block.Label is not null || block.Text.Count > 0) _flow.Body([.. Letters(block.Label, _paper.Body), .. Runs(block.Text, _paper.Body)]);
                break;
        }
        foreach (var child in block.Children) Block(child);
    }

    private void Clause(BlockView block)
    {
        var isDivision = block.Label is ['第', .., '编' or '章' or '节'];
        var isArticle = ClauseAddresses.Article(block.Label) is not null;
        var face = isDivision ? _paper.Hei : isArticle ? _paper.Body : (block.IsHeading, block.Level) switch
        {
            (true, 1) => _paper.Hei,
            (true, 2) => _paper.Kai,
            _ => _paper.Body,
        };
        IReadOnlyList<Letter> letters = [.. Letters(block.Label, isArticle ? _paper.Hei : face), .. Runs(block.Text, face)];
        if (isDivision)
        {
            _flow.Need(3 * PdfLayout.Pitch);
            _flow.Centred(PdfLines.Balance(letters, PdfLayout.Width), 1.5 * PdfLayout.Pitch, PdfLayout.BodySize);
        }
        else _flow.Body(letters, block.IsHeading);
        foreach (var child in block.Children) Block(child);
    }

    private void Table(BlockView block, TableGrid grid)
    {
        Caption(block);
        var size = PdfTable.SizeFor(grid.Heads.Count);
        // Wider columns for more words, by the root of their number, so that a narrow one stays readable.
        var weights = grid.Heads.Select((head, i) => Math.Sqrt(4 + head.Length + grid.Rows.Where(r => r.Cells.Count > i).Select(r => r.Cells[i].Sum(c => c.AllWords.Length)).DefaultIfEmpty().Max())).ToList();
        new PdfTable(_flow, weights).Write(
            [.. grid.Heads.Select(h => new PdfCell([Letters(h, _paper.Hei, size)], IsCentred: true))],
            [.. grid.Rows.Select(r => (IReadOnlyList<PdfCell>)(r.Row.Children.Count == 0
                ? [new PdfCell([Runs(r.Row.Text, _paper.Body, size)], grid.Heads.Count)]
                : [.. r.Cells.Select(cells => new PdfCell([.. cells.Select(c => Inline(c, size))]))]))]);
    }

    private void Form(BlockView block)
    {
        Caption(block);
        var size = PdfTable.SizeFor(2);
        new PdfTable(_flow, [1, 2]).Write([], [.. block.Children.Select(f => (IReadOnlyList<PdfCell>)
        [
            new PdfCell([Letters(f.Label ?? f.AllWords, _paper.Body, size)], IsCentred: true),
            new PdfCell(f.Label is null ? [] : [Inline(f, size)]),
        ])]);
    }

    private void Caption(BlockView block)
    {
        if (block.Text.Count == 0) return;
        _flow.Need(3 * PdfLayout.Pitch);
        _flow.Centred(PdfLines.Balance(Runs(block.Text, _paper.Kai), PdfLayout.Width), PdfLayout.Pitch, PdfLayout.BodySize);
    }

    private IReadOnlyList<Letter> Inline(BlockView block, double size) =>
        [.. Runs(block.Text, _paper.Body, size), .. block.Children.SelectMany(c => (IEnumerable<Letter>)[.. Letters("　" + c.Label, _paper.Body, size), .. Inline(c, size)])];

    /// <summary>At the foot of the last sheet, between rules.</summary>
    private void Imprint(IReadOnlyList<BlockView> blocks)
    {
        var lines = blocks.SelectMany(b => b.WithAll).Where(b => b.Text.Count > 0)
            .Select(b => PdfLines.Break([.. Letters(b.Label, _paper.Body, PdfLayout.SmallSize), .. Runs(b.Text, _paper.Body, PdfLayout.SmallSize)], PdfLayout.Width - 2 * PdfLayout.SmallSize, 0, 0, isJustified: true)).ToList();
        if (lines.Count == 0) return;
        const double Pitch = PdfLayout.SmallSize * 1.6;
        var height = lines.Sum(l => l.Count * Pitch);
        _flow.Need(height + PdfLayout.Pitch);
        _flow.Skip(_flow.Rest - height);
        foreach (var (i, part) in lines.Index())
        {
            Across(i == 0 ? 0.35 : 0.25);
            foreach (var line in part) _flow.Line(line, PdfLayout.Left + PdfLayout.SmallSize, Pitch, PdfLayout.SmallSize);
        }
        Across(0.35);

        void Across(double millimetres) => _paper.Rule(PdfLayout.Left, PdfLayout.Top + _flow.Y, PdfLayout.Left + PdfLayout.Width, PdfLayout.Top + _flow.Y, millimetres * PdfLayout.Millimetre);
    }

    /// <summary>The number of a page, on the outer side: right on odd pages, left on even ones.</summary>
    private void Foot(int sheet)
    {
        var line = new PdfLine(Letters(PdfObjects.Invariant($"— {sheet + 1} —"), _paper.Song, PdfLayout.SmallSize), 0);
        var x = sheet % 2 == 0 ? PdfLayout.Left + PdfLayout.Width - PdfLayout.SmallSize - line.Width : PdfLayout.Left + PdfLayout.SmallSize;
        _paper.Draw(line, x, PdfLayout.Top + PdfLayout.Height + PdfLayout.FooterDepth + PdfLayout.SmallSize / 2, sheet: sheet);
    }

    private List<PdfMark> Outline(IEnumerable<Outlines.Entry> entries) =>
        [.. entries.Where(e => _places.ContainsKey(e.Slug)).Select(e => new PdfMark(e.Text, _places[e.Slug], Outline(e.Inner)))];

    private void Remember(BlockView block)
    {
        if (block.Slug is { } slug) _places[slug] = _flow.Place;
    }

    private List<Letter> Runs(IReadOnlyList<TextRun> runs, EmbeddedFace face, double size = PdfLayout.BodySize) =>
        [.. runs.SelectMany(r => _paper.Letters(r.Text, face, size, r.Href is { } href ? new Uri(_site, href).AbsoluteUri : null))];

    private List<Letter> Letters(string? words, EmbeddedFace face, double size = PdfLayout.BodySize) => [.. _paper.Letters(words ?? "", face, size)];
}
