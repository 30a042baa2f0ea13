using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Decisions that change the words of earlier documents (修改决定), one document or several at a time.</summary>
internal static class Amendments
{
    /// <summary>关于修改《甲》的决定.</summary>
    public static void One(Saying say, Sheet sheet, AmendableDocument rules, DateOnly on)
    {
        var dice = say.Dice;
        var named = say.Name(rules);
        sheet.Paragraph($"为{dice.Pick(Banks.Aims)}，{dice.Pick<string>(["经研究，", "", "根据有关法律、法规规定，"])}市政府决定对{named.Words}{dice.Pick<string>(["作如下修改：", "作出如下修改：", "作如下修订：", "部分条款作如下修改："])}");
        var count = dice.Between(2, Math.Min(6, Free(rules).Count));
        for (var i = 1; i <= count; i++)
            sheet.Paragraph($"{Days.Count(i)}、{Step(say, rules, named, on, i == 1 ? "" : dice.Pick<string>(["", "", "原"]), mayBeLong: true)}");
    }

    /// <summary>关于修改部分行政规范性文件的决定.</summary>
    public static void Several(Saying say, Sheet sheet, IReadOnlyList<AmendableDocument> several, DateOnly on)
    {
        var dice = say.Dice;
        sheet.Paragraph($"为{dice.Pick(Banks.Aims)}，市政府对涉及{say.Speech.Matter()}的行政规范性文件进行了清理，决定对{several.Count}件行政规范性文件的部分条款予以修改：");
        var form = dice.Below(3);
        for (var i = 0; i < several.Count; i++)
        {
            var (rules, named, label) = (several[i], say.Name(several[i]), Days.Count(i + 1) + "、");
            if (form == 2)
            {
                // One sentence that names the document and the change at once.
                sheet.Paragraph(label + Step(say, rules, named, on, "", mayBeLong: false, of: named.Words));
                continue;
            }
            sheet.Paragraph(label + dice.Pick<string>([$"对{named.Words}作出修改：", $"对{named.Words}作如下修改：", $"{named.Words}", $"将{named.Words}作如下修改："]));
            var count = dice.Between(1, Math.Min(3, Free(rules).Count));
            for (var k = 1; k <= count; k++) sheet.Paragraph($"（{Days.Count(k)}）{Step(say, rules, named, on, "", mayBeLong: false)}");
        }
        if (several.Count > 1 && dice.Chance(0.4)) sheet.Paragraph($"{Days.Count(several.Count + 1)}、{Together(say, several, on)}");
    }

    /// <summary>将《甲》《乙》中的“A”统一修改为“B”.</summary>
    private static string Together(Saying say, IReadOnlyList<AmendableDocument> several, DateOnly on)
    {
        var dice = say.Dice;
        var two = dice.Some(say.City.Departments, 2);
        var (old, fresh) = (two[0].Short, two[1].Short);
        var named = several.Take(2).Select(say.Name).ToList();
        var sentence = $"将{named[0].Words}{dice.Pick<string>(["、", "", "和"])}{named[1].Words}中的“{old}”{dice.Pick<string>(["统一", "均", ""])}修改为“{fresh}”。";
        foreach (var one in named) say.Amend(one, on, sentence, null, TrueAction.ReplaceWords, old, fresh);
        return sentence;
    }

    private static List<int> Free(AmendableDocument rules) => [.. Enumerable.Range(1, rules.Articles.Count - 1).Where(a => !rules.Touched.Contains(a))];

