namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Puts the characters that are meant in place of radicals that look like them (⾏ for 行, ⻓ for 长): PDF programs write such where a font has one
/// shape for both.
/// </summary>
internal static class Radicals
{
    /// <summary>Kangxi radicals, from ⼀ U+2F00 on. Normalisation by the runtime does not touch them where it has no data of Unicode.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮"
        + "皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>CJK radicals supplement, as far as a radical is a character of its own. Unicode maps only two of them itself.</summary>
    private const string Supplement =
        "⺁厂⺇几⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺩王⺫目⺮竹⺯糸⺼肉⺽臼⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⺄乙⺆冂⺌小⺍小⺏尢⺐尢⺑尣⺗心⺛旡⺞歹⺢水⺤爪⺥爪⺧牛⺪疋⺬示⺱罓⺲罒⺳网⺶羊⺷羊⺸羊⺹老⺺聿⺾艹⺿艹⻀艹";

    private static readonly Dictionary<char, char> Meant = Enumerable.Range(0, Supplement.Length / 2).ToDictionary(i => Supplement[2 * i], i => Supplement[2 * i + 1]);

    public static string Undo(string text)
    {
        foreach (var c in text)
            if (c is >= '\u2E80' and <= '\u2FDF') return string.Concat(text.Select(Undo));
        return text;
    }

    private static char Undo(char c) =>
        c is >= '\u2F00' and <= '\u2FD5' ? Kangxi[c - '\u2F00'] : Meant.GetValueOrDefault(c, c);
}
