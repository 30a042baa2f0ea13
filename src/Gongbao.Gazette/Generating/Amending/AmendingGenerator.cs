using System.Globalization;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Makes libraries whose documents come into force, end, continue and change one another. The same seed gives the same library.</summary>
internal static class AmendingGenerator
{
    private const int DocumentsWithNothingBefore = 6;
    private static readonly DateOnly FirstDay = new(2018, 1, 8);

    /// <param name="city">The city whose offices the documents are of.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="documents">How many.</param>
    /// <param name="calendar">The working days that sentences may count; null where none are known.</param>
    public static AmendingLibrary Generate(CityWords city, ulong seed, int documents, WorkCalendar? calendar = null)
    {
        var dice = new Dice(seed);
        var (sources, truth, earlier) = (new List<SourceText>(), new List<TrueEvent>(), new List<AmendableDocument>());
        for (var i = 0; i < documents; i++)
        {
            var kind = i < DocumentsWithNothingBefore ? dice.Below(11) : dice.Below(30);
            var day = FirstDay.AddDays(i * 43 + dice.Below(20));
            var (document, source) = Write(city, dice, kind, i + 1, day, earlier, truth, calendar);
            sources.Add(source);
            earlier.Add(document);
        }
        return new(sources, earlier, truth);
    }

    private static (AmendableDocument, SourceText) Write(CityWords city, Dice dice, int kind, int serial, DateOnly day, List<AmendableDocument> earlier, List<TrueEvent> truth, WorkCalendar? calendar)
    {
        var sheet = new Sheet(dice.Chance(0.25) ? 0 : dice.Between(28, 40), indented: dice.Chance(0.6), dice.Below(10) switch { < 5 => TablePrint.Cells, < 8 => TablePrint.RowALine, _ => TablePrint.CellALine });
        var office = dice.Chance(0.5);
        var issuer = office ? city.Office.Full : city.Government.Full;
        var number = string.Create(CultureInfo.InvariantCulture, $"{city.Code}{(office ? "府办发" : "府发")}〔{day.Year}〕{serial}号");
        Saying Open(string title, string? issued = null) => new(city, dice, new(number, issuer, title, issued, day), earlier, truth, calendar);
        var saying = kind switch
        {
            < 8 => Rules(city, dice, sheet, Issued(dice, city, earlier), Open),
            < 10 => Notice(dice, sheet, earlier, Open),
            10 or 11 => Order(city, dice, sheet, day, serial, earlier, truth),
            12 or 13 => Repeal(dice, sheet, Open),
            < 18 => Results(dice, sheet, Open),
            < 21 => Amend(dice, sheet, earlier, Open),
            21 or 22 => AmendSeveral(dice, sheet, earlier, Open),
            >= 25 => PutOff(dice, sheet, earlier, Open),
            _ => Continue(dice, sheet, earlier, Open),
        };
        return (saying.Own, sheet.Done(saying.Own.Number));
    }

    private static string Issued(Dice dice, CityWords city, List<AmendableDocument> earlier)
    {
        var speech = new Speech(dice);
        string title;
        do title = $"{city.City}{speech.Matter()}{dice.Pick<string>(["管理办法", "管理办法", "实施细则", "若干措施", "监督办法"])}{(dice.Chance(0.15) ? dice.Pick<string>(["（试行）", "（暂行）"]) : "")}";
        while (earlier.Exists(e => e.Issued == title));
        return title;
    }

    private static string Self(string title) => title switch
    {
        _ when title.Contains("办法") => "本办法",
        _ when title.Contains("细则") => "本细则",
        _ when title.Contains("措施") => "本措施",
        _ => "本通知",
    };

    private static Saying Rules(CityWords city, Dice dice, Sheet sheet, string issued, Func<string, string?, Saying> open)
    {
        var say = open($"关于印发《{issued}》的通知", issued);
        Head(sheet, say.Own, addressed: true);
        var (atHead, self) = (dice.Chance(0.15), Self(issued));
        if (atHead)
        {
            var (words, _) = WithEnding(say, dice, "", body => $"《{issued}》已经市政府同意，现印发给你们，{body}");
            sheet.Paragraph(words);
        }
        else sheet.Paragraph($"《{issued}》已经市政府同意，现印发给你们，请认真贯彻执行。");
        if (dice.Chance(0.4)) Annexes(dice, say);
        for (var i = 0; i < say.Own.Annexes.Count; i++) sheet.Paragraph((i == 0 ? "附件：" : "　　　") + string.Create(CultureInfo.InvariantCulture, $"{i + 1}．") + say.Own.Annexes[i].Title);
        Sign(sheet, say.Own);
        sheet.Line(issued);
        Articles(city, dice, sheet, say, self, atHead);
        for (var i = 0; i < say.Own.Annexes.Count; i++)
        {
            sheet.Line(string.Create(CultureInfo.InvariantCulture, $"附件{i + 1}"));
            sheet.Line(say.Own.Annexes[i].Title);
            foreach (var line in say.Own.Annexes[i].Lines) sheet.Paragraph(line);
        }
        return say;
    }

