using System.Globalization;
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
        var steps = new AmendmentSteps(say, rules, named, on);
        var count = dice.Between(2, 6);
        for (var i = 1; i <= count && steps.HasMore; i++) sheet.Paragraph($"{Days.Count(i)}、{steps.Next(mayBeLong: true)}");
    }

    /// <summary>关于修改部分行政规范性文件的决定.</summary>
    public static void Several(Saying say, Sheet sheet, IReadOnlyList<AmendableDocument> several, DateOnly on)
    {
        var dice = say.Dice;
        sheet.Paragraph($"为{dice.Pick(Banks.Aims)}，市政府对涉及{say.Speech.Matter()}的行政规范性文件进行了清理，决定对{several.Count}件行政规范性文件的部分条款予以修改：");
        var form = dice.Below(3);
        for (var i = 0; i < several.Count; i++)
        {
            var (named, label) = (say.Name(several[i]), Days.Count(i + 1) + "、");
            var steps = new AmendmentSteps(say, several[i], named, on);
            if (form == 2)
            {
                // One sentence that names the document and a change at once; more may stand below without a number.
                sheet.Paragraph(label + steps.Next(of: named.Words));
                for (var k = dice.Chance(0.4) ? 2 : 0; k > 0 && steps.HasMore; k--) sheet.Paragraph(steps.Next());
                continue;
            }
            sheet.Paragraph(label + dice.Pick<string>([$"对{named.Words}作出修改：", $"对{named.Words}作如下修改：", $"{named.Words}", $"将{named.Words}作如下修改："]));
            var (count, labels) = (dice.Between(1, 3), dice.Below(4));
            for (var k = 1; k <= count && steps.HasMore; k++)
                sheet.Paragraph((labels switch { 0 => "", 1 => string.Create(CultureInfo.InvariantCulture, $"{k}．"), _ => $"（{Days.Count(k)}）" }) + steps.Next());
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
}
