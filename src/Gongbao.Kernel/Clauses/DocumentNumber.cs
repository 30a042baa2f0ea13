using System.Diagnostics.CodeAnalysis;

namespace Gongbao.Kernel.Clauses;

/// <summary>
/// The number under which an office issued a document (发文字号). Kept as printed, compared normalised: bracket, width of digits,
/// white space, 第 and a broken line make no difference.
/// </summary>
/// <source>《党政机关公文处理工作条例》第九条; 《党政机关公文格式》GB/T 9704—2012 7.2.5</source>
public sealed class DocumentNumber : IEquatable<DocumentNumber>, IComparable<DocumentNumber>
{
    private const int LongestText = 200;

    private DocumentNumber(string printed, IReadOnlyList<NumberPart> parts) =>
        (Printed, Parts, Normalised) = (printed, parts, string.Join('、', parts));

    /// <summary>As the source prints it.</summary>
    public string Printed { get; }

    /// <summary>达市府办发〔2023〕14号; the numbers of a joint document are joined by 、.</summary>
    public string Normalised { get; }

    /// <summary>One for each issuer that prints a number of its own, in printed order; at least one.</summary>
    public IReadOnlyList<NumberPart> Parts { get; }

    /// <summary>The body code (机关代字) of the first part; null where the source leaves it out.</summary>
    public string? IssuerCode => Parts[0].Code is { Length: > 0 } code ? code : null;

    /// <summary>The year of the first part; null for an order (令), which has none.</summary>
    public int? Year => Parts[0].Year;

    /// <summary>The serial (序号) of the first part.</summary>
    public int Serial => Parts[0].Serial;

    /// <summary>Reads a number in any bracket and digit form, in outer brackets or not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = null;
        if (text is null or { Length: > LongestText }) return false;
        var compact = TextForm.Compact(text).AsSpan();
        if (compact.Length > 2 && TextForm.IsOpen(compact[0]) && TextForm.IsClose(compact[^1])) compact = compact[1..^1];

        var parts = new List<NumberPart>(1);
        while (compact.Length > 0)
        {
            var end = compact.IndexOf('号') + 1;
            if (end == 0 || NumberPart.Read(compact[..end]) is not { } part) return false;
            parts.Add(part);
            compact = compact[end..].TrimStart("、，,；;/／和及");
        }
        if (parts.Count == 0) return false;
        number = new(text, parts);
        return true;
    }

    /// <summary>The normalised form; null when the text is no document number.</summary>
    public static string? Normalise(string? text) => TryParse(text, out var number) ? number.Normalised : null;

    public bool Equals(DocumentNumber? other) => other is not null && Normalised == other.Normalised;

    public override bool Equals(object? obj) => Equals(obj as DocumentNumber);

    public override int GetHashCode() => Normalised.GetHashCode(StringComparison.Ordinal);

    /// <summary>By the parts in turn, each by code, year and serial.</summary>
    public int CompareTo(DocumentNumber? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < Math.Min(Parts.Count, other.Parts.Count); i++)
            if (Parts[i].CompareTo(other.Parts[i]) is not 0 and var order) return order;
        return Parts.Count.CompareTo(other.Parts.Count);
    }

    /// <summary>The normalised form.</summary>
    public override string ToString() => Normalised;
}