    /// <summary>One change; the article that it touches is left alone from then on.</summary>
    private static string Step(Saying say, AmendableDocument rules, Named named, DateOnly on, string before, bool mayBeLong, string of = "")
    {
        var dice = say.Dice;
        var article = dice.Pick(Free(rules));
        rules.Touched.Add(article);
        var text = rules.Articles[article - 1];
        var place = $"第{Days.Count(article)}条";
        var slug = Endings.Slug(place);
        var to = dice.Pick<string>(["修改为", "修改为", "改为", "修订为"]);
        string sentence;
        switch (dice.Below(mayBeLong ? 9 : 6))
        {
            case 0:
                sentence = $"{dice.Pick<string>(["删去", "删除"])}{of}{before}{place}。";
                say.Amend(named, on, sentence, slug, TrueAction.Delete);
                return sentence;
            case 1 when text.Count > 1:
                var paragraph = New(say);
                sentence = $"{dice.Pick<string>(["", "将"])}{of}{place}第二款{to}：“{paragraph}”。";
                say.Amend(named, on, sentence, slug + ".p2", TrueAction.Replace, @new: paragraph);
                return sentence;
            case 1 or 2:
                return Exchange(say, named, on, of + place, slug, text[0], to);
            case 3:
                var gone = Piece(dice, text[0]);
                sentence = $"{dice.Pick<string>(["删去", "删除"])}{of}{before}{place}中的“{gone}”。";
                say.Amend(named, on, sentence, slug, TrueAction.ReplaceWords, gone, "");
                return sentence;
            case 4:
                var fresh = New(say);
                sentence = $"{dice.Pick<string>(["将", "", "将"])}{of}{before}{place}{to}：“{fresh}”{dice.Pick<string>(["。", "；", "。"])}";
                say.Amend(named, on, sentence, slug, TrueAction.Replace, @new: fresh);
                return sentence;
            case 5:
                var added = New(say);
                sentence = dice.Below(3) switch
                {
                    0 => $"{(of.Length > 0 ? "在" + of + "中" : "")}增加一条，作为第{Days.Count(article + 1)}条：“{added}”。",
                    1 => $"在{of}{place}后增加一条，作为第{Days.Count(article + 1)}条：“{added}”。",
                    _ => $"{(of.Length > 0 ? of : "")}{place}增加一款，作为第{Days.Count(text.Count + 1)}款：“{added}”。",
                };
                say.Amend(named, on, sentence, sentence.Contains("一款") ? $"{slug}.p{text.Count + 1}" : Endings.Slug($"第{Days.Count(article + 1)}条"), TrueAction.Insert, @new: added);
                return sentence;
            default:
                var whole = Long(say, place);
                sentence = $"{dice.Pick<string>(["将", ""])}{before}{place}{to}：“{whole}”。";
                say.Amend(named, on, sentence, slug, TrueAction.Replace, @new: whole);
                return sentence;
        }
    }

    private static string Exchange(Saying say, Named named, DateOnly on, string place, string slug, string text, string to)
    {
        var dice = say.Dice;
        var (old, fresh) = (Piece(dice, text), dice.Pick(say.City.Departments).Short);
        if (dice.Chance(0.2))
        {
            var (old2, fresh2) = (say.Speech.Thing(), say.Speech.Thing());
            var both = $"将{place}中的“{old}”{to}“{fresh}”，“{old2}”{to}“{fresh2}”。";
            say.Amend(named, on, both, slug, TrueAction.ReplaceWords, old, fresh);
            say.Amend(named, on, both, slug, TrueAction.ReplaceWords, old2, fresh2);
            return both;
        }
        var sentence = $"{dice.Pick<string>(["将", "将", ""])}{place}{dice.Pick<string>(["中的", "中", "中的"])}“{old}”{to}“{fresh}”。";
        say.Amend(named, on, sentence, slug, TrueAction.ReplaceWords, old, fresh);
        return sentence;
    }

    /// <summary>Some words of a sentence between its stops.</summary>
    private static string Piece(Dice dice, string text)
    {
        var pieces = text.Split('，', '。', '、', '“', '”', '；', '：').Where(p => p.Length is > 2 and < 20).ToList();
        return pieces.Count > 0 ? dice.Pick(pieces) : text[..Math.Min(6, text.Length)];
    }

    /// <summary>New words of a clause; now and then they hold words of validity, which say nothing of any document.</summary>
    private static string New(Saying say) => say.Dice.Below(6) switch
    {
        0 => $"本办法自{Days.Print(say.Own.DatedOn.AddYears(1), say.Dice)}起施行，有效期{say.Dice.Between(2, 5)}年。",
        1 => $"已经废止的{say.Speech.Matter()}标准不再执行，由市级主管部门公布。",
        2 => $"《{say.Speech.Matter()}管理暂行规定》同时废止。",
        _ => say.Speech.Sentence(),
    };

    /// <summary>Several paragraphs, with the label of the article or without, with items or without.</summary>
    private static string Long(Saying say, string label)
    {
        var head = say.Dice.Chance(0.4) ? label + "　" : "";
        return say.Dice.Below(3) switch
        {
            0 => $"{head}{say.Speech.Sentence()}\n{New(say)}",
            1 => $"{head}有下列情形之一的，予以支持：\n（一）{say.Speech.Item()}；\n（二）{say.Speech.Item()}；\n（三）{say.Speech.Item()}。",
            _ => $"{head}{say.Speech.Sentence()}{say.Speech.Sentence()}\n{say.Speech.Sentence()}\n{say.Speech.Sentence()}",
        };
    }
}
