using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Documents whose weight is an outline: forwarded plans, divisions of duties with marks in the text, opinions, replies.</summary>
internal static class Plans
{
    /// <summary>A notice that forwards another office's plan (转发).</summary>
    public static Draft Forwarded(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var author = dice.Pick([.. setting.City.Departments.Where(d => d.Short.StartsWith('市') && d.Short.EndsWith('局'))]);
        var plan = $"{setting.Year}年度{speech.Matter()}方案";
        var letter = Letters.Open(setting, dice, speech, [setting.City.Office], "府办发", $"转发{author.Short}关于{plan}的通知", "通知", wide: true);
        letter.Truth.ForwardedFrom = author.Short;
        letter.Say($"{author.Short}编制的《{plan}》已经市政府同意，现转发给你们，请认真组织实施。");
        letter.Sign();
        letter.Title(null, plan, author.Short);
        letter.Blocks.Add(new Paragraph($"为{speech.Sentence()[..^1]}，根据有关规定，制定本方案。"));
        new Outline(letter).Write(Trees.Plan(letter, dice.Between(3, 5)), continuous: false);
        return letter.Done();
    }

    /// <summary>A division of duties (责任分工方案) whose measures end in 〔责任单位：…〕.</summary>
    public static Draft Measures(Setting setting, Dice dice)
    {
        var plan = "";
        var letter = Letters.Enclosing(setting, dice, speech => plan = $"{setting.City.City}{speech.Matter()}责任分工方案", quoted: false);
        var cited = $"江源府发〔{setting.Year - dice.Between(1, 4)}〕{dice.Between(1, 60)}号";
        letter.Title(null, plan);
        letter.Blocks.Add(new Paragraph($"为贯彻落实《江源省人民政府关于{letter.Speech.Matter()}工作的意见》（{cited}）精神，制定如下责任分工方案。"));
        letter.Truth.Cites.Add(cited);
        var chapters = new List<Clause>();
        var duties = new List<(Clause Section, Duty Duty)>();
        for (var i = dice.Between(3, 8); i > 0; i--)
        {
            var chapter = new Clause(1, Trees.Short(letter.Speech, 14), "");
            for (var k = dice.Between(2, 5); k > 0; k--)
            {
                var duty = Duties.Throw(setting, dice);
                var section = new Clause(2, Trees.Short(letter.Speech, 12), $"{letter.Speech.Passage(dice.Between(1, 5))}〔责任单位：{duty.Text}〕");
                chapter.Below.Add(section);
                duties.Add((section, duty));
            }
            chapters.Add(chapter);
        }
        new Outline(letter).Write(chapters, continuous: true);
        letter.Truth.Obligations.AddRange(duties.Select(d => new TrueObligation
        {
            Measure = d.Section.Label, UnitsText = d.Duty.Text, Organizations = d.Duty.Organizations, Others = d.Duty.Others,
        }));
        foreach (var (duty, at) in duties.Select((d, i) => (d.Duty, i)).Where(x => x.Duty.Misprinted))
            letter.Truth.Flags.Add(new($"obligations[{at}].units_text", "a unit's name is misprinted"));
        return letter.Done();
    }

    /// <summary>Opinions or a notice that say what they have to say themselves, at times of several issuers.</summary>
    public static Draft Opinions(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var kind = dice.Chance(0.5) ? "意见" : "通知";
        var title = kind == "意见" ? $"关于推进{speech.Matter()}高质量发展的实施意见" : $"关于做好{setting.Year}年{speech.Matter()}和{speech.Matter()}工作的通知";
        var joint = setting.Has(Defects.JointIssuers) && dice.Chance(0.5);
        var office = dice.Chance(0.5) && !joint ? setting.City.Government : setting.City.Office;
        List<Named> issuers = joint ? [office, .. dice.Some([.. setting.City.Departments.Where(d => d.Short.EndsWith('局'))], dice.Between(1, 2))] : [office];
        var letter = Letters.Open(setting, dice, speech, issuers, office == setting.City.Office ? "府办发" : "府发", title, kind, wide: false);
        letter.Say($"为{speech.Sentence()[..^1]}，经市政府同意，现{(kind == "意见" ? "提出如下意见" : "就有关事项通知如下")}。");
        new Outline(letter).Write(Trees.Plan(letter, dice.Between(3, 6)), continuous: dice.Chance(0.5));
        letter.Sign();
        return letter.Done();
    }

    /// <summary>A reply (批复) to one county, each point one sentence or more.</summary>
    public static Draft Reply(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var county = dice.Pick(setting.City.Counties);
        var matter = $"{county.Short}{speech.Matter()}专项规划";
        var letter = Letters.Open(setting, dice, speech, [setting.City.Government], "府函", $"关于{matter}的批复", "批复", wide: false, [county.Short + "人民政府"]);
        letter.Say($"你{county.Short[^1]}《关于审批{matter}的请示》收悉。经研究，现批复如下：");
        var points = new List<Clause> { new(1, $"原则同意《{matter}》", "") };
        for (var i = dice.Between(2, 4); i > 0; i--) points.Add(new(1, speech.Sentence()[..^1], dice.Chance(0.6) ? speech.Sentence() : ""));
        foreach (var (point, i) in points.Select((p, i) => (p, i)))
        {
            var label = Outline.LabelOf(1, i + 1, half: false);
            letter.Truth.Headings.Add(new(1, label, point.Heading));
            letter.Blocks.Add(new Paragraph($"{label}{point.Heading}。{point.Text}"));
        }
        letter.Sign();
        return letter.Done();
    }
}
