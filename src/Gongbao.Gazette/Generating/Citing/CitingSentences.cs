using System.Globalization;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Generating.Citing;

/// <summary>Sentences of one document that cite, and sentences that only look as if they did.</summary>
internal sealed class CitingSentences(Dice dice, Speech speech, CitableDocument own, IReadOnlyList<CitableDocument> earlier, List<TrueCitation> truth)
{
    private static readonly string[] Certificates = ["营业执照", "取水许可证", "出生医学证明", "不动产权证书", "预防接种证", "食品经营许可证", "残疾人证"];
    private static readonly string[] FormNames = ["申请表", "登记表", "申请书", "承诺书", "责任书", "回执"];
    private static readonly string[] Papers = ["清河日报", "江源晚报", "江源统计年鉴"];
    private static readonly (string Before, string Name, string After)[] Works =
        [("传唱歌曲", "清河谣", ""), ("拍摄专题片", "大河之治", ""), ("编印", "清河故事", "一书"), ("开设", "阳光问政", "栏目"), ("打造", "清河有戏", "品牌")];
    private static readonly string[] Laws = ["水法", "安全生产法", "优化营商环境条例", "统计法", "保障农民工工资支付条例", "数据安全法"];
    private static readonly string[] Decoys =
    [
        "建成第一条环湖公路和第二条输水管线。", "目前项目建设进展顺利，第一项工程已经完工。", "前三项任务由县级统筹，第三方机构参加评估。", "本条例草案正在征求意见（2021年已经列入计划）。",
        "第一节课讲水情，第二款产品已经上市。", "热线电话（0818）2345678，每周一至周五值守。", "力争三年（2021）建成，五年（2023）见效。", "举办第十二届节水宣传周，以前条件较差的社区优先。",
    ];

    /// <summary>One sentence, its truth noted.</summary>
    public string Next(int article)
    {
        var kind = dice.Below(own.Articles > 0 ? 23 : 17);
        return kind switch
        {
            0 or 1 => Known(k => $"落实{Say($"《{k.FullTitle}》（{Printed(k.Number)}）", k.Number)}要求，{speech.Sentence()}"),
            2 => Known(k => $"按照{Say(Printed(k.Number), k.Number)}文件精神，{speech.Sentence()}"),
            3 or 4 => Rules(k => $"依据{Say($"《{k.Issued}》", k.Number)}，{speech.Sentence()}"),
            5 => Rules(k => OfArticle(k, $"《{k.Issued}》")),
            6 => Rules(Several),
            7 => Rules(Aliased),
            8 => $"根据{Say($"《中华人民共和国{dice.Pick(Laws)}》")}，{speech.Sentence()}",
            9 => $"贯彻{Say($"《江源省人民政府关于{speech.Matter()}工作的意见》（江源府发〔{dice.Between(2001, 2014)}〕{dice.Between(1, 90)}号）")}，{speech.Sentence()}",
            10 => $"严格执行{Say($"《{speech.Matter()}管理条例》（国务院令第{dice.Between(300, 780)}号）第{Count(dice.Between(1, 40))}条")}规定，{speech.Sentence()}",
            11 => $"办理时核对{Say($"《{dice.Pick(Certificates)}》", not: NonDocument.Certificate)}，填写{Say($"《{speech.Matter()}{dice.Pick(FormNames)}》", not: NonDocument.Form)}。",
            12 when dice.Chance(0.5) => $"在{Say($"《{dice.Pick(Papers)}》", not: NonDocument.Publication)}上宣传，{speech.Sentence()}",
            12 => Work(dice.Pick(Works)),
            13 => $"{speech.Sentence()[..^1]}，研究制定{Say($"《{speech.Matter()}工作方案》", not: NonDocument.Planned)}。",
            14 => dice.Pick(Decoys),
            15 => Rules(OfItems),
            16 when own.Attachments > 0 => OwnAttachment(),
            16 => $"按照{Say($"《中华人民共和国{dice.Pick(Laws)}》第{Count(dice.Between(3, 90))}条之{Count(dice.Between(1, 4))}")}，{speech.Sentence()}",
            17 => OwnArticle(article),
            18 when article > 2 => $"对{Say($"第{Count(article - 2)}条至第{Count(article - 1)}条", own.Number, Address(article - 2))}规定的措施，{speech.Sentence()}",
            19 when article > 1 => $"违反{Say("前条", own.Number, Address(article - 1))}规定的，{speech.Sentence()}",
            20 => $"{Say($"本办法第{Count(article)}条", own.Number, Address(article))}所称重点区域，{speech.Sentence()}",
            _ => speech.Sentence(),
        };
    }

