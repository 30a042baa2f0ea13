namespace Gongbao.Gazette.Generating.Amending;

/// <summary>The single changes of a decision to one document, in every form that they are written in; no article is touched twice. Those of chapters and attachments are <see cref="DivisionSteps"/>.</summary>
internal sealed class AmendmentSteps(Saying say, AmendableDocument rules, Named named, DateOnly on)
{
    private readonly Dice _dice = say.Dice;

    public bool HasMore => Free().Count > 2;

    /// <summary>One change.</summary>
    /// <param name="mayBeLong">Whether its new words may run over several paragraphs, and its place be called 原第三条.</param>
    /// <param name="of">The document, where the sentence names it.</param>
    public string Next(bool mayBeLong = false, string of = "")
    {
        if (mayBeLong && _dice.Chance(0.45) && new DivisionSteps(say, rules, named, on).Next(of) is { } part) return part;
        var article = Take();
        var (text, place) = (rules.Articles[article - 1], $"第{Days.Count(article)}条");
        var before = of + (mayBeLong && _dice.Chance(0.3) ? "原" : "");
        return _dice.Below(mayBeLong ? 16 : 13) switch
        {
            0 => Delete(before, article, place),
            1 when text.Count > 1 => Replace($"{_dice.Pick<string>(["", "将"])}{of}{place}第二款", place + "第二款", New(), ""),
            1 or 2 => Exchange(of, place, text[0]),
            3 => Cut(before, place, text[0]),
            4 => Replace($"{_dice.Pick<string>(["将", "", "将"])}{before}{place}", place, New(), _dice.Pick<string>(["。", "；", "。"])),
            5 => Insert(of, article, place, text.Count),
            6 => Renumber(before, article, place),
            7 => After(of, place, text[0]),
            8 => Several(of, article, place),
            9 => Replace($"{_dice.Pick<string>(["", "将"])}{of}{place}第{Days.Count(2)}项", place + "第二项", $"（二）{say.Speech.Item()}；", "。"),
            10 when text.Count > 1 => OfOneArticle(of, place, text),
            11 => Everywhere(of),
            10 or 12 => Replace($"{of}{place}", place, New(), "。"),
            _ => Replace($"{_dice.Pick<string>(["将", ""])}{before}{place}", place, Long(place), "。"),
        };
    }

    private List<int> Free() => [.. Enumerable.Range(1, rules.Articles.Count - 1).Where(a => !rules.Touched.Contains(a))];

    private int Take()
    {
        var article = _dice.Pick(Free());
        rules.Touched.Add(article);
        return article;
    }

    private string Delete(string before, int article, string place)
    {
        if (!HasMore || _dice.Chance(0.6))
        {
            var one = $"{_dice.Pick<string>(["删去", "删除"])}{before}{place}。";
            say.Amend(named, on, one, Endings.Slug(place), TrueAction.Delete);
            return one;
        }
        var other = Take();
        var (first, second) = (Math.Min(article, other), Math.Max(article, other));
        var sentence = $"{_dice.Pick<string>(["删去", "删除"])}{before}第{Days.Count(first)}条{_dice.Pick<string>(["、", "和"])}第{Days.Count(second)}条。";
        foreach (var gone in new[] { first, second }) say.Amend(named, on, sentence, Endings.Slug($"第{Days.Count(gone)}条"), TrueAction.Delete);
        return sentence;
    }

