using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Sentences by which a document says when it comes into force and for how long.</summary>
internal static class OwnTerm
{
    /// <summary>By the Civil Code (民法典第二百零一条) the day of publication itself does not count.</summary>
    private const int FirstDayAfterThirty = 31;

    /// <summary>Says it in one sentence or two.</summary>
    /// <param name="say">The document.</param>
    /// <param name="self">What it calls itself: 本办法.</param>
    /// <param name="ending">What the first sentence says besides of other documents, from its first day on; its truth is noted by the caller.</param>
    /// <returns>The words, their first sentence, and the first day in force.</returns>
    public static (string Words, string First, DateOnly On) Say(Saying say, string self, Func<DateOnly, string>? ending = null)
    {
        var (dice, own) = (say.Dice, say.Own);
        var verb = self is "本办法" or "本规定" or "本细则" ? dice.Pick<string>(["施行", "施行", "实施", "执行"]) : dice.Pick<string>(["施行", "执行", "实施", "生效"]);
        var kind = dice.Below(20);
        if (kind is 16 && ending is null)
        {
            var only = $"{self}{dice.Pick<string>(["有效期", "有效期", "执行期限"])}自{Days.Print(Later(say, out var first), dice)}起至{Days.Print(End(first, dice, out var last), dice)}止。";
            say.Note(ValidityEffect.Commence, null, first, only);
            say.Note(ValidityEffect.Term, null, first, only, last);
            return (only, only, first);
        }
        if (kind is 17 && ending is null)
        {
            var years = dice.Between(1, 5);
            var only = $"{self}有效期{dice.Pick<string>(["", "为"])}{Days.Years(years, dice)}。";
            say.Note(ValidityEffect.Term, null, own.DatedOn, only, own.DatedOn.AddYears(years).AddDays(-1));
            return (only, only, own.DatedOn);
        }

        var (start, on) = Start(say, self, verb);
        var isTrial = own.Issued?.EndsWith('）') == true;
        var clause = kind switch
        {
            _ when isTrial => Trial(dice, on),
            >= 6 and <= 15 => Term(dice, on),
            18 => ($"至{Days.Print(End(on, dice, out var until), dice)}止", until),
            19 => Term(dice, on),
            _ => ((string, DateOnly)?)null,
        };
        if (isTrial && dice.Chance(0.5)) start = start.Replace("起" + verb, "起试行", StringComparison.Ordinal);
        var apart = clause is not null && kind is 15 or 19 && !isTrial;
        var others = ending?.Invoke(on) ?? "";
        var firstSentence = start + (clause is { } c && !apart ? "，" + c.Item1 : "") + (others.Length > 0 ? "，" + others : "") + "。";
        say.Note(ValidityEffect.Commence, null, on, firstSentence);
        if (clause is not { } term) return (firstSentence, firstSentence, on);
        var second = apart ? (dice.Chance(0.5) ? self : "") + term.Item1 + "。" : "";
        say.Note(ValidityEffect.Term, null, on, apart ? second : firstSentence, term.Item2);
        return (firstSentence + second, firstSentence, on);
    }

    private static (string, DateOnly) Start(Saying say, string self, string verb)
    {
        var dice = say.Dice;
        var publish = dice.Pick<string>(["印发", "发布", "公布", "下发"]);
        var explained = dice.Chance(0.12) ? $"{self}由{dice.Pick(say.City.Departments).Short}负责解释，" : self;
        if (dice.Chance(0.05)) return ($"{self}自即日起{verb}", say.Own.DatedOn);
        if (dice.Chance(0.35)) return ($"{explained}自{publish}之日起{verb}", say.Own.DatedOn);
        if (dice.Chance(0.1)) return ($"{self}自{publish}之日起{dice.Pick<string>(["30", "三十"])}日后{verb}", say.Own.DatedOn.AddDays(FirstDayAfterThirty));
        if (say.Calendar is { } calendar && dice.Chance(0.3) && FirstAfterWorkingDays(calendar, say.Own.DatedOn, dice.Between(5, 30), out var count) is { } working)
            return dice.Chance(0.8) ? ($"{self}自{publish}之日起{(dice.Chance(0.5) ? Days.Count(count) : count)}个工作日后{verb}", working) : ($"{self}自{publish}之日起第{count}个工作日起{verb}", working.AddDays(-1));
        var printed = Days.Print(Later(say, out var on), dice);
        return ($"{explained}{dice.Pick<string>(["自", "自", "自", "从"])}{printed}起{dice.Pick<string>(["", "", "", "正式"])}{verb}", on);
    }

