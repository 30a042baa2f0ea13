using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>A notice that issues key points (工作要点) with a table that divides their tasks among offices (分工表).</summary>
internal static class KeyPoints
{
    private sealed record Row(int Chapter, string ChapterTitle, Clause Section, string Task, Duty Duty, TrueDue Due);

    public static Draft Compose(Setting setting, Dice dice)
    {
        var matter = "";
        var letter = Letters.Enclosing(setting, dice, speech => matter = $"{setting.Year}年全市{speech.Matter()}工作要点", quoted: true);
        letter.Title(null, matter);
        letter.Blocks.Add(new Paragraph($"{setting.Year}年，全市{letter.Speech.Matter()}工作的总体要求是：{letter.Speech.Passage(dice.Between(1, 3))}"));
        var rows = new List<Row>();
        var chapters = new List<Clause>();
        var (least, most) = (dice.Between(2, 4), dice.Between(4, 6));
        for (var i = 1; i <= most; i++)
        {
            var chapter = new Clause(1, Trees.Short(letter.Speech, 14), "");
            for (var k = dice.Between(2, least + 2); k > 0; k--)
            {
                var tasks = Enumerable.Range(0, dice.Between(1, 4)).Select(_ => letter.Speech.Passage(dice.Chance(0.75) ? 1 : 2)).ToList();
                var section = new Clause(2, Trees.Short(letter.Speech, 12), string.Concat(tasks));
                chapter.Below.Add(section);
                rows.AddRange(tasks.Select(task => new Row(i, chapter.Heading, section, task, Duties.Throw(setting, dice), DueDates.Throw(dice, setting.Year))));
            }
            chapters.Add(chapter);
        }
        new Outline(letter).Write(chapters, continuous: dice.Chance(0.7));
        var annex = matter + "分工表";
        letter.NoteAttachments(annex);
        letter.Title(setting.Has(Defects.SpacedNames) && dice.Chance(0.3) ? "附 件" : "附件", annex, newPage: true);
        var stopped = dice.Chance(0.6);
        letter.Blocks.Add(Lay(setting, dice, rows, stopped));
        letter.Truth.Obligations.AddRange(rows.Select(r => new TrueObligation
        {
            Measure = r.Section.Label, Task = r.Task, UnitsText = r.Duty.Text, Organizations = r.Duty.Organizations, Others = r.Duty.Others,
            DueText = r.Due.Text, Due = r.Due,
        }));
        foreach (var (row, at) in rows.Select((r, i) => (r, i)).Where(x => x.r.Duty.Misprinted))
            letter.Truth.Flags.Add(new($"obligations[{at}].units_text", "a unit's name is misprinted"));
        return letter.Done();
    }

    private static Table Lay(Setting setting, Dice dice, List<Row> rows, bool stopped)
    {
        var maker = new TableMaker(setting, dice);
        var broken = setting.Has(Defects.BrokenLines);
        IReadOnlyList<string> Narrow(string text, int width) => broken ? Typesetter.Break(text, width) : [text];
        var pages = maker.Pages(rows, 4, 9).Select(page =>
        {
            var chapters = page.Select(r => (r.Chapter, r.ChapterTitle)).Distinct().ToList();
            var over = TableMaker.Over(page.Select(r => r.ChapterTitle));
            return new TablePage(
            [
                new("序号", [.. chapters.Select(c => (IReadOnlyList<string>)[c.Chapter.ToString(System.Globalization.CultureInfo.InvariantCulture)])]) { Over = over },
                new("工作任务", [.. chapters.Select(c => Narrow(c.ChapterTitle, 2))]) { Over = over },
                new("", [.. TableMaker.Spans(page.Select(r => r.Section.Heading)).Select(t => Narrow(t, 2))]) { Over = TableMaker.Over(page.Select(r => r.Section.Heading)) },
                new("重点工作任务", [.. page.Select(r => maker.Cell(r.Task, 18))]),
                new("责任单位", [.. page.Select(r => maker.Cell(r.Duty.Text + (stopped ? "。" : ""), 15))]),
                new("完成时限", [.. page.Select(r => maker.Limit(r.Due.Text))]),
            ]);
        });
        return new Table([.. pages], ["序", "号", "", "工作", "任务", "", "重点工作任务 责任单位", "完成", "时限"])
        {
            Loose = stopped && broken && dice.Chance(0.15),
        };
    }
}
