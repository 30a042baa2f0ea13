using System.Globalization;
using System.Text;
using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Citing;

/// <summary>Makes libraries that cite themselves. The same seed gives the same library.</summary>
internal static class CitingGenerator
{
    private const int LineWidth = 38;
    private const string Indent = "　　";

    public static CitingLibrary Generate(CityWords city, ulong seed, int documents)
    {
        var dice = new Dice(seed);
        var (texts, truth, earlier) = (new List<string>(), new List<TrueCitation>(), new List<CitableDocument>());
        for (var i = 0; i < documents; i++)
        {
            var speech = new Speech(dice);
            var document = Open(city, dice, speech, i, earlier);
            texts.Add(Write(document, dice, speech, earlier, truth));
            earlier.Add(document);
        }
        return new(texts, truth);
    }

    private static CitableDocument Open(CityWords city, Dice dice, Speech speech, int index, List<CitableDocument> earlier)
    {
        var office = dice.Chance(0.5);
        var (issuer, code) = office ? (city.Office.Full, "府办发") : (city.Government.Full, "府发");
        var day = new DateOnly(2016, 1, 4).AddDays(index * 37);
        var number = string.Create(CultureInfo.InvariantCulture, $"{city.Code}{code}〔{day.Year}〕{index + 1}号");
        string title;
        string? issued = null;
        do
        {
            // Rules differ in title; a notice may bear that of another year.
            if (index % 2 == 0) title = $"关于印发《{issued = $"{city.City}{dice.Pick<string>(["重点", "城镇", "农村", "沿湖"])}{speech.Matter()}{dice.Pick<string>(["管理", "监督", "考核"])}办法"}》的通知";
            else title = $"关于做好{speech.Matter()}工作的通知";
        }
        while (issued is not null && earlier.Exists(e => e.Issued == issued));
        var articles = issued is null ? 0 : dice.Between(4, 12);
        return new(number, issuer, title, issued, day, articles)
        {
            Items = Enumerable.Range(1, articles).Where(_ => dice.Chance(0.25)).ToDictionary(a => a, _ => dice.Between(3, 6)),
            Attachments = issued is null && dice.Chance(0.4) ? dice.Between(2, 4) : 0,
        };
    }

    private static string Write(CitableDocument document, Dice dice, Speech speech, List<CitableDocument> earlier, List<TrueCitation> truth)
    {
        var text = new StringBuilder();
        text.AppendLine(document.Issuer).AppendLine(document.Title).AppendLine(document.Number).AppendLine("各县（市、区）人民政府，市级有关部门（单位）：");
        var sentences = new CitingSentences(dice, speech, document, earlier, truth);
        if (document.Issued is { } issued)
        {
            truth.Add(new(document.Number, $"《{issued}》", document.Number, "issued", NonDocument.IssuedHere));
            truth.Add(new(document.Number, $"《{issued}》", document.Number, "issued", NonDocument.IssuedHere));
            Paragraph(text, $"《{issued}》已经市政府同意，现印发给你们，请认真贯彻执行。");
            Sign(text, document);
            text.AppendLine(issued);
            for (var i = 1; i <= document.Articles; i++)
            {
                if (document.Items.TryGetValue(i, out var items))
                {
                    Paragraph(text, $"第{CitingSentences.Count(i)}条 {speech.Sentence()[..^1]}，有下列情形之一的，予以支持：");
                    for (var k = 1; k <= items; k++) Paragraph(text, $"（{CitingSentences.Count(k)}）{speech.Item()}{(k == items ? "。" : "；")}");
                    continue;
                }
                Paragraph(text, $"第{CitingSentences.Count(i)}条 {sentences.Next(i)}{(dice.Chance(0.5) ? sentences.Next(i) : "")}");
                for (var paragraph = 2; paragraph <= 3 && dice.Chance(0.3); paragraph++) Paragraph(text, sentences.OfParagraphsBefore(i, paragraph));
            }
            return text.ToString();
        }
        Paragraph(text, "现将有关事项通知如下。");
        for (var i = 1; i <= 3; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{CitingSentences.Count(i)}、{speech.Heading()}");
            for (var k = dice.Between(1, 3); k > 0; k--) Paragraph(text, sentences.Next(0) + sentences.Next(0));
        }
        for (var i = 1; i <= document.Attachments; i++) text.AppendLine(CultureInfo.InvariantCulture, $"{(i == 1 ? "附件：" : "　　　")}{i}．{speech.Matter()}任务分工表");
        Sign(text, document);
        for (var i = 1; i <= document.Attachments; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"附件{i}").AppendLine(CultureInfo.InvariantCulture, $"{speech.Matter()}任务分工");
            Paragraph(text, speech.Passage(2));
        }
        return text.ToString();
    }

    private static void Sign(StringBuilder text, CitableDocument document) =>
        text.AppendLine(document.Issuer).AppendLine(CultureInfo.InvariantCulture, $"{document.DatedOn.Year}年{document.DatedOn.Month}月{document.DatedOn.Day}日");

    private static void Paragraph(StringBuilder text, string words)
    {
        foreach (var (line, i) in Typesetter.Break(words, LineWidth, Indent.Length).Select((l, i) => (l, i))) text.AppendLine(i == 0 ? Indent + line : line);
    }
}