    private static Saying Order(CityWords city, Dice dice, Sheet sheet, DateOnly day, int serial, List<AmendableDocument> earlier, List<TrueEvent> truth)
    {
        var issued = Issued(dice, city, earlier);
        var order = city.Government.Full + "令";
        var say = new Saying(city, dice, new($"{order}第{serial}号", city.Government.Full, order, issued, day), earlier, truth);
        sheet.Line(order);
        sheet.Line($"第{serial}号");
        var from = new DateOnly(day.Year, day.Month, 1).AddMonths(2);
        var told = dice.Chance(0.6);
        var words = $"《{issued}》已经市人民政府第{dice.Between(5, 90)}次常务会议审议通过，现予公布{(told ? $"，自{Days.Print(from, dice)}起施行" : "")}。";
        if (told) say.Note(ValidityEffect.Commence, null, from, words);
        sheet.Paragraph(words);
        sheet.Line($"市长 {say.Speech.Person()}");
        sheet.Line(Days.Plain(day));
        sheet.Line(issued);
        Articles(city, dice, sheet, say, Self(issued), told, told ? from : null);
        return say;
    }

    /// <summary>The sentence by which a text comes into force, with what it ends in the same breath, or behind it.</summary>
    private static (string Words, DateOnly On) WithEnding(Saying say, Dice dice, string self, Func<string, string>? around = null)
    {
        List<Named> ended = [];
        string? whole = null;
        if (around is not null)
        {
            // Said by the notice that issues it: from a day on, at once with its letter.
            var from = new DateOnly(say.Own.DatedOn.Year, say.Own.DatedOn.Month, 1).AddMonths(dice.Between(1, 3));
            var tail = dice.Chance(0.35) ? Endings.Tail(say) : default;
            ended = tail.Ended ?? [];
            whole = around($"自{Days.Print(from, dice)}起施行{(tail.Words is null ? "" : "，" + tail.Words)}。");
            say.Note(ValidityEffect.Commence, null, from, whole);
            foreach (var one in ended) say.Note(ValidityEffect.Repeal, one, from, whole);
            return (whole, from);
        }
        var joined = dice.Chance(0.15);
        var (words, first, on) = OwnTerm.Say(say, self, joined ? Tail : null);
        foreach (var one in ended) say.Note(ValidityEffect.Repeal, one, on, first);
        if (!joined && dice.Chance(0.35)) words += Endings.Sentence(say, self, on);
        return (words, on);

        string Tail(DateOnly day)
        {
            (var told, ended) = Endings.Tail(say);
            return told;
        }
    }

    private static void Articles(CityWords city, Dice dice, Sheet sheet, Saying say, string self, bool told, DateOnly? again = null)
    {
        var articles = say.Own.Articles;
        var count = dice.Between(5, 11);
        for (var i = 1; i < count; i++) articles.Add([.. Enumerable.Range(0, dice.Chance(0.3) ? 2 : 1).Select(_ => Passage(city, dice, say))]);
        if (dice.Chance(0.5)) articles.Add([$"{self}由{dice.Pick(city.Departments).Short}负责解释。"]);
        string last;
        if (!told) last = WithEnding(say, dice, self).Words;
        else if (again is { } from)
        {
            last = $"{self}自{Days.Print(from, dice)}起施行。";
            say.Note(ValidityEffect.Commence, null, from, last);
            if (dice.Chance(0.4)) last += Endings.Sentence(say, self, from);
        }
        else last = Passage(city, dice, say);
        articles.Add([last]);
        if (dice.Chance(0.5)) Chapters(dice, say);
        for (var i = 0; i < articles.Count; i++)
        {
            if (say.Own.Chapters.FindIndex(c => c.First == i + 1) is >= 0 and var chapter) sheet.Line($"第{Days.Count(chapter + 1)}章 {say.Own.Chapters[chapter].Title}");
            sheet.Paragraph($"第{Days.Count(i + 1)}条 {string.Join('\n', articles[i])}");
        }
    }

