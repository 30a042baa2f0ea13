using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// A sealed value as it stands in a column: <c>gb1.A256GCM.(data key).(nonce, ciphertext, tag)</c>. It names the data key and the algorithm.
/// </summary>
/// <param name="Algorithm">Name of the cipher.</param>
/// <param name="DataKey">Id of the subject's data key.</param>
/// <param name="Box">Nonce, ciphertext and tag.</param>
internal sealed record SealedText(string Algorithm, Guid DataKey, byte[] Box)
{
    private const string Version = "gb1";

    public override string ToString() => $"{Version}.{Algorithm}.{DataKey:N}.{Base64Url.EncodeToString(Box)}";

    public static bool TryParse(string? token, [NotNullWhen(true)] out SealedText? text)
    {
        text = null;
        if (token?.Split('.') is not [Version, { Length: > 0 } algorithm, var id, var box]) return false;
        if (!Guid.TryParseExact(id, "N", out var dataKey) || !Base64Url.IsValid(box)) return false;
        text = new(algorithm, dataKey, Base64Url.DecodeFromChars(box));
        return true;
    }
}

/// <summary>A sealed value does not open: it was changed, moved to another row or field, or belongs to another city's keys. A fault, never an answer.</summary>
public sealed class SealBrokenException(string place, Exception? cause = null)
    : Exception($"The sealed value at {place} does not open: it was changed, moved, or sealed with other keys.", cause)
{
    /// <summary>Where the value stands: <c>table:row#field</c>.</summary>
    public string Place { get; } = place;
}