    private string Replace(string subject, string place, string words, string end)
    {
        var sentence = $"{subject}{To()}：“{words}”{(end.Length > 0 ? end : "。")}";
        say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.Replace, @new: words);
        return sentence;
    }

    private string Exchange(string of, string place, string text)
    {
        var (old, fresh, to) = (Piece(text), _dice.Pick(say.City.Departments).Short, To());
        if (_dice.Chance(0.2))
        {
            var (old2, fresh2) = (say.Speech.Thing(), say.Speech.Thing());
            var both = $"将{of}{place}中的“{old}”{to}“{fresh}”，{_dice.Pick<string>(["", "将"])}“{old2}”{to}“{fresh2}”。";
            say.Amend(named, on, both, Endings.Slug(place), TrueAction.ReplaceWords, old, fresh);
            say.Amend(named, on, both, Endings.Slug(place), TrueAction.ReplaceWords, old2, fresh2);
            return both;
        }
        var sentence = $"{_dice.Pick<string>(["将", "将", ""])}{of}{place}{_dice.Pick<string>(["中的", "中", "中的"])}“{old}”{to}“{fresh}”。";
        say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.ReplaceWords, old, fresh);
        return sentence;
    }

    private string Cut(string before, string place, string text)
    {
        var gone = Piece(text);
        var sentence = _dice.Chance(0.75) ? $"{_dice.Pick<string>(["删去", "删除"])}{before}{place}中的“{gone}”。" : $"将{before}{place}中的“{gone}”{_dice.Pick<string>(["删去", "删除"])}。";
        say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.ReplaceWords, gone, "");
        return sentence;
    }

    private string Insert(string of, int article, string place, int paragraphs)
    {
        var (words, next) = (New(), $"第{Days.Count(article + 1)}条");
        var (sentence, to) = _dice.Below(5) switch
        {
            0 => ($"{(of.Length > 0 ? "在" + of + "中" : "")}增加一条，作为{next}：“{words}”。", next),
            1 => ($"在{of}{place}后增加一条，作为{next}：“{words}”。", next),
            2 => ($"{of}{place}后增加一条作为{next}，即：“{words}”。", next),
            3 => ($"在{of}{place}中增加一项作为第六项，即：“（六）{words}”。", place + "第六项"),
            _ => ($"{of}{place}增加一款，作为第{Days.Count(paragraphs + 1)}款：“{words}”。", $"{place}第{Days.Count(paragraphs + 1)}款"),
        };
        say.Amend(named, on, sentence, Endings.Slug(to), TrueAction.Insert, @new: to.EndsWith('项') ? "（六）" + words : words);
        return sentence;
    }

    private string Renumber(string before, int article, string place)
    {
        var next = $"第{Days.Count(article + 1)}条";
        var words = _dice.Chance(0.7) ? New() : null;
        var sentence = $"{_dice.Pick<string>(["将", ""])}{before}{place}改为{next}{(words is null ? "" : $"，{_dice.Pick<string>(["修改为", "修订为"])}：“{words}”")}。";
        say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.Renumber, @new: next);
        if (words is not null) say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.Replace, @new: words);
        return sentence;
    }

    /// <summary>Words that come behind others.</summary>
    private string After(string of, string place, string text)
    {
        var (old, more) = (Piece(text), "、" + say.Speech.Thing());
        var sentence = $"在{of}{place}{_dice.Pick<string>(["中的", "", "中"])}“{old}”{_dice.Pick<string>(["后", "之后"])}增加“{more}”。";
        say.Amend(named, on, sentence, Endings.Slug(place), TrueAction.ReplaceWords, old, old + more);
        return sentence;
    }

    /// <summary>The same words of two articles.</summary>
    private string Several(string of, int article, string place)
    {
        if (!HasMore) return Cut(of, place, rules.Articles[article - 1][0]);
        var other = Take();
        var (first, second) = ($"第{Days.Count(Math.Min(article, other))}条", $"第{Days.Count(Math.Max(article, other))}条");
        var two = _dice.Some(say.City.Departments, 2);
        var sentence = $"将{of}{first}{_dice.Pick<string>(["、", "和"])}{second}中的“{two[0].Short}”{To()}“{two[1].Short}”。";
        foreach (var one in new[] { first, second }) say.Amend(named, on, sentence, Endings.Slug(one), TrueAction.ReplaceWords, two[0].Short, two[1].Short);
        return sentence;
    }

    /// <summary>Two changes of one article; the second names its paragraph alone.</summary>
    private string OfOneArticle(string of, string place, IReadOnlyList<string> text)
    {
        var (old, fresh, gone) = (Piece(text[0]), say.Speech.Thing(), Piece(text[1]));
        var first = $"将{of}{place}第一款中的“{old}”{To()}“{fresh}”；";
        var second = $"删去第二款中的“{gone}”。";
        say.Amend(named, on, first, Endings.Slug(place + "第一款"), TrueAction.ReplaceWords, old, fresh);
        say.Amend(named, on, second, Endings.Slug(place + "第二款"), TrueAction.ReplaceWords, gone, "");
        return first + second;
    }

    private string Everywhere(string of)
    {
        var two = _dice.Some(say.City.Departments, 2);
        var sentence = $"将{(of.Length > 0 ? of + "中" : _dice.Pick<string>(["文中", "全文中", "文件中"]))}的“{two[0].Short}”{_dice.Pick<string>(["统一", "均", ""])}{To()}“{two[1].Short}”。";
        say.Amend(named, on, sentence, null, TrueAction.ReplaceWords, two[0].Short, two[1].Short);
        return sentence;
    }

    private string To() => _dice.Pick<string>(["修改为", "修改为", "改为", "修订为"]);

    /// <summary>Some words of a sentence between its stops.</summary>
    private string Piece(string text)
    {
        var pieces = text.Split('，', '。', '、', '“', '”', '；', '：').Where(p => p.Length is > 2 and < 20).ToList();
        return pieces.Count > 0 ? _dice.Pick(pieces) : text[..Math.Min(6, text.Length)];
    }

    /// <summary>New words of a clause; now and then they hold words of validity, which say nothing of any document.</summary>
    private string New() => _dice.Below(6) switch
    {
        0 => $"本办法自{Days.Print(say.Own.DatedOn.AddYears(1), _dice)}起施行，有效期{_dice.Between(2, 5)}年。",
        1 => $"已经废止的{say.Speech.Matter()}标准不再执行，由市级主管部门公布。",
        2 => $"《{say.Speech.Matter()}管理暂行规定》同时废止。",
        _ => say.Speech.Sentence(),
    };

    /// <summary>Several paragraphs, with the label of the article or without, with items or without.</summary>
    private string Long(string label)
    {
        var head = _dice.Chance(0.4) ? label + "　" : "";
        return _dice.Below(3) switch
        {
            0 => $"{head}{say.Speech.Sentence()}\n{New()}",
            1 => $"{head}有下列情形之一的，予以支持：\n（一）{say.Speech.Item()}；\n（二）{say.Speech.Item()}；\n（三）{say.Speech.Item()}。",
            _ => $"{head}{say.Speech.Sentence()}{say.Speech.Sentence()}\n{say.Speech.Sentence()}\n{say.Speech.Sentence()}",
        };
    }
}