    /// <summary>Parts the articles among chapters, two or three in each.</summary>
    private static void Chapters(Dice dice, Saying say)
    {
        var count = say.Own.Articles.Count;
        for (int first = 1, size; first <= count; first += size)
        {
            size = Math.Min(dice.Between(2, 3), count - first + 1);
            if (count - first - size < 1) size = count - first + 1;
            say.Own.Chapters.Add((first == 1 ? "总则" : first + size > count ? "附则" : say.Speech.Thing() + dice.Pick<string>(["管理", "监督", "保障"]), first, size));
        }
    }

    private static void Annexes(Dice dice, Saying say)
    {
        for (var i = 0; i < 2; i++)
            say.Own.Annexes.Add(($"{say.Speech.Thing()}{(i == 0 ? "事项" : "资料")}说明", [.. Enumerable.Range(0, dice.Between(2, 3)).Select(_ => say.Speech.Sentence())]));
    }

    private static Saying PutOff(Dice dice, Sheet sheet, List<AmendableDocument> earlier, Func<string, string?, Saying> open)
    {
        var rules = earlier.Where(e => !e.HasEnded && e.Issued is not null).ToList();
        if (rules.Count == 0) return Notice(dice, sheet, earlier, open);
        var stopped = rules.FindAll(e => e.IsSuspended);
        var resumes = stopped.Count > 0 && dice.Chance(0.9);
        var picked = dice.Pick(resumes ? stopped : rules);
        var say = open($"关于{(resumes ? "恢复施行" : dice.Pick<string>(["推迟施行", "暂缓施行"]))}《{picked.Issued}》的{dice.Pick<string>(["通知", "公告"])}", null);
        Head(sheet, say.Own, addressed: say.Own.Title.EndsWith("通知", StringComparison.Ordinal));
        var named = say.Name(picked);
        sheet.Paragraph(resumes ? Suspensions.Resume(say, named) : Suspensions.Suspend(say, named));
        if (dice.Chance(0.3)) sheet.Paragraph(NearMisses.Sentence(dice, say.Speech));
        Sign(sheet, say.Own);
        return say;
    }

    private static string Passage(CityWords city, Dice dice, Saying say) => dice.Below(5) switch
    {
        0 => say.Speech.Sentence() + NearMisses.Sentence(dice, say.Speech),
        1 => $"{dice.Pick(city.Departments).Short}负责{say.Speech.Matter()}工作，{say.Speech.Sentence()}",
        2 => NearMisses.Sentence(dice, say.Speech),
        3 when dice.Chance(0.5) => NearMisses.About(dice, say.Speech, say.Some(1)[0]),
        _ => say.Speech.Sentence() + say.Speech.Sentence(),
    };

    private static Saying Notice(Dice dice, Sheet sheet, List<AmendableDocument> earlier, Func<string, string?, Saying> open)
    {
        string title;
        do title = $"关于{dice.Pick<string>(["做好", "进一步规范", "加强", "支持"])}{dice.Pick(Banks.Matters)}{dice.Pick<string>(["工作", "服务", "发展", "管理"])}的通知";
        while (earlier.Exists(e => e.Title == title));
        var say = open(title, null);
        Head(sheet, say.Own, addressed: true);
        sheet.Paragraph("现将有关事项通知如下。");
        var sections = dice.Between(2, 3);
        for (var i = 1; i <= sections; i++)
        {
            sheet.Line($"{Days.Count(i)}、{say.Speech.Heading()}");
            for (var k = dice.Between(1, 3); k > 0; k--) sheet.Paragraph(say.Speech.Sentence() + (dice.Below(4) switch
            {
                0 => NearMisses.About(dice, say.Speech, say.Some(1)[0]),
                1 => say.Speech.Sentence(),
                _ => NearMisses.Sentence(dice, say.Speech),
            }));
        }
        if (dice.Chance(0.75)) sheet.Paragraph(WithEnding(say, dice, dice.Pick<string>(["本通知", "本通知", "以上规定"])).Words);
        Sign(sheet, say.Own);
        return say;
    }