    /// <summary>The day behind so many working days, counted one by one; null where the calendar does not know one of the days.</summary>
    private static DateOnly? FirstAfterWorkingDays(WorkCalendar calendar, DateOnly from, int days, out int count)
    {
        count = days;
        var day = from;
        for (var left = days; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
            if (calendar.IsProvisional(day)) return null;
        }
        return calendar.IsProvisional(from) ? null : day.AddDays(1);
    }

    /// <summary>A day soon after the signature; now and then the very day, or one before it.</summary>
    private static DateOnly Later(Saying say, out DateOnly day) =>
        day = say.Dice.Below(8) switch
        {
            0 => say.Own.DatedOn,
            1 => new(say.Own.DatedOn.Year, say.Own.DatedOn.Month, 1),
            _ => new DateOnly(say.Own.DatedOn.Year, say.Own.DatedOn.Month, 1).AddMonths(say.Dice.Between(1, 4)).AddDays(say.Dice.Chance(0.3) ? say.Dice.Between(1, 20) : 0),
        };

    private static DateOnly End(DateOnly from, Dice dice, out DateOnly day) =>
        day = dice.Chance(0.4) ? new(from.Year + dice.Between(1, 4), 12, 31) : from.AddYears(dice.Between(1, 5)).AddDays(-1);

    private static (string, DateOnly) Term(Dice dice, DateOnly on)
    {
        var years = dice.Between(1, 5);
        var after = on.AddYears(years).AddDays(-1);
        return dice.Below(15) switch
        {
            10 => ($"有效期暂定{Days.Years(years, dice)}", after),
            11 => ($"执行至{Days.Print(End(on, dice, out var halt), dice)}", halt),
            12 => ($"有效期{Days.Years(years, dice)}（{Days.Plain(on)}至{Days.Plain(after)}）", after),
            13 => ($"有效期{dice.Pick<string>(["截至", "截止", "到"])}{Days.Print(End(on, dice, out var close), dice)}", close),
            14 => ($"有效期限{dice.Pick<string>(["为", ""])}{Days.Years(years, dice)}", after),
            0 => ($"有效期为{Days.Years(years, dice)}", after),
            1 or 2 => ($"有效期至{Days.Print(End(on, dice, out var day), dice)}", day),
            3 => ($"有效期自{Days.Print(on, dice)}{dice.Pick<string>(["起", ""])}至{Days.Print(End(on, dice, out var last), dice)}{dice.Pick<string>(["止", ""])}", last),
            4 => ($"有效期{Days.Years(years, dice)}，有效期届满自动失效", after),
            5 => ($"有效期至{Days.Print(End(on, dice, out var stop), dice)}止", stop),
            6 => dice.Chance(0.5) ? ("有效期6个月", on.AddMonths(6).AddDays(-1)) : ($"有效期{dice.Pick<string>(["18", "十八"])}个月", on.AddMonths(18).AddDays(-1)),
            _ => ($"有效期{Days.Years(years, dice)}", after),
        };
    }

    private static (string, DateOnly) Trial(Dice dice, DateOnly on)
    {
        var years = dice.Between(1, 2);
        var words = dice.Pick<string>(["试行期", "试行期为", "有效期", "暂行期", "试行"]) + Days.Years(years, dice);
        return (words, on.AddYears(years).AddDays(-1));
    }
}
