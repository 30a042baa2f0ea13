using System.Security.Cryptography;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Makes sealed values findable by equality (盲索引) where that is declared: an HMAC-SHA-256 under a key of its own over field and normalised value.
/// The same value gives different marks in different fields, so tables cannot be joined on it.
/// </summary>
public sealed class BlindIndex
{
    private readonly CityKeys _keys;

    internal BlindIndex(CityKeys keys) => _keys = keys;

    /// <summary>The mark to store beside the sealed value and to search by; 64 hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">The field is not declared searchable.</exception>
    public string Of(ProtectedField field, string value)
    {
        if (!field.IsSearchable) throw new ArgumentException($"{field.Table}.{field.Field} is not declared searchable.", nameof(field));
        return Convert.ToHexStringLower(HMACSHA256.HashData(_keys.Ring.Blind, Bound.To("gongbao-blind-1", field.Table, field.Field, Normalise(value))));
    }

    /// <summary>Full-width and half-width, spaces, hyphens and letter case make no difference.</summary>
    private static string Normalise(string value) =>
        string.Concat(TypedText.Fold(value).Where(c => !char.IsWhiteSpace(c) && c is not '-'));
}
