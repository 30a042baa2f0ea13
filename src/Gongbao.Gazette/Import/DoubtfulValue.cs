using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Import;

/// <summary>A value the reader is unsure of, with the identity by which a decision on it is found again.</summary>
/// <param name="Kind">What it is a value of: the place without its counts, as <c>obligations.units_text</c>.</param>
/// <param name="WordsHash">SHA-256 of the source words without white space, lower-case hexadecimal.</param>
/// <param name="Occurrence">The how-manieth of its kind with these words in the document, from 1.</param>
/// <param name="Proposal">What the reader proposes, lists joined by 、; null where the source does not show it.</param>
/// <param name="Flag">The reader's doubt.</param>
internal sealed partial record DoubtfulValue(string Kind, string WordsHash, int Occurrence, string? Proposal, Flag Flag)
{
    /// <summary>The doubtful values of a document, in printed order.</summary>
    /// <param name="document">As read.</param>
    /// <param name="source">Its source.</param>
    /// <param name="json">The document in the reader's JSON, in which a flag's place is looked up.</param>
    public static IReadOnlyList<DoubtfulValue> Of(ReadDocument document, SourceText source, JsonNode? json)
    {
        var seen = new Dictionary<(string, string), int>();
        var values = new List<DoubtfulValue>();
        foreach (var flag in document.Flags)
        {
            var kind = Counts().Replace(flag.At, "");
            var hash = HashOf(source[flag.Span]);
            var occurrence = seen[(kind, hash)] = seen.GetValueOrDefault((kind, hash)) + 1;
            values.Add(new(kind, hash, occurrence, Value(json, flag.At), flag));
        }
        return values;
    }

    /// <summary>Words are the same when they differ in white space alone.</summary>
    public static string HashOf(ReadOnlySpan<char> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Characters.Compact(words))));

    private static string? Value(JsonNode? json, string at)
    {
        foreach (Match step in Steps().Matches(at))
        {
            json = step.Groups["index"] is { Success: true } index
                ? json is JsonArray array && int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture) is var i && i < array.Count ? array[i] : null
                : json is JsonObject thing ? thing[step.Groups["name"].Value] : null;
            if (json is null) return null;
        }
        return json switch
        {
            null or JsonObject => null,
            JsonArray list => string.Join('、', list.Select(v => v?.ToString())),
            _ => json.ToString(),
        };
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\[(?<index>\d{1,6})\]|(?<name>[A-Za-z_]+)")]
    private static partial Regex Steps();
}