    private static Saying Repeal(Dice dice, Sheet sheet, Func<string, string?, Saying> open)
    {
        var kind = dice.Pick<string>(["决定", "决定", "通知"]);
        var say = open($"关于废止{dice.Pick<string>(["部分", "一批"])}{dice.Pick<string>(["行政规范性文件", "文件", "规范性文件"])}的{kind}", null);
        Head(sheet, say.Own, addressed: kind == "通知");
        Cleanups.Repeal(say, sheet, "本" + kind, () => Sign(sheet, say.Own));
        return say;
    }

    private static Saying Results(Dice dice, Sheet sheet, Func<string, string?, Saying> open)
    {
        var say = open($"关于公布行政规范性文件清理结果的{dice.Pick<string>(["通知", "公告"])}", null);
        Head(sheet, say.Own, addressed: say.Own.Title.EndsWith("通知", StringComparison.Ordinal));
        Cleanups.Results(say, sheet, () => Sign(sheet, say.Own));
        return say;
    }

    private static Saying Amend(Dice dice, Sheet sheet, List<AmendableDocument> earlier, Func<string, string?, Saying> open)
    {
        if (open("", null).WithArticles() is not { } rules) return Notice(dice, sheet, earlier, open);
        var say = open($"关于修改《{rules.Issued}》的决定", null);
        Head(sheet, say.Own, addressed: dice.Chance(0.3));
        var (words, on) = Tail(say, dice);
        Amendments.One(say, sheet, rules, on);
        sheet.Paragraph(words);
        if (dice.Chance(0.6)) sheet.Paragraph($"《{rules.Issued}》根据本决定作相应修改，重新公布。");
        Sign(sheet, say.Own);
        return say;
    }

    private static Saying AmendSeveral(Dice dice, Sheet sheet, List<AmendableDocument> earlier, Func<string, string?, Saying> open)
    {
        var rules = dice.Some([.. earlier.Where(e => !e.HasEnded && e.Articles.Count - e.Touched.Count > 4)], dice.Between(2, 4));
        if (rules.Count < 2) return Notice(dice, sheet, earlier, open);
        var say = open("关于修改部分行政规范性文件的决定", null);
        Head(sheet, say.Own, addressed: dice.Chance(0.3));
        var (words, on) = Tail(say, dice);
        Amendments.Several(say, sheet, rules, on);
        sheet.Paragraph(words);
        Sign(sheet, say.Own);
        return say;
    }

    private static (string Words, DateOnly On) Tail(Saying say, Dice dice)
    {
        var on = dice.Chance(0.6) ? say.Own.DatedOn : say.Own.DatedOn.AddDays(dice.Between(1, 60));
        var words = on == say.Own.DatedOn ? $"本决定自{dice.Pick<string>(["公布", "印发", "发布"])}之日起施行。" : $"本决定自{Days.Print(on, dice)}起施行。";
        say.Note(ValidityEffect.Commence, null, on, words);
        return (words, on);
    }

    private static Saying Continue(Dice dice, Sheet sheet, List<AmendableDocument> earlier, Func<string, string?, Saying> open)
    {
        var rules = earlier.Where(e => !e.HasEnded && e.Issued is not null && e.Until is not null).ToList();
        if (rules.Count == 0) return Notice(dice, sheet, earlier, open);
        var picked = dice.Pick(rules);
        var say = open($"关于延长《{picked.Issued}》有效期的通知", null);
        Head(sheet, say.Own, addressed: true);
        sheet.Paragraph((dice.Chance(0.5) ? $"为{dice.Pick(Banks.Aims)}，现就有关事项通知如下。" : "") + (!picked.IsOrder && dice.Chance(0.3) ? Continuations.Unnamed(say, new($"《{picked.Issued}》", picked.Number, picked)) : Continuations.Sentence(say, say.Name(picked))));
        if (dice.Chance(0.3)) sheet.Paragraph(NearMisses.Sentence(dice, say.Speech));
        Sign(sheet, say.Own);
        return say;
    }

    private static void Head(Sheet sheet, AmendableDocument document, bool addressed)
    {
        sheet.Line(document.Issuer);
        sheet.Line(document.Title);
        sheet.Line(document.Number);
        if (addressed) sheet.Line("各县（市、区）人民政府，市级有关部门（单位）：");
    }

    private static void Sign(Sheet sheet, AmendableDocument document)
    {
        sheet.Line(document.Issuer);
        sheet.Line(Days.Plain(document.DatedOn));
    }
}
