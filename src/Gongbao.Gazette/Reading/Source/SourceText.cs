using System.Security.Cryptography;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// The text of a gazette as it came: bytes known by their hash, words never altered. Offsets inside the program are UTF-16;
/// they become Unicode scalar values only where they leave it, by <see cref="ToScalar"/>.
/// </summary>
internal sealed class SourceText
{
    private readonly int[] _pairs;

    private SourceText(string name, string sha256, string encoding, string text, SourceLayout? layout = null)
    {
        (Name, Sha256, Encoding, Text, Layout) = (name, sha256, encoding, text, layout);
        _pairs = FindPairs(text);
    }

    /// <summary>File name without folders.</summary>
    public string Name { get; }

    /// <summary>Hash of the bytes as they came, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>utf-8, utf-8-bom, utf-16le, utf-16be or gb18030; of a file that is not plain text its format, as docx.</summary>
    public string Encoding { get; }

    /// <summary>The decoded words, without byte order mark.</summary>
    public string Text { get; }

    /// <summary>What the file says of its layout; null for the plain text of printed lines.</summary>
    public SourceLayout? Layout { get; }

    /// <summary>Length in Unicode scalar values.</summary>
    public int Characters => Text.Length - _pairs.Length;

    public ReadOnlySpan<char> this[Span span] => Text.AsSpan(span.From, span.Length);

    /// <summary>Decodes bytes. Refusals: <c>gazette.empty</c>, <c>gazette.too-large</c>, <c>gazette.not-text</c>, <c>gazette.encoding</c>.</summary>
    public static Result<SourceText> Decode(string name, byte[] bytes) =>
        TextDecoding.Decode(bytes).IsRefused(out var refusal, out var decoded)
            ? Own(refusal)
            : new SourceText(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), decoded.Encoding, decoded.Text, TypedText.LayoutOf(decoded.Text));

    /// <summary>A refusal of <see cref="TextDecoding"/> as this room gives it.</summary>
    public static Refusal Own(Refusal refusal) => refusal with { Code = "gazette" + refusal.Code[refusal.Code.IndexOf('.')..] };

    /// <summary>Words already decoded, as tests and the generator have them; hashed as UTF-8.</summary>
    public static SourceText Of(string text, string name = "text") =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), "utf-8", text, TypedText.LayoutOf(text));

    /// <summary>Words taken out of a file that is not plain text.</summary>
    public static SourceText Extracted(string name, byte[] bytes, string format, string text, SourceLayout layout) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), format, text, layout);

    /// <summary>A source that was decoded before and kept.</summary>
    public static SourceText Kept(string name, string sha256, string encoding, string text) => new(name, sha256, encoding, text);

    /// <summary>The offset counted in Unicode scalar values. An offset inside a surrogate pair counts as the pair's start.</summary>
    public int ToScalar(int offset)
    {
        if (_pairs.Length == 0) return offset;
        var at = Array.BinarySearch(_pairs, offset);
        return offset - (at >= 0 ? at + 1 : ~at);
    }

    /// <summary>Offsets of the second halves of surrogate pairs, ascending.</summary>
    private static int[] FindPairs(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0) return [];
        var pairs = new List<int>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) pairs.Add(i);
        return [.. pairs];
    }
}
