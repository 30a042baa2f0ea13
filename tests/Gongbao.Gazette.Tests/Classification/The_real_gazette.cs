using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Tests.Classification;

/// <summary>The ten documents of the real issue, classified by a person who read them before the rules were written.</summary>
[Clause("GAZ-09")]
public class The_real_gazette
{
    [Theory]
    [InlineData("达市府函〔2023〕88号", "agriculture honours", "farmers officials")]
    [InlineData("达市府函〔2023〕89号", "assessment product-quality", "officials")]
    [InlineData("达市府办发〔2023〕8号", "openness", "officials")]
    [InlineData("达市府办发〔2023〕10号", "health-care public-security services social-security", "families officials")]
    [InlineData("达市府办发〔2023〕12号", "services social-security", "citizens officials")]
    [InlineData("达市府办发〔2023〕14号", "natural-disasters", "officials")]
    [InlineData("达市府办发〔2023〕15号", "science", "citizens officials")]
    [InlineData("达市府办函〔2023〕46号", "digital-government", "officials")]
    [InlineData("达市府函〔2023〕93号", "personnel", "officials")]
    [InlineData("达市府函〔2023〕91号", "personnel", "officials")]
    public void Is_classified_as_a_person_would(string number, string topics, string audiences)
    {
        var city = CityDeclarations.Load(CityFolder.Find()!, "dazhou").Required();
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), ReaderContext.Of(city)).IsRefused(out _, out var reading));
        var document = reading.Documents.Single(d => d.Number?.Value == number);
        var proposed = ClassProposer.Propose(ClassScheme.Of(city), new(document, [.. document.Root.WithAll().Select(n => n.Text)]));

        Assert.Equal(topics, Of(Aspect.Topic));
        Assert.Equal(audiences, Of(Aspect.Audience));
        Assert.Equal(("city-government", "other"), (Of(Aspect.Level), Of(Aspect.Normative)));

        string Of(Aspect aspect) => string.Join(' ', proposed.Where(p => p.Aspect == aspect).Select(p => p.Id).Order(StringComparer.Ordinal));
    }
}
