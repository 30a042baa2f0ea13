using Gongbao.Platform.City;

namespace Gongbao.Platform.Tests.City;

public class A_declarations_version
{
    private const string Plain = """
        procedures:
          birth:
            name: 出生登记
            days: 20
            fee: 1.50
            online: true
            notes: { fees: 不收费, place: 就近 }
            source: 国家规定
        """;

    /// <summary>The same content, however it is written, has the same hash.</summary>
    [Theory]
    [InlineData("procedures: {birth: {name: 出生登记, days: 20, fee: 1.50, online: true, notes: {fees: 不收费, place: 就近}, source: 国家规定}}")]
    [InlineData("# 说明\nprocedures:\n    birth: # 说明\n        source: 国家规定\n        online: true\n        notes:\n            place: 就近\n            fees: '不收费'\n        fee: 1.5\n        days: \"20\"\n        name: \"出生登记\"\n")]
    [InlineData("\uFEFFprocedures:\r\n  birth:\r\n    name: 出生登记\r\n    days: 20\r\n    fee: 1.500\r\n    online: true\r\n    notes: { place: 就近, fees: 不收费 }\r\n    source: 国家规定\r\n")]
    public void Does_not_depend_on_how_it_is_written(string text)
    {
        using var one = TestCity.Of(Plain, "");
        using var other = TestCity.Of("", text);                 // nor on the layer

        Assert.Equal(Of(one), Of(other));
    }

    [Theory]
    [InlineData("days: 20", "days: 21")]
    [InlineData("name: 出生登记", "name: 出生登記")]
    [InlineData("online: true", "online: false")]
    [InlineData("place: 就近", "where: 就近")]
    [InlineData("source: 国家规定", "steps: []\n    source: 国家规定")]
    public void Changes_with_every_value(string was, string now)
    {
        using var one = TestCity.Of(Plain, "");
        using var other = TestCity.Of(Plain.Replace(was, now, StringComparison.Ordinal), "");

        Assert.NotEqual(Of(one).Hash, Of(other).Hash);
    }

    [Fact]
    public void Is_the_sha_256_of_canonical_json()
    {
        using var made = TestCity.Of(Plain, "");

        var version = Of(made);

        Assert.Equal("""{"days":20,"fee":1.5,"name":"出生登记","notes":{"fees":"不收费","place":"就近"},"online":true,"source":"国家规定"}""", version.Json);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(version.Json))), version.Hash);
    }

    [Fact]
    public void Stands_for_each_thing_where_each_is_a_declaration()
    {
        using var one = TestCity.Of(Plain, "procedures: { marriage: { name: 结婚登记 } }");
        using var other = TestCity.Of(Plain, "procedures: { marriage: { name: 结婚 } }");

        Assert.Equal(Of(one), Of(other));
        Assert.NotEqual(Of(one, "marriage").Hash, Of(other, "marriage").Hash);
    }

    [Fact]
    public void Covers_the_list_of_regions()
    {
        using var made = TestCity.Of("", "regions: { file: regions.tsv, source: 虚构, taken_on: 2023-01-01 }");
        made.Write("qinghe/regions.tsv", "990100000000\t清河市\n990102000000\t临江区\n");
        var before = Section(made);
        made.Write("qinghe/regions.tsv", "990102000000\t临江区\r\n990100000000\t清河市\r\n");
        var reordered = Section(made);
        made.Write("qinghe/regions.tsv", "990100000000\t清河市\n990102000000\t南浦区\n");

        Assert.Equal(before, reordered);
        Assert.NotEqual(before, Section(made));

        static string Section(TestCity city) => city.Load().Versions.Single(v => v.Section == "regions").Hash;
    }

    private static DeclarationVersion Of(TestCity city, string id = "birth") => city.Load().Versions.Single(v => v.Section == "procedures" && v.Id == id);
}
