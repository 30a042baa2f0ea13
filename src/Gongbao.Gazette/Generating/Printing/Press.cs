using System.Globalization;
using System.Text;

namespace Gongbao.Gazette.Generating.Printing;

/// <summary>Prints documents to the text that comes out of their printed pages.</summary>
internal sealed class Press(Defects defects, Dice dice, PressStyle style)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _pages = [];
    private string _section = "";
    private string _pageMark = "";
    private int _onPage;
    private int _page = 1;

    /// <summary>For each document the page that it begins on.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>For each line the page that it is printed on.</summary>
    public IReadOnlyList<int> Pages => _pages;

    public override string ToString() => _text.ToString();

    private bool Blank => Has(Defects.BlankLines);

    public void Print(Draft draft, string section)
    {
        if (_text.Length > 0 && (dice.Chance(0.5) || _section != section)) TurnPage();
        _section = section;
        foreach (var block in draft.Blocks)
        {
            switch (block)
            {
                case Lines lines: PrintLines(lines); break;
                case Paragraph paragraph: PrintParagraph(paragraph); break;
                case Table table: PrintTable(table); break;
            }
            if (block == draft.Blocks[0]) Starts.Add(_page);
        }
    }

    /// <summary>Lines before the first document.</summary>
    public void PrintCover(IEnumerable<string> lines)
    {
        foreach (var line in lines) Put(line, spaced: Blank);
        TurnPage();
    }

    private void PrintLines(Lines lines)
    {
        if (lines.NewPage && dice.Chance(0.5)) TurnPage();
        else if (_onPage + lines.Text.Length > style.LinesPerPage) TurnPage();
        foreach (var line in lines.Text) Put(line, spaced: Blank && dice.Chance(0.7));
        if (Blank) Put("", false);
    }

    private void PrintParagraph(Paragraph paragraph)
    {
        var text = Spaced(paragraph.Text);
        var width = paragraph.Wide ? style.Page : style.Column;
        var lines = Has(Defects.BrokenLines) ? Typesetter.Break(text, width, paragraph.Indented ? 2 : 0) : [text];
        foreach (var line in lines)
        {
            if (_onPage >= style.LinesPerPage) TurnPage();
            Put(line, Blank);
        }
    }

    private void PrintTable(Table table)
    {
        var headerLast = Has(Defects.HeaderLast);
        for (var p = 0; p < table.Pages.Count; p++)
        {
            if (p > 0) TurnPage();
            else Put("", false);
            foreach (var column in table.Pages[p].Columns)
            {
                if (!headerLast && column.Name.Length > 0)
                {
                    Put(column.Name, false);
                    Put("", false);
                }
                foreach (var cell in column.Cells)
                {
                    foreach (var line in cell) Put(Spaced(line), table.Loose);
                    Put("", false);
                }
            }
            if (!headerLast) continue;
            foreach (var line in table.Header) Put(line, false);
        }
        TurnPage();
    }

    private void TurnPage()
    {
        if (_onPage == 0) return;
        if (Has(Defects.PageNumbers) && dice.Chance(0.7)) Put(string.Format(CultureInfo.InvariantCulture, style.PageNumber, _page), false);
        _page++;
        _onPage = 0;
        _pageMark = style.FormFeed ? "\f" : " ";
        if (Has(Defects.RunningHeads) && dice.Chance(0.7))
        {
            Put(style.Overprinted ? Overprint(_section) : style.IssueName, false);
            Put("", false);
        }
        if (Has(Defects.Mastheads) && dice.Chance(0.6))
        {
            for (var twice = 0; twice < 2; twice++)
            {
                for (var i = 0; i < style.Masthead.Length; i++)
                {
                    Put(style.Masthead[i].ToString(), false);
                    if (i % 2 == 1) Put("", false);
                }
            }
        }
        _onPage = 0;
    }

    private void Put(string line, bool spaced)
    {
        if (line.Length > 0)
        {
            _text.Append(_pageMark);
            _pageMark = "";
            _onPage++;
        }
        _text.Append(line).Append('\n');
        _pages.Add(_page);
        if (!spaced) return;
        _text.Append('\n');
        _pages.Add(_page);
    }

    /// <summary>市政府办公室文件 printed twice a little apart: each word doubled.</summary>
    private static string Overprint(string section) => section switch
    {
        "市政府办公室文件" => "市政府市政府办公室办公室文件文件",
        "市政府文件" => "市政府市政府文件文件",
        _ => "人事人事任免任免",
    };

    private string Spaced(string text)
    {
        if (!Has(Defects.SpacedNumbers)) return text;
        var spaced = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(text[i]) && text[i - 1] >= '\u4E00' && text[i - 1] <= '\u9FFF' && dice.Chance(0.15)) spaced.Append(' ');
            spaced.Append(text[i]);
        }
        return spaced.ToString();
    }

    private bool Has(Defects defect) => (defects & defect) != 0;
}
