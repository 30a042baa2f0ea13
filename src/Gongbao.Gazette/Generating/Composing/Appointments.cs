using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Personnel notices (任免、按期转正) of made-up people.</summary>
internal static class Appointments
{
    private static readonly string[] Posts = ["局长", "副局长", "总工程师", "安全总监", "主任", "副主任", "总规划师", "总会计师"];

    public static Draft AppointAndRemove(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var appointed = Enumerable.Range(0, dice.Between(2, 8)).Select(_ => Act(setting, dice, speech.Person(), "appoint")).ToList();
        var removed = Enumerable.Range(0, dice.Between(1, 6))
            .Select(_ => Act(setting, dice, dice.Chance(0.2) ? dice.Pick(appointed).Person : speech.Person(), "remove")).ToList();
        var letter = Open(setting, dice, speech, $"关于任免{appointed[0].Person}、{removed[0].Person}等职务的通知");
        letter.Say($"{Meeting(setting, dice)}决定：");
        letter.Say("任命：");
        foreach (var (i, act) in appointed.Index()) Print(letter, act, i + 1 == appointed.Count);
        letter.Say("免去：");
        foreach (var (i, act) in removed.Index()) Print(letter, act, i + 1 == removed.Count);
        return Close(letter);
    }

    public static Draft Confirm(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var acts = Enumerable.Range(0, dice.Between(1, 5)).Select(_ => Act(setting, dice, speech.Person(), "confirm")).ToList();
        var letter = Open(setting, dice, speech, $"关于{acts[0].Person}等按期转正的通知");
        letter.Say($"{Meeting(setting, dice)}决定，以下人员所任职务试用期满，经考核合格，同意按期转正任职：");
        foreach (var (i, act) in acts.Index()) Print(letter, act, i + 1 == acts.Count);
        return Close(letter);
    }

    private static Letter Open(Setting setting, Dice dice, Speech speech, string title) =>
        Letters.Open(setting, dice, speech, [setting.City.Government], "府函", title, "通知", wide: false);

    private static string Meeting(Setting setting, Dice dice) =>
        $"{setting.City.City}第{Numerals.Of(dice.Between(2, 9))}届人民政府{setting.Year}年{dice.Between(1, 12)}月{dice.Between(1, 28)}日第{dice.Between(5, 90)}次常务会议";

    private static Draft Close(Letter letter)
    {
        letter.Say("特此通知。");
        letter.Sign();
        return letter.Done();
    }

    private static TrueAct Act(Setting setting, Dice dice, string person, string kind)
    {
        var office = dice.Pick([.. setting.City.Departments.Where(d => d.Full.StartsWith(setting.City.City, StringComparison.Ordinal))]);
        var act = new TrueAct(person, office.Full, dice.Pick(Posts), kind);
        return (kind, dice.Below(6)) switch
        {
            ("appoint", 0 or 1) => act with { ProbationYears = 1 },
            ("appoint", 2) => act with { Secondment = true, SecondmentYears = dice.Between(1, 3) },
            ("remove", 0) => act with { Secondment = true },
            ("remove", 1) => act with { Concurrent = true },
            ("remove", 2) => act with { Rank = dice.Pick(["正县级", "副县级", "二级调研员"]) },
            _ => act,
        };
    }

    private static void Print(Letter letter, TrueAct act, bool last)
    {
        letter.Truth.Personnel.Add(act);
        var person = letter.Setting.Has(Defects.SpacedNames) && act.Person.Length == 2 && letter.Dice.Chance(0.7) ? $"{act.Person[0]} {act.Person[1]}" : act.Person;
        var note = act switch
        {
            { ProbationYears: 1 } => "（试用期一年）",
            { SecondmentYears: { } years } => $"（挂职，时间{years}年）",
            { Secondment: true } => "（挂职）",
            { Concurrent: true } => "（兼）",
            { Rank: { } rank } => $"（{rank}）",
            _ => "",
        };
        var stop = last ? "。" : "；";
        letter.Say(act.Act == "remove" ? $"{person}的{act.Unit}{act.Post}{note}职务{stop}" : $"{person}为{act.Unit}{act.Post}{note}{stop}");
    }
}