    /// <summary>A paragraph of an article that names those before it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="paragraph">Its place in it, from 2.</param>
    public string OfParagraphsBefore(int article, int paragraph)
    {
        var first = dice.Chance(0.4) ? paragraph - 1 : 1;
        var words = paragraph - first == 1 ? "前款" : $"前{(paragraph - first == 2 ? "两" : Count(paragraph - first))}款";
        return $"{dice.Pick<string>(["违反", "依照", ""])}{Say(words, own.Number, first == 1 ? Address(article) : string.Create(CultureInfo.InvariantCulture, $"{Address(article)}.p{first - 1}"))}规定的，{speech.Sentence()}";
    }

    /// <summary>Some items of an article, in a list with or without gaps.</summary>
    private string OfItems(CitableDocument rules)
    {
        if (rules.Items.Count == 0) return speech.Sentence();
        var (article, items) = dice.Pick(rules.Items.ToList());
        var one = dice.Between(1, items - 2);
        var three = dice.Between(one + 2, items);
        string At(int item) => string.Create(CultureInfo.InvariantCulture, $"{Address(article)}.{item}");
        switch (dice.Below(3))
        {
            case 0:
                return $"有{Say($"《{rules.Issued}》第{Count(article)}条第（{Count(three)}）项", rules.Number, At(three))}情形的，{speech.Sentence()}";
            case 1:
                return $"有{Say($"《{rules.Issued}》第{Count(article)}条第{Count(one)}至{Count(three)}项", rules.Number, At(one))}情形的，{speech.Sentence()}";
            default:
                var words = $"《{rules.Issued}》第{Count(article)}条第{Count(one)}、{Count(three)}项";
                truth.Add(new(own.Number, words, rules.Number, At(one)));
                return $"有{Say(words, rules.Number, At(three))}情形的，{speech.Sentence()}";
        }
    }

    private string OwnAttachment()
    {
        var attachment = dice.Between(1, own.Attachments);
        return $"{speech.Sentence()[..^1]}，任务分工见{Say(string.Create(CultureInfo.InvariantCulture, $"附件{attachment}"), own.Number, string.Create(CultureInfo.InvariantCulture, $"annex{attachment}"))}。";
    }

    private string Known(Func<CitableDocument, string> say) => earlier.Count > 0 ? say(dice.Pick(earlier)) : speech.Sentence();

    private string Rules(Func<CitableDocument, string> say) =>
        earlier.Where(e => e.Articles > 0).ToList() is { Count: > 0 } rules ? say(dice.Pick(rules)) : speech.Sentence();

    private string OfArticle(CitableDocument rules, string name)
    {
        var article = dice.Between(1, rules.Articles);
        return $"违反{Say($"{name}第{Count(article)}条", rules.Number, Address(article))}规定的，{speech.Sentence()}";
    }

    private string Several(CitableDocument rules)
    {
        var (first, second) = (dice.Between(1, rules.Articles - 1), rules.Articles);
        return $"对照{Say($"《{rules.Issued}》第{Count(first)}条", rules.Number, Address(first))}{dice.Pick<string>(["、", "和", "以及"])}{Say($"第{Count(second)}条", rules.Number, Address(second))}规定，{speech.Sentence()}";
    }

    private string Aliased(CitableDocument rules)
    {
        var alias = $"《{rules.Issued![^2..]}》";
        var article = dice.Between(1, rules.Articles);
        var named = Say($"《{rules.Issued}》", rules.Number);
        return $"认真学习{named}（以下简称{alias}），严格执行{Say($"{alias}第{Count(article)}条", rules.Number, Address(article))}，{speech.Sentence()}";
    }

    private string Work((string Before, string Name, string After) work) => $"{work.Before}{Say($"《{work.Name}》", not: NonDocument.Work)}{work.After}，{speech.Sentence()}";

    private string OwnArticle(int article)
    {
        var other = dice.Between(1, own.Articles);
        return $"{dice.Pick<string>(["依照", "按照", "违反"])}{Say($"{dice.Pick<string>(["本办法", ""])}第{Count(other)}条", own.Number, Address(other))}规定{(other == article ? "" : "的")}，{speech.Sentence()}";
    }

    private string Say(string words, string? to = null, string? place = null, NonDocument? not = null)
    {
        truth.Add(new(own.Number, words, to, place, not));
        return words;
    }

    /// <summary>Numbers are printed with every kind of bracket.</summary>
    private string Printed(string number) => dice.Below(6) switch
    {
        0 => number.Replace('〔', '[').Replace('〕', ']'),
        1 => number.Replace('〔', '（').Replace('〕', '）'),
        2 => number.Replace("〕", "〕第", StringComparison.Ordinal),
        _ => number,
    };

    internal static string Count(int number) => ChineseNumerals.Format(number);

    internal static string Address(int article) => string.Create(CultureInfo.InvariantCulture, $"art{article}");
}
