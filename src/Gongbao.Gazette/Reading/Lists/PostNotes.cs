namespace Gongbao.Gazette.Reading;

/// <summary>What stands in brackets behind a post: 试用期一年, 挂职，时间2年, 兼, 正县级.</summary>
internal sealed class PostNotes
{
    private static readonly string[] RankEndings = ["级", "职级", "层次", "级别", "调研员", "巡视员", "主任科员"];

    public int? ProbationYears { get; private set; }

    public bool Secondment { get; private set; }

    public int? SecondmentYears { get; private set; }

    public bool Concurrent { get; private set; }

    public string? Rank { get; private set; }

    /// <summary>Words that none of these is; kept with the post.</summary>
    public List<string> Unknown { get; } = [];

    public void Add(string note)
    {
        foreach (var part in note.Split('，', ',', '、', '；', ';')) Word(Characters.Compact(part));
    }

    private void Word(string word)
    {
        if (word.Length == 0) return;
        if (word.StartsWith("试用", StringComparison.Ordinal)) ProbationYears = Years(word) ?? ProbationYears;
        else if (word.StartsWith("挂职", StringComparison.Ordinal))
        {
            Secondment = true;
            SecondmentYears = Years(word) ?? SecondmentYears;
        }
        else if (word is "兼" or "兼任" or "兼职") Concurrent = true;
        else if (Years(word) is { } years && Secondment) SecondmentYears = years;
        else if (Lexicon.EndsWithAny(word, RankEndings)) Rank = word;
        else Unknown.Add(word);
    }

    /// <summary>试用期一年, 时间2年, 期限两年; null where no years are named.</summary>
    internal static int? Years(string word)
    {
        var end = word.IndexOf('年');
        if (end < 1) return null;
        var from = end;
        while (from > 0 && (Characters.IsDigit(word[from - 1]) || "一二两三四五六七八九十".Contains(word[from - 1]))) from--;
        if (from == end || end - from > 3) return null;
        if (!Characters.IsDigit(word[from])) return Ordinals.Chinese(word.AsSpan(from, end - from));
        var value = 0;
        for (var i = from; i < end; i++)
        {
            if (!Characters.IsDigit(word[i])) return null;
            value = value * 10 + Characters.DigitValue(word[i]);
        }
        return value is > 0 and < 100 ? value : null;
    }
}
