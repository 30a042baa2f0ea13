using System.Text.RegularExpressions;

namespace Gongbao.Architecture;

/// <summary>
/// A page takes what an address says as words. A typed parameter whose value is no number makes the framework answer with a fault of the
/// program, and anybody can change an address.
/// </summary>
public partial class Pages_read_addresses_themselves
{
    [Fact]
    public void None_takes_a_typed_value_from_the_query() => Assert.Empty(Repository.WrittenFiles.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(f => Typed(File.ReadAllText(f)).Select(p => $"{Path.GetFileName(f)}: {p}")));

    [Fact]
    public void A_typed_value_is_caught() => Assert.Equal(["int?"], Typed("[SupplyParameterFromQuery(Name = \"page\")] private int? Page { get; set; }\n[SupplyParameterFromQuery] private string? Words { get; set; }"));

    private static IEnumerable<string> Typed(string page) => FromQuery().Matches(page).Select(m => m.Groups[1].Value).Where(t => t is not ("string?" or "string"));

    [GeneratedRegex(@"\[SupplyParameterFromQuery[^\]]*\]\s*(?:private|public|internal)\s+(\S+)")]
    private static partial Regex FromQuery();
}
