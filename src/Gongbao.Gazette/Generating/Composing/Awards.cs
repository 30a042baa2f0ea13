using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Commendations with their lists (表扬通报) and grades of an appraisal (考核通报).</summary>
internal static class Awards
{
    private static readonly string[] Prizes = ["一等奖", "二等奖", "三等奖"];

    public static Draft Commendation(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var matter = speech.Matter();
        var list = $"{setting.Year - 1}年{matter}先进集体和先进主体";
        var letter = Letters.Open(setting, dice, speech, [setting.City.Government], "府函", $"关于表扬{list}的通报", "通报", wide: false);
        letter.Say($"{setting.Year - 1}年，全市各级各部门（单位）{speech.Sentence()[..^1]}，涌现出一批先进典型。市政府决定对{list}予以通报表扬。");
        letter.Say($"希望受到表扬的对象珍惜荣誉、再接再厉。各地各部门（单位）要以先进为榜样，{speech.Sentence()}");
        letter.NoteAttachments(list + "名单");
        letter.Sign();
        letter.Title("附件", list + "名单", newPage: true);
        var categories = new List<(string Name, Action<string> Fill)>
        {
            ($"{matter}先进县", name => Counties(letter, name)),
            ($"{speech.Matter()}先进县", name => Graded(letter, name)),
            ($"{matter}先进乡镇", name => Towns(letter, name)),
            ($"{matter}先进主体", name => Bodies(letter, name)),
            ($"{speech.Matter()}示范主体", name => Bodies(letter, name)),
        };
        var n = 0;
        foreach (var (name, fill) in dice.Some(categories, dice.Between(3, 5)))
        {
            var label = Outline.LabelOf(1, ++n, half: false);
            letter.Truth.Headings.Add(new(1, label, name));
            letter.Blocks.Add(new Paragraph(label + name));
            fill(name);
        }
        return letter.Done();
    }

    public static Draft Grades(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var matter = speech.Matter();
        var letter = Letters.Open(setting, dice, speech, [setting.City.Government], "府函", $"关于{setting.Year - 1}年度{matter}考核结果的通报", "通报", wide: false);
        var cited = $"{setting.City.Code}市府办发〔{setting.Year - dice.Between(1, 3)}〕{dice.Between(1, 90)}号";
        letter.Truth.Cites.Add(cited);
        letter.Say($"根据《{setting.City.Office.Full}关于印发{setting.City.City}{matter}考核办法的通知》（{cited}）要求，对各地开展了考核。现将考核结果通报如下：");
        var counties = dice.Some(setting.City.Counties, setting.City.Counties.Count).Select(c => c.Short).ToList();
        var grades = dice.Chance(0.5) ? new[] { "A级", "B级", "C级" } : ["优秀", "良好", "合格"];
        var cut = dice.Between(1, counties.Count - 3);
        List<(string Grade, List<string> Names)> parts = [(grades[0], counties[..cut]), (grades[1], counties[cut..^1]), (grades[2], counties[^1..])];
        if (dice.Chance(0.5)) parts = [parts[0], (grades[1], counties[cut..])];
        foreach (var (i, part) in parts.Index())
        {
            letter.Truth.Grades.Add(new(part.Grade, part.Names));
            letter.Say($"{part.Grade}：{string.Join('、', part.Names)}{(i + 1 == parts.Count ? "。" : "；")}");
        }
        letter.Say($"各地各部门（单位）要{speech.Sentence()}");
        letter.Sign();
        return letter.Done();
    }

    private static void Counties(Letter letter, string category)
    {
        var names = letter.Dice.Some(letter.Setting.City.Counties, letter.Dice.Between(2, 5)).Select(c => c.Short).ToList();
        letter.Say(string.Join('、', names));
        letter.Truth.Honours.AddRange(names.Select(n => new Truth.TrueHonour(category, null, n, null)));
    }

    private static void Graded(Letter letter, string category)
    {
        var left = letter.Dice.Some(letter.Setting.City.Counties, letter.Setting.City.Counties.Count).Select(c => c.Short).ToList();
        foreach (var prize in Prizes)
        {
            var names = left[..Math.Min(left.Count, letter.Dice.Between(1, 2))];
            left.RemoveRange(0, names.Count);
            if (names.Count == 0) break;
            letter.Say(prize);
            letter.Say(string.Join('、', names));
            letter.Truth.Honours.AddRange(names.Select(n => new Truth.TrueHonour(category, prize, n, null)));
        }
    }

    private static void Towns(Letter letter, string category)
    {
        foreach (var county in letter.Dice.Some([.. letter.Setting.City.Townships.GroupBy(t => t.County)], 4))
        {
            var towns = county.Select(t => t.Town).ToList();
            letter.Say($"{county.Key}：{string.Join('、', towns)}");
            letter.Truth.Honours.AddRange(towns.Select(t => new Truth.TrueHonour(category, null, t, county.Key)));
        }
    }

    private static void Bodies(Letter letter, string category)
    {
        var dice = letter.Dice;
        for (var i = dice.Between(3, 8); i > 0; i--)
        {
            var name = letter.Speech.Fresh(() =>
            {
                var (town, county) = dice.Pick(letter.Setting.City.Townships);
                return dice.Below(4) switch
                {
                    0 => $"{county}{dice.Pick(Banks.Farms)}家庭农场",
                    1 => $"{county}{town}{dice.Pick(Banks.Farms)}种植专业合作社",
                    2 => $"{letter.Setting.City.City}{dice.Pick(Banks.Farms)}农业开发有限公司",
                    _ => $"{letter.Setting.City.City}{county}{town}{dice.Pick(Banks.Farms)}村股份经济合作联合社",
                };
            });
            letter.Say(name);
            letter.Truth.Honours.Add(new(category, null, name, null));
        }
    }
}
