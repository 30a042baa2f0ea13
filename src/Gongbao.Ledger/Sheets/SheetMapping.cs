using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongbao.Platform.Sheets;

namespace Gongbao.Ledger.Sheets;

/// <summary>Which column of a sheet says what (列的对应).</summary>
/// <param name="Columns">Columns by what they say, from 0.</param>
internal sealed record SheetMapping(IReadOnlyDictionary<SheetField, int> Columns)
{
    private const int MostHead = 60;

    public int? Of(SheetField field) => Columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>What a column says; null for one that is not read.</summary>
    public SheetField? At(int column) => Columns.Where(c => c.Value == column).Select(c => (SheetField?)c.Key).FirstOrDefault();

    /// <summary>What the heads of a sheet say of themselves: of two alike the first.</summary>
    public static SheetMapping Guess(SheetRow head)
    {
        var columns = new Dictionary<SheetField, int>();
        foreach (var (column, words) in head.Cells.Index())
            if (SheetFields.Of(words) is { } field) columns.TryAdd(field, column);
        return new(columns);
    }

    /// <summary>Tells sheets with the same heads: a digest of them, white space aside.</summary>
    public static string KeyOf(SheetRow head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\t', Heads(head)))))[..32];

    /// <summary>The heads, as a page names a kind of sheet.</summary>
    public static string WordsOf(SheetRow head) => string.Join("、", Heads(head).Where(h => h.Length > 0).Select(h => h.Length > MostHead ? h[..MostHead] + "……" : h));

    public string Write() => JsonSerializer.Serialize(Columns.ToDictionary(c => c.Key.ToString(), c => c.Value));

    public static SheetMapping Read(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, int>>(json)!.Where(c => Enum.TryParse<SheetField>(c.Key, out _)).ToDictionary(c => Enum.Parse<SheetField>(c.Key), c => c.Value));

    private static List<string> Heads(SheetRow head)
    {
        var heads = head.Cells.Select(c => string.Concat(c.Where(x => !char.IsWhiteSpace(x)))).ToList();
        while (heads is [.., ""]) heads.RemoveAt(heads.Count - 1);
        return heads;
    }
}
