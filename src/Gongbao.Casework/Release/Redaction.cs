using System.Text;
using Gongbao.Kernel.Results;

namespace Gongbao.Casework.Release;

/// <summary>Why a passage is not released (不予公开的理由), as the city declares it.</summary>
/// <param name="Id">Its id: <c>personal</c>.</param>
/// <param name="Label">What stands in its place: 个人隐私.</param>
/// <param name="Source">The law: 《政府信息公开条例》第十五条.</param>
internal sealed record RedactionReason(string Id, string Label, string Source);

/// <summary>A passage that is left out.</summary>
/// <param name="From">Its first character, counted from 0.</param>
/// <param name="Length">How many characters, at least 1.</param>
/// <param name="Reason">Id of the reason.</param>
internal sealed record RedactedPassage(int From, int Length, string Reason)
{
    public int End => From + Length;
}

/// <summary>
/// What is left out of a text that is released in part (区分处理). It is a layer of its own: the text is never changed, so that it can be looked at again in a dispute. What is
/// released is written anew from the rest, and holds nothing of what was left out, not even its length.
/// </summary>
/// <source>《政府信息公开条例》第三十七条</source>
internal sealed class Redaction
{
    private const int ShortestRepeated = 2;

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, RedactionReason> _reasons;

    private Redaction(string text, IReadOnlyList<RedactedPassage> passages, IReadOnlyDictionary<string, RedactionReason> reasons) => (_text, Passages, _reasons) = (text, passages, reasons);

    /// <summary>In the order of the text; those that touched or overlapped with one reason are one.</summary>
    public IReadOnlyList<RedactedPassage> Passages { get; }

    /// <summary>Reasons that were used, each once, in the order in which they first are.</summary>
    public IReadOnlyList<RedactionReason> Reasons => [.. Passages.Select(p => _reasons[p.Reason]).Distinct()];

    /// <summary>Whether nothing is left to release: then it is a refusal, not a release in part.</summary>
    public bool IsWhole => Rest().All(char.IsWhiteSpace);

    /// <param name="text">The whole text.</param>
    /// <param name="passages">In any order.</param>
    /// <param name="reasons">Reasons that the city declares, by id.</param>
    /// <returns>
    /// Refused: <c>release.no-passage</c> where nothing is left out; <c>release.out-of-text</c>; <c>release.no-reason</c>; <c>release.two-reasons</c> where two passages of
    /// different reasons overlap; <c>release.split-character</c> where a passage cuts a character in two.
    /// </returns>
    public static Result<Redaction> Of(string text, IEnumerable<RedactedPassage> passages, IReadOnlyDictionary<string, RedactionReason> reasons)
    {
        var merged = new List<RedactedPassage>();
        foreach (var passage in passages.OrderBy(p => p.From).ThenBy(p => p.Length))
        {
            if (passage.From < 0 || passage.Length < 1 || passage.End > text.Length) return new Refusal("release.out-of-text", $"第 {passage.From + 1} 个字起的遮盖超出了全文，请重新选择。");
            if (!reasons.ContainsKey(passage.Reason)) return new Refusal("release.no-reason", $"第 {passage.From + 1} 个字起的遮盖没有写明理由，请选择一项法定理由。", HiddenData.Law);
            if (Splits(text, passage.From) || Splits(text, passage.End)) return new Refusal("release.split-character", $"第 {passage.From + 1} 个字起的遮盖把一个字分成了两半，请重新选择。");
            if (merged is [.., var last] && passage.From < last.End && passage.Reason != last.Reason)
                return new Refusal("release.two-reasons", $"第 {passage.From + 1} 个字起有两处遮盖重叠，理由却不同，请只留一个理由。");
            if (merged is [.., var before] && passage.From <= before.End && passage.Reason == before.Reason) merged[^1] = before with { Length = Math.Max(before.End, passage.End) - before.From };
            else merged.Add(passage);
        }
        return merged.Count == 0 ? new Refusal("release.no-passage", "没有遮盖任何内容；全部可以公开的，请按“予以公开”答复。", HiddenData.Law) : new Redaction(text, merged, reasons);
    }

    /// <summary>What is released: in place of each passage stands its reason.</summary>
    public string Released()
    {
        var (released, at) = (new StringBuilder(), 0);
        foreach (var passage in Passages)
        {
            released.Append(_text, at, passage.From - at).Append('【').Append(_reasons[passage.Reason].Label).Append("，不予公开】");
            at = passage.End;
        }
        return released.Append(_text, at, _text.Length - at).ToString();
    }

    /// <summary>
    /// Passages whose words still stand somewhere in what is released (漏遮), as where a name was covered in one place and not in the other; by the passage, with the place of each.
    /// Single characters are not looked for.
    /// </summary>
    public IReadOnlyList<(RedactedPassage Passage, IReadOnlyList<int> At)> Repeated() =>
    [
        .. Passages.Select(p => (p, At: (IReadOnlyList<int>)[.. PlacesOf(_text.Substring(p.From, p.Length).Trim())])).Where(p => p.At.Count > 0),
    ];

    private IEnumerable<int> PlacesOf(string words)
    {
        if (words.Length < ShortestRepeated) yield break;
        for (var at = _text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (Passages.All(p => at + words.Length <= p.From || at >= p.End)) yield return at;
    }

    private IEnumerable<char> Rest() => _text.Where((_, i) => Passages.All(p => i < p.From || i >= p.End));

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
