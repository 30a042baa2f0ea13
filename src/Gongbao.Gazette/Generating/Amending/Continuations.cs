using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Sentences by which a document goes on being in force after its term (继续有效、延长有效期).</summary>
internal static class Continuations
{
    /// <summary>Sentences that leave the document unnamed, for the title names it.</summary>
    public static string Unnamed(Saying say, Named named)
    {
        var (dice, dated) = (say.Dice, say.Own.DatedOn);
        var end = new DateOnly(dated.Year + dice.Between(1, 4), 12, 31);
        var lead = dice.Pick<string>(["经评估，", "经研究，", "经市政府同意，", "为保持政策连续性，"]);
        var (until, words) = dice.Below(5) switch
        {
            0 => ((DateOnly?)end, $"{lead}现将有效期延长至{Days.Print(end, dice)}。"),
            1 => (end, $"{lead}该办法继续有效，有效期延长至{Days.Print(end, dice)}。"),
            2 => (end, $"{lead}其有效期延长至{Days.Print(end, dice)}。"),
            3 => (end, $"{lead}决定将有效期延长至{Days.Print(end, dice)}，请遵照执行。"),
            _ => (null, $"{lead}该文件继续有效。"),
        };
        say.Note(ValidityEffect.Continue, named, dated, words, until);
        return words;
    }

    public static string Sentence(Saying say, Named named)
    {
        var (dice, dated) = (say.Dice, say.Own.DatedOn);
        var years = dice.Between(1, 5);
        var from = new DateOnly(dated.Year, dated.Month, 1).AddMonths(dice.Between(1, 2));
        var end = dice.Chance(0.5) ? new DateOnly(dated.Year + dice.Between(1, 4), 12, 31) : from.AddYears(years).AddDays(-1);
        var lead = dice.Pick<string>(["经评估，", "经研究，", "经市政府同意，", "经市政府研究决定，"]);
        var (on, until, words) = dice.Below(8) switch
        {
            0 => (dated, (DateOnly?)end, $"{lead}{named.Words}有效期延长至{Days.Print(end, dice)}。"),
            1 => (dated, end, $"{lead}{named.Words}继续有效，有效期延长至{Days.Print(end, dice)}。"),
            2 => (dated, end, $"{lead}将{named.Words}的有效期延长至{Days.Print(end, dice)}。"),
            3 => (from, from.AddYears(years).AddDays(-1), $"{lead}{named.Words}自{Days.Print(from, dice)}起继续执行，有效期{dice.Pick<string>(["", "延长"])}{Days.Years(years, dice)}。"),
            4 => (dated, dated.AddYears(years).AddDays(-1), $"{lead}{named.Words}自本通知{dice.Pick<string>(["印发", "发布"])}之日起继续施行，有效期{Days.Years(years, dice)}。"),
            5 => (dated, end, $"{lead}{named.Words}继续执行至{Days.Print(end, dice)}。"),

            // How long is told, from when is not: it runs from the end of the term that the other document gave itself.
            6 => (dated, null, $"{lead}{named.Words}继续执行，有效期延长{Days.Years(years, dice)}。"),
            _ => (dated, null, $"{lead}{named.Words}继续有效。"),
        };
        say.Note(ValidityEffect.Continue, named, on, words, until);
        return words;
    }
}
