using System.Text.Json;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Declarations.Checking;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Tests.Procedures;

/// <summary>The procedures that the repository carries, in each city: sound, with examples that pass, and no longer than a person can read.</summary>
public sealed class The_committed_procedures
{
    private const int MostLines = 400;
    private const int MostLinesOfAnotherCity = 50;

    private static readonly string Root = CityFolder.Find()!;

    [Theory]
    [InlineData("dazhou")]
    [InlineData("qinghe")]
    public void Have_no_mistake_and_pass_their_examples(string city) => Assert.Empty(CityDeclarations.Load(Root, city, CaseworkRoom.Sections).Problems);

    [Fact]
    public void Are_short()
    {
        Assert.InRange(Lines("base", "newborn") + Lines("dazhou", "newborn"), 1, MostLines);
        Assert.InRange(Lines("qinghe", "newborn"), 1, MostLinesOfAnotherCity);
    }

    [Fact]
    public void Run_the_six_items_of_a_newborn_from_one_form()
    {
        var newborn = Read("dazhou", "newborn");
        Assert.Equal(["birth-certificate", "vaccination-book", "household-registration", "insurance-registration", "social-security-card", "insurance-payment"], newborn.Items.Select(i => i.Id));
        Assert.InRange(newborn.Fields.Count(f => f.IsTyped), 1, FieldChecks.MostTyped);
        Assert.Equal(["application", "receipt", "letter-of-attorney", "payment-guide"], newborn.Forms.Select(f => f.Id));
        // Nobody loses a right: who is left out of the joint procedure is led on to single items.
        Assert.All(newborn.Eligibility, e => Assert.NotEmpty(e.LeadsTo));
        Assert.Contains(newborn.Eligibility, e => e.Id == "married");
        Assert.DoesNotContain(Read("qinghe", "newborn").Eligibility, e => e.Id == "married");
        Assert.All(newborn.Fields.Where(f => f.Group == "children"), f => Assert.True(f.IsSensitive, f.Id));
    }

    /// <summary>What runs is what was published, which is kept as the version's text: an order that counts has to be in it.</summary>
    [Fact]
    public void Keep_the_order_of_options_and_outcomes_in_their_version()
    {
        var version = CityDeclarations.Load(Root, "dazhou", CaseworkRoom.Sections).Required().Versions.Single(v => v.Id == "information-request");
        using var json = JsonDocument.Parse(version.Json);
        Assert.Equal(["person", "business", "research", "charity", "legal-services", "other"], json.RootElement.GetProperty("fields").GetProperty("applicant-kind").GetProperty("options").EnumerateObject().Select(o => o.Name));
        Assert.Equal(Read("dazhou", "information-request").Items[0].Clocks.Select(c => c.Id), json.RootElement.GetProperty("items").GetProperty("reply").GetProperty("clocks").EnumerateObject().Select(o => o.Name));
    }

    private static CaseDeclaration Read(string city, string id) => CaseReader.Read(CityDeclarations.Load(Root, city, CaseworkRoom.Sections).Required()).Single(c => c.Id == id);

    private static int Lines(string folder, string procedure) => File.ReadAllLines(Path.Combine(Root, folder, procedure + ".yaml")).Length;
}
