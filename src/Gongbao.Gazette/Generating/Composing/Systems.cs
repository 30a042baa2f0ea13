using System.Globalization;
using Gongbao.Gazette.Generating.Printing;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>A notice that sets up a system of officers (制度建设实施方案) with a recommendation form and a score sheet.</summary>
internal static class Systems
{
    private static readonly string[] Categories = ["日常履职", "统筹协调", "任务落实", "质量管理", "创新应用", "群众评价", "安全保障", "培训宣传"];

    public static Draft Compose(Setting setting, Dice dice)
    {
        var (plan, office) = ("", "");
        var letter = Letters.Enclosing(setting, dice, speech =>
        {
            office = $"首席{speech.Matter()}官";
            return plan = $"{setting.City.City}{office}制度建设实施方案";
        }, quoted: false);
        letter.Title(null, plan);
        letter.Blocks.Add(new Paragraph($"为{letter.Speech.Sentence()[..^1]}，结合实际，制定本方案。"));
        var contact = new Clause(2, "加强组织实施", $"{letter.Speech.Passage(2)}联系人：{letter.Speech.Person()}；联系方式：990{dice.Between(10000000, 99999999)}。");
        var safeguard = new Clause(1, "保障措施", "");
        safeguard.Below.Add(contact);
        safeguard.Below.Add(new Clause(2, "强化考核评价", letter.Speech.Passage(2)));
        new Outline(letter).Write([.. Trees.Plan(letter, dice.Between(2, 4)), safeguard], continuous: false);
        string form = $"{setting.City.City}{office}推荐表", sheet = $"{setting.City.City}{office}工作评价表";
        letter.NoteAttachments(form, sheet);
        letter.Title("附件1", form, newPage: true);
        foreach (var cell in new[] { "姓名", "民族", "学历学位", "工作单位及职务", "个人\n简历", "工作计划及\n目标成效", "推荐意见\n（不超过500字）", "推荐单位（盖章）：", "年 月 日", "性别", "出生年月", "政治面貌", "联系方式" })
            letter.Blocks.Add(new Lines(cell.Split('\n')));
        letter.Title("附件2", sheet, newPage: true);
        letter.Blocks.Add(new Lines("考评对象： 综合得分："));
        ScoreSheet(letter);
        return letter.Done();
    }

    private static void ScoreSheet(Letter letter)
    {
        var dice = letter.Dice;
        var maker = new TableMaker(letter.Setting, dice);
        var pages = new List<TablePage>();
        var no = 0;
        var categories = new Queue<string>(dice.Some(Categories, dice.Between(3, 6)));
        while (categories.Count > 0)
        {
            // A category of a page whose points do not show stands alone, so that its items are still known to be its own.
            var illegible = letter.Setting.Has(Defects.IllegiblePoints) && pages.Count > 0 && dice.Chance(0.3);
            var names = Enumerable.Range(0, Math.Min(categories.Count, illegible ? 1 : dice.Between(1, 3))).Select(_ => categories.Dequeue()).ToList();
            var (numbers, heads, texts, points) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
            var over = new List<int>();
            foreach (var name in names)
            {
                var shares = Enumerable.Range(0, dice.Between(1, 4)).Select(_ => 5 * dice.Between(1, 2)).ToList();
                var total = shares.Sum();
                over.Add(shares.Count);
                heads.Add([.. maker.Cell(name, 2), $"（{total}分）"]);
                foreach (var share in shares)
                {
                    var text = letter.Speech.Passage(dice.Between(1, 2));
                    numbers.Add([(++no).ToString(CultureInfo.InvariantCulture)]);
                    texts.Add(maker.Cell(text, 29));
                    if (!illegible) points.Add([$"{share}分"]);
                    else letter.Truth.Flags.Add(new($"score_sheet[{letter.Truth.ScoreSheet.Count}].points", "the points are not printed"));
                    letter.Truth.ScoreSheet.Add(new(no, name, total, text, illegible ? null : share));
                }
            }
            pages.Add(new TablePage([new("序号", numbers), new("项目名称", heads) { Over = over }, new("工作内容", texts), new("评价分值", points)]));
        }
        letter.Blocks.Add(new Table(pages, ["序号", "", "项目", "名称", "", "工作内容", "", "评价", "分值", "", "得分"]) { Loose = letter.Setting.Has(Defects.BrokenLines) && dice.Chance(0.5) });
    }
}
