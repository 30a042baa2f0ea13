using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>Sentences by which a new document ends earlier ones, or parts of them.</summary>
internal static class Endings
{
    /// <summary>One sentence that ends documents on the first day in force of the document that says so, or on a day it names.</summary>
    public static string Sentence(Saying say, string self, DateOnly on)
    {
        var dice = say.Dice;
        if (dice.Chance(0.35) && say.WithArticles() is { } rules) return Part(say, rules, on);
        var named = say.Some(dice.Below(4) switch { 0 => 2, 1 => dice.Between(2, 3), _ => 1 });
        var names = Join(dice, named);
        var day = on;
        string sentence;
        switch (dice.Below(13))
        {
            case 9 when named.TrueForAll(n => n.Document is { IsOrder: false }):
                sentence = $"{string.Join('、', named.Select(n => n.Document!.Number))}文件同时废止。";
                break;
            case 10 when named.Count > 1: sentence = $"{names}等{named.Count}件{dice.Pick<string>(["行政规范性文件", "文件", "规范性文件"])}同时废止。"; break;
            case 11: sentence = $"{names}{dice.Pick<string>(["即行废止", "予以废止", "随之废止", "一并废止"])}。"; break;
            case 12: sentence = $"{dice.Pick<string>(["现将", "对"])}{names}予以废止。"; break;
            case 0:
                day = on.AddMonths(dice.Between(0, 2));
                sentence = $"{names}自{Days.Print(day, dice)}起{dice.Pick<string>(["废止", "停止执行", "不再执行"])}。";
                break;
            case 1: sentence = $"{names}自{self}施行之日起{dice.Pick<string>(["废止", "停止执行"])}。"; break;
            case 2: sentence = $"原{names}同时废止。"; break;
            case 3: sentence = $"{names}同时停止执行。"; break;
            case 4: sentence = $"此前印发的{names}同时废止。"; break;
            case 5: sentence = $"{self}施行后，{names}同时废止。"; break;
            case 6: sentence = $"{self}施行之日，{names}同时废止。"; break;
            default: sentence = $"{names}同时废止。"; break;
        }
        foreach (var one in named) say.Note(ValidityEffect.Repeal, one, day, sentence);
        return sentence;
    }

    /// <summary>The last part of the sentence by which the document comes into force; what is ended comes back to be noted.</summary>
    public static (string Words, List<Named> Ended) Tail(Saying say)
    {
        var named = say.Some(say.Dice.Chance(0.3) ? 2 : 1);
        return ($"{say.Dice.Pick<string>(["", "", "原"])}{Join(say.Dice, named)}同时废止", named);
    }

    public static string Join(Dice dice, IReadOnlyList<Named> named)
    {
        var last = dice.Pick<string>(["、", "和", "以及"]);
        return string.Concat(named.Select((n, i) => (i == 0 ? "" : i == named.Count - 1 ? last : "、") + n.Words));
    }

    private static string Part(Saying say, AmendableDocument rules, DateOnly on)
    {
        var dice = say.Dice;
        var articles = dice.Some([.. Enumerable.Range(1, rules.Articles.Count - 1).Where(a => !rules.Touched.Contains(a))], dice.Chance(0.5) ? 2 : 1).Order().ToList();
        var named = say.Name(rules);
        var deep = articles.Count == 1 && rules.Articles[articles[0] - 1].Count > 1 && dice.Chance(0.6);
        var places = articles.ConvertAll(a => $"第{Days.Count(a)}条{(deep ? "第二款" : "")}");
        var listed = string.Join(dice.Pick<string>(["、", "和"]), places);
        var sentence = dice.Chance(0.15) ? $"废止{named.Words}{listed}。" : $"{named.Words}{listed}{dice.Pick<string>(["同时废止", "同时停止执行", "同时废止", "不再执行"])}。";
        foreach (var place in places) say.Note(ValidityEffect.RepealPart, named, on, sentence, place: Slug(place));
        rules.Touched.UnionWith(articles);
        return sentence;
    }

    /// <summary>Address of a place as one says it.</summary>
    public static string Slug(string place) => ClausePath.TryParse(place, out var path) ? path.Slug : throw new ArgumentException("no place: " + place, nameof(place));
}
