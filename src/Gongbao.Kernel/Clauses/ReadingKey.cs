using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// What a decision on a reading (审读决定) is remembered by: never a line, which changes with the file. As long as the words stand,
/// the decision stands; where they changed it is found no more and the value comes back to be confirmed again.
/// </summary>
/// <param name="Document">The document it was read from.</param>
/// <param name="Kind">What was read, as the reader names it: obligation.units.</param>
/// <param name="Words">The source words, normalised.</param>
/// <param name="Occurrence">Which of several equal words of the kind in the document, from 1 in the order of the text.</param>
public sealed record ReadingKey(DocumentKey Document, string Kind, string Words, int Occurrence)
{
    /// <summary>Keys for the values of one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="values">Kind and words as printed, in the order of the text.</param>
    public static IReadOnlyList<ReadingKey> Number(DocumentKey document, IEnumerable<(string Kind, string Words)> values)
    {
        var seen = new Dictionary<(string, string), int>();
        var keys = new List<ReadingKey>();
        foreach (var (kind, words) in values)
        {
            var normalised = SourceWords.Normalise(words);
            var occurrence = seen.GetValueOrDefault((kind, normalised)) + 1;
            seen[(kind, normalised)] = occurrence;
            keys.Add(new(document, kind, normalised, occurrence));
        }
        return keys;
    }

    /// <summary>A short fixed form for storage: SHA-256 of all parts, 64 hexadecimal digits, the same in every run and on every machine.</summary>
    public string Digest()
    {
        var occurrence = Occurrence.ToString(CultureInfo.InvariantCulture);
        string[] parts = [Document.ToString(), Kind, Words, occurrence];
        var text = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
