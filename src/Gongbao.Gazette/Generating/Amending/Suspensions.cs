using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Sentences by which a document is put off, stopped for a time, or in force again (推迟、暂缓、恢复施行).</summary>
internal static class Suspensions
{
    public static string Suspend(Saying say, Named named)
    {
        var (dice, dated) = (say.Dice, say.Own.DatedOn);
        var from = dated.AddDays(dice.Between(3, 40));
        var until = new DateOnly(dated.Year, dated.Month, 1).AddMonths(dice.Between(3, 14));
        var lead = dice.Pick<string>(["经研究，", "经市政府同意，", "受疫情影响，", ""]);
        var verb = dice.Pick<string>(["暂缓施行", "暂缓实施", "暂停执行", "暂停实施"]);
        if (dice.Chance(0.15) && named.Document is { Articles.Count: > 4 } rules && Enumerable.Range(1, rules.Articles.Count - 1).FirstOrDefault(a => !rules.Touched.Contains(a)) is > 0 and var article)
        {
            var part = $"{lead}{named.Words}第{Days.Count(article)}条{verb}。";
            say.Note(ValidityEffect.Suspend, named, dated, part, place: Endings.Slug($"第{Days.Count(article)}条"));
            rules.Touched.Add(article);
            return part;
        }
        var (on, last, words) = dice.Below(7) switch
        {
            0 => (dated, (DateOnly?)until.AddDays(-1), $"{lead}{named.Words}推迟至{Days.Print(until, dice)}起施行。"),
            1 => (dated, until.AddDays(-1), $"{lead}将{named.Words}的施行日期推迟至{Days.Print(until, dice)}。"),
            2 => (dated, until.AddDays(-1), $"{lead}{named.Words}延期至{Days.Print(until, dice)}实施。"),
            3 => (dated, null, $"{lead}{verb}{named.Words}。"),
            4 => (from, null, $"{lead}{named.Words}自{Days.Print(from, dice)}起{verb}。"),
            5 => (dated, until, $"{lead}{named.Words}{verb}至{Days.Print(until, dice)}。"),
            _ => (dated, null, $"{lead}{named.Words}{dice.Pick<string>(["", "予以"])}{verb}，恢复施行的时间另行通知。"),
        };
        say.Note(ValidityEffect.Suspend, named, on, words, last);
        return words;
    }

    public static string Resume(Saying say, Named named)
    {
        var (dice, dated) = (say.Dice, say.Own.DatedOn);
        var from = dated.AddDays(dice.Between(3, 40));
        var verb = dice.Pick<string>(["恢复施行", "恢复实施", "恢复执行"]);
        var (on, words) = dice.Chance(0.6) ? (from, $"经研究，{named.Words}自{Days.Print(from, dice)}起{verb}。") : (dated, $"经市政府同意，{verb}{named.Words}。");
        say.Note(ValidityEffect.Resume, named, on, words);
        return words;
    }
}
