using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City;

/// <summary>One declaration as it stands after the overlay, named by its content: the same content has the same hash in every city, file order and layout.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Id">The thing's id; null where the section is one declaration.</param>
/// <param name="Hash">SHA-256 of <paramref name="Json"/> in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Json">Canonical JSON: keys in ordinal order, no white space, numbers and flags typed.</param>
public sealed record DeclarationVersion(string Section, string? Id, string Hash, string Json)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static DeclarationVersion Of(string section, string? id, Shape shape, DeclaredNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain)) shape.Write(node, json);
        var bytes = buffer.ToArray();
        return new(section, id, Convert.ToHexStringLower(SHA256.HashData(bytes)), Encoding.UTF8.GetString(bytes));
    }
}
