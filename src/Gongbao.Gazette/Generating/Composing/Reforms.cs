using System.Globalization;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>A reform plan (改革方案) with a list of its concrete matters: by outcome, or grouped under the plan's measures with a lead office each.</summary>
internal static class Reforms
{
    private sealed record Row(string Group, string Task, string Output, Words.Named Lead, Duty Duty, TrueDue Due);

    public static Draft Compose(Setting setting, Dice dice)
    {
        var plan = "";
        var letter = Letters.Enclosing(setting, dice, speech => plan = $"{setting.City.City}“{dice.Pick(Words.Banks.Slogans)}”{speech.Matter()}改革方案", quoted: false);
        letter.Title(null, plan);
        letter.Blocks.Add(new Paragraph($"为{letter.Speech.Sentence()[..^1]}，结合我市实际，制定本方案。"));
        var grouped = dice.Chance(0.5);
        var rows = Rows(setting, dice, letter, grouped);
        var goal = new Clause(1, "改革目标", letter.Speech.Passage(dice.Between(1, 3)));
        var measures = new Clause(1, "主要举措", "");
        if (grouped)
        {
            foreach (var group in rows.GroupBy(r => r.Group))
                measures.Below.Add(new Clause(2, group.Key, string.Concat(group.Select(r => r.Task))));
        }
        else measures.Below.AddRange(Enumerable.Range(0, dice.Between(2, 4)).Select(_ => new Clause(2, Trees.Short(letter.Speech, 12), letter.Speech.Passage(dice.Between(1, 4)))));
        new Outline(letter).Write([goal, measures, .. Trees.Plan(letter, 1)], continuous: false);
        var annex = plan[..^4] + "改革具体事项清单";
        letter.NoteAttachments(annex);
        letter.Title("附件", annex, newPage: true);
        letter.Blocks.Add(grouped ? Grouped(setting, dice, rows) : ByOutcome(setting, dice, rows));
        letter.Truth.Obligations.AddRange(rows.Select(r => new TrueObligation
        {
            Group = grouped ? r.Group : null, Task = r.Task, Output = grouped ? null : r.Output, UnitsText = r.Duty.Text, Lead = grouped ? [r.Lead.Short] : [],
            Organizations = r.Duty.Organizations, Others = r.Duty.Others, DueText = r.Due.Text, Due = r.Due,
        }));
        foreach (var (row, at) in rows.Select((r, i) => (r, i)).Where(x => x.r.Duty.Misprinted))
            letter.Truth.Flags.Add(new($"obligations[{at}].units_text", "a unit's name is misprinted"));
        return letter.Done();
    }

    private static List<Row> Rows(Setting setting, Dice dice, Letter letter, bool grouped)
    {
        var rows = new List<Row>();
        for (var g = dice.Between(2, 4); g > 0; g--)
        {
            var group = Trees.Short(letter.Speech, 12);
            for (var k = dice.Between(1, 4); k > 0; k--)
            {
                var duty = Duties.Throw(setting, dice);
                if (grouped) duty = duty with { Text = duty.Text.Replace("等部门（单位）", "", StringComparison.Ordinal).Replace('，', '、'), Others = false };
                rows.Add(new(group, letter.Speech.Sentence(), letter.Speech.Sentence(), dice.Pick(setting.City.Departments), duty, DueDates.Throw(dice, setting.Year)));
            }
        }
        return rows;
    }

    private static Table Grouped(Setting setting, Dice dice, List<Row> rows)
    {
        var maker = new TableMaker(setting, dice);
        var number = 0;
        var numbers = TableMaker.Spans(rows.Select(r => r.Group)).ToDictionary(g => g, _ => ++number);
        var pages = maker.Pages(rows, 3, 6).Select(page =>
        {
            var groups = TableMaker.Spans(page.Select(r => r.Group));
            var over = TableMaker.Over(page.Select(r => r.Group));
            return new TablePage(
            [
                new("序号", [.. groups.Select(g => (IReadOnlyList<string>)[numbers[g].ToString(CultureInfo.InvariantCulture)])]) { Over = over },
                new("改革任务", [.. groups.Select(g => setting.Has(Defects.BrokenLines) ? Typesetter.Break(g, 3) : [g])]) { Over = over },
                new("成果形式", [.. page.Select(r => maker.Cell(r.Task, 20))]),
                new("牵头单位", [.. page.Select(r => (IReadOnlyList<string>)[r.Lead.Short])]),
                new("责任单位", [.. page.Select(r => Duties.Split(r.Duty.Text))]),
                new("完成时限", [.. page.Select(r => maker.Limit(r.Due.Text))]),
            ]);
        });
        return new Table([.. pages], ["序", "号", "", "改革", "任务", "", "成果形式", "牵头", "单位", "", "责任单位 完成时限"]);
    }

    private static Table ByOutcome(Setting setting, Dice dice, List<Row> rows)
    {
        var maker = new TableMaker(setting, dice);
        var number = 0;
        var pages = maker.Pages(rows, 4, 7).Select(page => new TablePage(
        [
            new("序号", [.. page.Select(_ => (IReadOnlyList<string>)[(++number).ToString(CultureInfo.InvariantCulture)])]),
            new("改革任务", [.. page.Select(r => maker.Cell(r.Task, 10))]),
            new("成果形式", [.. page.Select(r => maker.Cell(r.Output, 15))]),
            new("责任单位", [.. page.Select(r => maker.Cell(r.Duty.Text, 12))]),
            new("完成时限", [.. page.Select(r => maker.Limit(r.Due.Text))]),
        ]));
        return new Table([.. pages], ["序号", "", "改革任务", "", "成果形式", "", "责任单位", "", "完成时限"]);
    }
}
