using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Gongbao.Gazette.Citations.Showing;

/// <summary>How a place in a list is written into an address (游标): JSON in the letters that addresses bear.</summary>
internal static class ListCursor
{
    /// <param name="text">As it stands in an address.</param>
    /// <param name="longest">The most characters that a cursor of the list has.</param>
    /// <returns>Null for what is no cursor.</returns>
    public static T? Read<T>(string text, int longest) where T : class
    {
        if (text.Length > longest || !Base64Url.IsValid(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write<T>(T cursor) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(cursor)));
}
