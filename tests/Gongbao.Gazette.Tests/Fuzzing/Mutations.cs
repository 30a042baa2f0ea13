using System.Text;
using System.Text.Json;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Fuzzing;

/// <summary>Texts of at most 8 KB made from generated issues by changes that no printer makes: flips, splices, storms, halves of surrogate pairs, control characters.</summary>
internal sealed class Mutations(CityWords city, ulong seed)
{
    private const int Longest = 8192 / 3;

    private static readonly string[] Storms =
    [
        "一、", "（一）", "1．", "（1）", "(一)", "第一条", "附件", "附件：1．", "序\n号\n", "责任单位", "〔责任单位：", "〔", "〕", "（", "）", "《", "》", "“", "；", "。", "：", "\n", " ", "\f", "\t",
        "清市府函〔2024〕1号\n", "通知\n", "任命：", "免去：", "A级：", "一等奖\n", "2024年4月18日\n", "·· 5\n", "市政府市政府文件文件\n", "12月\n31日\n\n", "等", "、",
    ];

    private static readonly string[] Oddities = ["\uD83D\uDE00", "\uD83D", "\uDE00", "\0", "\u0001", "\u200B", "\uFEFF", "\r", "\r\n", "\u2028", "\u0301", "𠀀", "\uFFFF", "é", "Ⅷ", "㈠", "①"];

    private readonly Dice _dice = new(seed);
    private string _base = "";
    private int _uses;

    public (string Name, string Text) Next()
    {
        if (_uses-- <= 0)
        {
            _base = IssueGenerator.Generate(city, _dice.Between(1, 6), _dice.Next(), (Defects)_dice.Below((int)Defects.All + 1)).Text;
            _uses = 300;
        }
        var from = _dice.Below(_base.Length);
        var text = new StringBuilder(_base, from, Math.Min(Math.Min(_dice.Between(1, Longest), _dice.Between(1, Longest)), _base.Length - from), Longest + 64);
        var names = new List<string>();
        for (var steps = _dice.Between(1, 6); steps > 0; steps--) names.Add(Change(text));
        if (text.Length > Longest) text.Length = Longest;
        return (string.Join('+', names), text.ToString());
    }

    /// <summary>What is wrong with reading a text; null when nothing is: no exception, every character accounted for, the ledger whole, the JSON sound.</summary>
    public static string? FaultOf(string text, ReaderContext context)
    {
        try
        {
            var reading = GazetteReader.Read(SourceText.Of(text), context);
            using var json = JsonDocument.Parse(ReadingJson.Write(reading));
            var unaccounted = json.RootElement.GetProperty("coverage").GetProperty("unaccounted").GetInt32();
            return unaccounted != 0 ? $"{unaccounted} characters unaccounted for" : LedgerFault(LedgerFile.Write(reading), reading.Source.Characters);
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    internal static string? LedgerFault(string ledger, int characters)
    {
        var at = 0;
        foreach (var line in ledger.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t', 3);
            if (parts.Length != 3) return $"ledger line without three fields: {line}";
            if (!int.TryParse(parts[0], out var from) || !int.TryParse(parts[1], out var to)) return $"ledger line without numbers: {line}";
            if (from != at || to <= from) return $"ledger gap or overlap at {at}: {line}";
            at = to;
        }
        return at == characters ? null : $"ledger ends at {at} of {characters}";
    }

    private string Change(StringBuilder text)
    {
        var at = _dice.Below(text.Length + 1);
        var rest = text.Length - at;
        switch (_dice.Below(10))
        {
            case 0:
                for (var i = _dice.Between(1, 20); i > 0 && text.Length > 0; i--) text[_dice.Below(text.Length)] = (char)_dice.Below(0x10000);
                return "flip";
            case 1:
                text.Remove(at, Math.Min(rest, _dice.Between(1, 200)));
                return "delete";
            case 2:
                var block = text.ToString(at, Math.Min(rest, _dice.Between(1, 120)));
                for (var i = _dice.Between(1, 12); i > 0; i--) text.Insert(at, block);
                return "duplicate";
            case 3:
                var storm = _dice.Pick(Storms);
                for (var i = _dice.Between(3, 80); i > 0; i--) text.Insert(at, storm);
                return "storm";
            case 4:
                for (var i = _dice.Between(3, 60); i > 0; i--) text.Insert(_dice.Below(text.Length + 1), _dice.Pick(Storms));
                return "scatter";
            case 5:
                for (var i = _dice.Between(1, 20); i > 0; i--) text.Insert(_dice.Below(text.Length + 1), _dice.Pick(Oddities));
                return "oddities";
            case 6:
                var from = _dice.Below(_base.Length);
                text.Insert(at, _base.AsSpan(from, Math.Min(_dice.Between(1, 400), _base.Length - from)));
                return "splice";
            case 7:
                text.Replace("\n", "");
                return "one line";
            case 8:
                text.Replace('。', _dice.Pick("、；\n 〔".ToCharArray()));
                return "stops";
            default:
                var bytes = Encoding.UTF8.GetBytes(text.ToString());
                for (var i = _dice.Between(1, 8); i > 0 && bytes.Length > 0; i--) bytes[_dice.Below(bytes.Length)] ^= (byte)(1 << _dice.Below(8));
                text.Clear().Append(Encoding.UTF8.GetString(bytes));
                return "bits";
        }
    }
}
