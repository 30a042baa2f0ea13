using System.Globalization;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>What is written on a letter before its text.</summary>
/// <remarks><c>Wide</c>: True when the letter is printed across the page, as those that enclose a plan are.</remarks>
internal sealed record LetterHead(IReadOnlyList<string> Issuers, string Code, string Title, string Kind, IReadOnlyList<string> Addressees, bool Wide);

/// <summary>A document under way: head, text, signature, and the truth that grows with it.</summary>
internal sealed class Letter
{
    private readonly LetterHead _head;
    private readonly DateOnly _date;

    public Letter(Setting setting, Dice dice, Speech speech, LetterHead head)
    {
        (Setting, Dice, Speech, _head) = (setting, dice, speech, head);
        _date = new DateOnly(setting.Year, dice.Between(1, 12), 1).AddDays(dice.Below(28));
        var n = setting.NextNumber(head.Code, dice);
        Truth = new()
        {
            Number = $"{head.Code}〔{setting.Year}〕{n}号",
            Issuers = [.. head.Issuers],
            Title = head.Title,
            Kind = head.Kind,
            Addressees = [.. head.Addressees],
            Date = _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        PrintHead(setting.Has(Defects.BracketForms) && dice.Chance(0.5) ? OtherForm(head.Code, setting.Year, n) : Truth.Number);
    }

    public Setting Setting { get; }
    public Dice Dice { get; }
    public Speech Speech { get; }
    public TrueDocument Truth { get; }
    public List<Block> Blocks { get; } = [];

    public void Say(string text) => Blocks.Add(new Paragraph(text, _head.Wide));

    /// <summary>The note of attachments (附件说明) after the text.</summary>
    public void NoteAttachments(params string[] names)
    {
        Truth.Attachments.AddRange(names);
        for (var i = 0; i < names.Length; i++)
        {
            var label = names.Length == 1 ? "附件：" : i == 0 ? "附件：1．" : $"{i + 1}．";
            Blocks.Add(new Paragraph(label + names[i]));
        }
    }

    public void Sign()
    {
        var space = Setting.Has(Defects.SpacedDates) && Dice.Chance(0.6) ? " " : "";
        Blocks.Add(new Lines([.. _head.Issuers, $"{_date.Year}年{space}{_date.Month}月{space}{_date.Day}日"]));
    }

    /// <summary>The title of an enclosed plan or an annex, over one or more lines.</summary>
    public void Title(string? above, string title, string? below = null, bool newPage = false) =>
        Blocks.Add(new Lines([.. above is null ? [] : new[] { above }, .. Halves(title, 20), .. below is null ? [] : new[] { below }]) { NewPage = newPage });

    public Draft Done() => new(Blocks, Truth);

    private void PrintHead(string number)
    {
        var lines = new List<string>(_head.Issuers);
        var first = Setting.Has(Defects.NumberBeforeTitle) && Dice.Chance(0.5);
        if (first) lines.Add(number);
        lines.AddRange(Halves(_head.Title, Dice.Between(18, 24)));
        if (Setting.Has(Defects.SpacedNames) && Dice.Chance(0.4) && lines[^1].EndsWith(_head.Kind, StringComparison.Ordinal) && _head.Kind.Length == 2)
        {
            lines[^1] = lines[^1][..^2];
            if (lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
            lines.Add($"{_head.Kind[0]} {_head.Kind[1]}");
        }
        if (!first) lines.Add(number);
        Blocks.Add(new Lines([.. lines]));
        Blocks.Add(new Paragraph(string.Join('，', _head.Addressees) + "：", _head.Wide) { Indented = false });
    }

    private static IEnumerable<string> Halves(string title, int width)
    {
        var lines = (Typesetter.WidthOf(title) + width - 1) / width;
        return lines <= 1 ? [title] : Typesetter.Break(title, Math.Max(12, (Typesetter.WidthOf(title) + lines - 1) / lines + 1));
    }

    private string OtherForm(string code, int year, int n) => Dice.Below(6) switch
    {
        0 => $"{code}[{year}]{n}号",
        1 => $"{code}（{year}）{n}号",
        2 => $"{code}【{year}】{n}号",
        3 => $"{code}［{year}］{n}号",
        4 => $"{code}〔{Wide(year)}〕{Wide(n)}号",
        _ => $"{code}〔{year}〕 {n} 号",
    };

    private static string Wide(int n) => string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + '０')));
}
