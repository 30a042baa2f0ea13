using System.Globalization;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>The single changes of a decision to chapters and attachments (章、附件) of one document; no part is touched twice.</summary>
internal sealed class DivisionSteps(Saying say, AmendableDocument rules, Named named, DateOnly on)
{
    private readonly Dice _dice = say.Dice;

    /// <summary>One change; null where the document has no part that is as it was written.</summary>
    /// <param name="of">The document, where the sentence names it.</param>
    public string? Next(string of)
    {
        var chapters = Enumerable.Range(0, rules.Chapters.Count).Where(c => !rules.TouchedParts.Contains(Chapter(c)) && c < rules.Chapters.Count - 1).ToList();
        var annexes = Enumerable.Range(1, rules.Annexes.Count).Where(a => !rules.TouchedParts.Contains(Annex(a))).ToList();
        if (chapters.Count > 0 && (annexes.Count == 0 || _dice.Chance(0.6))) return OfChapter(of, _dice.Pick(chapters));
        return annexes.Count > 0 ? OfAnnex(of, _dice.Pick(annexes)) : null;
    }

    private string OfChapter(string of, int index)
    {
        var (place, (_, first, count)) = (Chapter(index), rules.Chapters[index]);
        var articles = Enumerable.Range(first, count).ToList();
        rules.TouchedParts.Add(place);
        var name = say.Speech.Thing() + "工作";
        if (!articles.Exists(rules.Touched.Contains) && _dice.Below(5) is var kind and < 2)
        {
            rules.Touched.UnionWith(articles);
            if (kind == 0) return Say($"{_dice.Pick<string>(["删去", "删除"])}{of}{place}。", place, TrueAction.Delete);
            var words = Whole(place, name, first, Math.Max(1, count + _dice.Between(-1, 1)));
            return Say($"{_dice.Pick<string>(["将", ""])}{of}{place}修改为：“{words}”", place, TrueAction.Replace, @new: words);
        }
        if (_dice.Chance(0.5)) return Say($"将{of}{place}{_dice.Pick<string>(["章名", "的标题", "名称"])}修改为“{name}”。", place, TrueAction.Retitle, @new: name);
        var (next, added) = (Chapter(index + 1), Whole(Chapter(index + 1), name, first + count, _dice.Between(1, 3)));
        return Say($"{(of.Length > 0 ? "在" + of + "中" : "")}增加一章，作为{next}：“{added}”", next, TrueAction.Insert, @new: added);
    }

    private string OfAnnex(string of, int number)
    {
        var place = Annex(number);
        rules.TouchedParts.Add(place);
        var title = say.Speech.Thing() + "一览";
        var (line, words) = (rules.Annexes[number - 1].Lines[0], $"{title}\n{say.Speech.Sentence()}\n{say.Speech.Sentence()}");
        var piece = line.Split('，', '。', '、', '；', '：').Where(p => p.Length is > 2 and < 20).DefaultIfEmpty(line[..3]).First();
        switch (_dice.Below(7))
        {
            case 0: return Say($"删去{of}{place}。", place, TrueAction.Delete);
            case 1: return Say($"{of}{place}修改为：“{words}”", place, TrueAction.Replace, @new: words);
            case 2: return Say($"将{of}{place}替换为本决定附件。", place, TrueAction.Replace);
            case 3 or 5: return Say($"将{of}{place}标题修改为“{title}”。", place, TrueAction.Retitle, @new: title);
            case 4 when rules.TouchedParts.Add(Annex(rules.Annexes.Count + 1)):
                var next = Annex(rules.Annexes.Count + 1);
                return Say($"{(of.Length > 0 ? "在" + of + "中" : "")}增加一个附件，作为{next}：“{words}”", next, TrueAction.Insert, @new: words);
            default:
                var fresh = say.Speech.Thing();
                return Say($"将{of}{place}中的“{piece}”修改为“{fresh}”。", place, TrueAction.ReplaceWords, piece, fresh);
        }
    }

    private string Whole(string place, string name, int first, int count) =>
        $"{place}　{name}" + string.Concat(Enumerable.Range(first, count).Select(a => $"\n第{Days.Count(a)}条　{say.Speech.Sentence()}"));

    private string Say(string sentence, string place, TrueAction action, string? old = null, string? @new = null)
    {
        say.Amend(named, on, sentence, Endings.Slug(place), action, old, @new);
        return sentence;
    }

    private static string Chapter(int index) => $"第{Days.Count(index + 1)}章";

    private static string Annex(int number) => string.Create(CultureInfo.InvariantCulture, $"附件{number}");
}
