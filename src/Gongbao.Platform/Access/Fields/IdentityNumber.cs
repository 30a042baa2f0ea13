namespace Gongbao.Platform.Access.Fields;

/// <summary>
/// A citizen's identity number (公民身份号码), eighteen characters: division, birthday, order, check character.
/// The division may be one that no longer exists; the birthday must be a real day. Prints itself masked, so that it cannot slip into a log.
/// </summary>
/// <source>GB 11643-1999</source>
public readonly struct IdentityNumber : IEquatable<IdentityNumber>
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _text;

    private IdentityNumber(string text, DateOnly bornOn) => (_text, BornOn) = (text, bornOn);

    /// <summary>The number itself, the check character X in upper case.</summary>
    public string Value => _text ?? "";

    public DateOnly BornOn { get; }

    /// <summary>Division code at the time of first registration.</summary>
    public string Division => Value[..6];

    /// <summary>The order number is odd for men.</summary>
    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <summary>False for a wrong length, a character that is no digit, a day that does not exist, or a wrong check character.</summary>
    public static bool TryParse(string? text, out IdentityNumber number)
    {
        number = default;
        var upper = text?.Trim().ToUpperInvariant();
        if (upper is not { Length: 18 } || !upper.AsSpan(0, 17).ContainsOnlyDigits()) return false;
        if (!DateOnly.TryParseExact(upper.AsSpan(6, 8), "yyyyMMdd", out var bornOn)) return false;
        if (upper[17] != CheckCharacterOf(upper)) return false;
        number = new(upper, bornOn);
        return true;
    }

    private static char CheckCharacterOf(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * (digits[i] - '0');
        return CheckCharacters[sum % 11];
    }

    public bool Equals(IdentityNumber other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is IdentityNumber other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public static bool operator ==(IdentityNumber left, IdentityNumber right) => left.Equals(right);

    public static bool operator !=(IdentityNumber left, IdentityNumber right) => !left.Equals(right);

    public override string ToString() => Masks.Apply(MaskKind.IdentityNumber, Value);
}

file static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c))
                return false;
        return true;
    }
}
