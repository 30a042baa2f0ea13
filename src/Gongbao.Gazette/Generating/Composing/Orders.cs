using System.Globalization;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>Orders (令) that issue measures (办法) of chapters and articles, signed by a made-up mayor.</summary>
internal static class Orders
{
    private static readonly string[] Middle = ["规划与建设", "管理与服务", "监督检查", "保障措施", "法律责任"];

    public static Draft Compose(Setting setting, Dice dice)
    {
        var speech = new Speech(dice);
        var city = setting.City;
        var measures = $"{city.City}{speech.Matter()}管理办法";
        var date = new DateOnly(setting.Year, dice.Between(1, 12), 1).AddDays(dice.Below(28));
        var (order, serial) = ($"{city.Government.Full}令", setting.NextNumber("令", dice));
        var truth = new TrueDocument
        {
            Number = $"{order}第{serial}号",
            Issuers = [city.Government.Full],
            Title = order,
            Kind = "令",
            Addressees = [],
            Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var printed = dice.Below(3) switch { 0 => $"第{serial}号", 1 => $"第 {serial} 号", _ => $"第{Numerals.Of(serial)}号" };
        var space = setting.Has(Defects.SpacedDates) && dice.Chance(0.6) ? " " : "";
        var from = date.AddMonths(2);
        List<Block> blocks =
        [
            new Lines(order, printed),
            new Paragraph($"《{measures}》已经{setting.Year}年{date.Month}月1日{city.City}第{Numerals.Of(dice.Between(2, 9))}届人民政府第{dice.Between(5, 90)}次常务会议审议通过，现予公布，自{from.Year}年{from.Month}月1日起施行。"),
            new Lines($"市长 {speech.Person()}", $"{date.Year}年{space}{date.Month}月{space}{date.Day}日"),
            new Lines(measures),
        ];
        var article = 0;
        List<string> chapters = ["总则", .. dice.Some(Middle, dice.Between(1, 3)), "附则"];
        for (var c = 0; c < chapters.Count; c++)
        {
            Head(1, $"第{Numerals.Of(c + 1)}章", chapters[c], chapters[c]);
            for (var a = c + 1 == chapters.Count ? 1 : dice.Between(2, 5); a > 0; a--) Article();
        }
        Head(2, $"第{Numerals.Of(++article)}条", $"本办法自{from.Year}年{from.Month}月1日起施行", $"本办法自{from.Year}年{from.Month}月1日起施行。");
        return new(blocks, truth);

        void Head(int level, string label, string heading, string text)
        {
            truth.Headings.Add(new(level, label, heading));
            blocks.Add(new Paragraph($"{label} {text}"));
        }

        void Article()
        {
            var label = $"第{Numerals.Of(++article)}条";
            if (dice.Chance(0.2))
            {
                var opening = $"在{dice.Pick(Banks.Places)}开展{speech.Matter()}活动，应当遵守下列规定：";
                Head(2, label, opening, opening);
                var count = dice.Between(2, 4);
                for (var i = 1; i <= count; i++)
                {
                    var item = speech.Item();
                    Head(3, $"（{Numerals.Of(i)}）", item, item + (i == count ? "。" : "；"));
                }
                return;
            }
            var first = speech.Sentence();
            Head(2, label, first[..^1], first + speech.Passage(dice.Below(3)));
        }
    }
}
