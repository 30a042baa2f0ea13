using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Citations.Resolution;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Tests.Citations;

public class Resolving_citations
{
    private static readonly Dictionary<(Guid Document, string Slug), Guid> Ids = [];
    private static readonly KnownDocument Lake = Document(1, "清府发〔2020〕1号", "清河市人民政府", "关于印发《清河市湖泊保护办法》的通知", 2020, "art1", "ch1.art2", "ch2.art3", "ch2.art3.1", "ch2.art3.2", "ch2.art3.3", "ch2.art3.p1", "ch2.art3.p2", "annex1", "annex2", "ch2.art5", "ch2.art5.p1", "ch2.art5.p2", "ch2.art5-1", "ch2.art6");
    private static readonly KnownDocument OldPoints = Document(2, "清府办发〔2022〕5号", "清河市人民政府办公室", "关于印发政务公开工作要点的通知", 2022);
    private static readonly KnownDocument NewPoints = Document(3, "清府办发〔2023〕6号", "清河市人民政府办公室", "关于印发政务公开工作要点的通知", 2023);
    private static readonly KnownDocument OfOther = Document(4, null, "清河市水务局", "关于印发政务公开工作要点的通知", 2023);
    private static readonly KnownDocument Supply = Document(5, null, "清河市人民政府", "供水条例（2018年修订）", 2018, "art9");
    private static readonly CitationIndex Library = new([Lake, OldPoints, NewPoints, OfOther, Supply]);
    private static readonly KnownDocument Citing = Document(9, null, "清河市人民政府", "决定", 2024, "art1", "art2", "art2.1", "art2.2", "art2.3", "art2.p1", "art2.p2", "art2.p3", "art3");

    [Fact]
    public void Goes_by_number_whatever_the_title_says() =>
        Assert.Equal(new(CitationState.Document, CitationMatch.Number, NewPoints.Id), Plain(new() { Title = "别的标题", Number = "清府办发〔2023〕6号" }));

    [Fact]
    public void Of_a_number_that_is_not_in_the_library_takes_no_other_document_of_the_same_title() =>
        Assert.Equal(CitationState.Outside, Plain(new() { Title = "关于印发《清河市湖泊保护办法》的通知", Number = "清府发〔2019〕1号" }).State);

    [Theory]
    [InlineData("清河市人民政府关于印发〈清河市湖泊保护办法〉的通知", nameof(CitationMatch.Title))]
    [InlineData("关于印发“清河市湖泊保护办法”的通知", nameof(CitationMatch.Title))]
    [InlineData("清河市湖泊保护办法", nameof(CitationMatch.WeakTitle))]
    [InlineData("清河市湖泊保护办法（试行）", nameof(CitationMatch.WeakTitle))]
    public void Goes_by_title_and_marks_a_weaker_sign(string title, string match) =>
        Assert.Equal(new(CitationState.Document, Enum.Parse<CitationMatch>(match), Lake.Id), Plain(new() { Title = title }));

    [Fact]
    public void Passes_over_the_name_of_the_country_and_the_year_of_revision() =>
        Assert.Equal(new(CitationState.Document, CitationMatch.WeakTitle, Supply.Id), Plain(new() { Title = "中华人民共和国供水条例" }));

    [Fact]
    public void Never_goes_by_title_alone_where_several_bear_it()
    {
        var among = Plain(new() { Title = "关于印发政务公开工作要点的通知" });
        Assert.Equal(CitationState.Ambiguous, among.State);
        Assert.Equal([NewPoints.Id, OfOther.Id, OldPoints.Id], among.Candidates!);
        Assert.Equal(OfOther.Id, Plain(new() { Title = "关于印发政务公开工作要点的通知", Issuer = "清河市水务局" }).Document);
        Assert.Equal(CitationState.Ambiguous, Plain(new() { Title = "关于印发政务公开工作要点的通知", Issuer = "清河市人民政府办公室" }).State);
        Assert.Equal(NewPoints.Id, Plain(new() { Title = "关于印发政务公开工作要点的通知", Issuer = "清河市人民政府办公室", DatedOn = new(2023, 3, 1) }).Document);
    }

    [Fact]
    public void Leaves_out_what_is_dated_after_the_day() =>
        Assert.Equal(OldPoints.Id, Resolve(new() { Title = "关于印发政务公开工作要点的通知" }, asOf: new(2022, 12, 31)).Document);

    [Theory]
    [InlineData("第二条", "ch1.art2", null)]
    [InlineData("第二章第三条", "ch2.art3", null)]
    [InlineData("第三条第一款", "ch2.art3", null)]
    [InlineData("第三条第二款", "ch2.art3.p1", null)]
    [InlineData("第三条第一款第二项", "ch2.art3.2", null)]
    [InlineData("第三条第二项", "ch2.art3.2", null)]
    [InlineData("第五条第一款", "ch2.art5", null)]
    [InlineData("第五条第二款", "ch2.art5.p2", null)]
    [InlineData("第二条至第三条", "ch1.art2", "ch2.art3")]
    [InlineData("附件2", "annex2", null)]
    [InlineData("第五条之一", "ch2.art5-1", null)]
    [InlineData("第三条至第五条之一", "ch2.art3", "ch2.art5-1")]
    public void Leads_to_the_place_of_another_document(string place, string first, string? last)
    {
        Assert.True(ClausePath.TryParse(place, out var path));
        Assert.Equal(new(CitationState.Clause, CitationMatch.Number, Lake.Id, Place(Lake.Id, first), last is null ? null : Place(Lake.Id, last)),
            Resolve(new() { Number = Lake.Number }, CitedPlace.Of(path)));
    }

    [Fact]
    public void Says_that_a_document_has_no_such_place() =>
        Assert.Equal(new(CitationState.NoSuchPlace, CitationMatch.Number, Lake.Id), Resolve(new() { Number = Lake.Number }, CitedPlace.Of(ClausePath.Of(new ClauseStep(ClauseStepKind.Article, 40)))));

    [Theory]
    [InlineData("ch2.art6", "ch2.art5-1")]
    [InlineData("ch2.art5-1", "ch2.art5")]
    [InlineData("ch2.art3", "ch1.art2")]
    public void The_article_before_is_the_one_printed_before(string from, string before) =>
        Assert.Equal(Place(Lake.Id, before), CitationResolver.Resolve(null, new(PlaceBase.ArticlesBefore, 1, ClausePath.Document), null, Lake, from, null, Library).Place);

    [Theory]
    [InlineData("2024-07-01", "art2")]
    [InlineData("2024-07-02", "art2_20240701")]
    public void A_number_is_that_of_the_day_before_the_text_was_signed(string signed, string slug)
    {
        var day = new DateOnly(2024, 7, 1).DayNumber;
        KnownPlace[] now = [new(null, "art2", "art2_20240701", false), new(Ids[(Citing.Id, "art2")], "art3", "art2", false)];
        var amended = Lake with { Places = new(PlaceIndex.Empty, [(new(null, day), new([new(null, "art2", "art2", false)])), (new(day, null), new(now))]) };
        Assert.Equal(slug, CitationResolver.Resolve(new() { Number = Lake.Number }, CitedPlace.Of(ClausePath.Of(new ClauseStep(ClauseStepKind.Article, 2))), null, Citing, null, DateOnly.Parse(signed, System.Globalization.CultureInfo.InvariantCulture), new CitationIndex([amended])).Place!.Slug);
    }

    [Theory]
    [InlineData(nameof(PlaceBase.ThisArticle), 0, "第二款", "art2.3", "art2.p1", null)]
    [InlineData(nameof(PlaceBase.ArticlesBefore), 1, "", "art3", "art2", null)]
    [InlineData(nameof(PlaceBase.ArticlesBefore), 2, "", "art3", "art1", "art2")]
    [InlineData(nameof(PlaceBase.ArticlesBefore), 1, "第三款", "art3", "art2.p2", null)]
    [InlineData(nameof(PlaceBase.ParagraphsBefore), 1, "", "art2.p1", "art2", null)]
    [InlineData(nameof(PlaceBase.ParagraphsBefore), 1, "", "art2.p3", "art2.p2", null)]
    [InlineData(nameof(PlaceBase.ParagraphsBefore), 2, "", "art2.p3", "art2.p1", "art2.p2")]
    [InlineData(nameof(PlaceBase.ParagraphsBefore), 1, "第一项", "art2.p1", "art2.1", null)]
    [InlineData(nameof(PlaceBase.ItemsBefore), 1, "", "art2.3", "art2.2", null)]
    [InlineData(nameof(PlaceBase.ItemsBefore), 2, "", "art2.3", "art2.1", "art2.2")]
    public void Counts_from_where_it_is_cited(string unit, int count, string below, string from, string first, string? last)
    {
        Assert.True(ClausePath.TryParse(below, out var path));
        Assert.Equal(new(CitationState.Clause, CitationMatch.Own, Citing.Id, Place(Citing.Id, first), last is null ? null : Place(Citing.Id, last)),
            CitationResolver.Resolve(null, new(Enum.Parse<PlaceBase>(unit), count, path), null, Citing, from, null, Library));
    }

    [Theory]
    [InlineData(nameof(PlaceBase.ArticlesBefore), 1, "art1")]
    [InlineData(nameof(PlaceBase.ParagraphsBefore), 1, "art3")]
    [InlineData(nameof(PlaceBase.ItemsBefore), 3, "art2.3")]
    [InlineData(nameof(PlaceBase.ItemsBefore), 1, null)]
    public void Counts_no_further_than_the_text_goes(string unit, int count, string? from) =>
        Assert.Equal(CitationState.NoSuchPlace, CitationResolver.Resolve(null, new(Enum.Parse<PlaceBase>(unit), count, ClausePath.Document), null, Citing, from, null, Library).State);

    [Fact]
    public void Tells_apart_what_is_no_document_and_what_the_library_does_not_hold()
    {
        Assert.Equal(CitationState.NotDocument, CitationResolver.Resolve(new() { Title = "预防接种证" }, null, NonDocument.Certificate, Citing, null, null, Library).State);
        Assert.Equal(CitationState.Outside, Plain(new() { Title = "数据安全法" }).State);
        Assert.Equal(Lake.Id, CitationResolver.Resolve(new() { Title = "清河市湖泊保护办法" }, null, NonDocument.Planned, Citing, null, null, Library).Document);
    }

    private static Resolved Plain(CitedTarget target) => Resolve(target);

    private static Resolved Resolve(CitedTarget target, CitedPlace? place = null, DateOnly? asOf = null) => CitationResolver.Resolve(target, place, null, Citing, null, asOf, Library);

    private static KnownDocument Document(int id, string? number, string issuers, string title, int year, params string[] slugs)
    {
        var key = new Guid(id, 0, 0, new byte[8]);
        foreach (var slug in slugs) Ids.Add((key, slug), Guid.CreateVersion7());
        return new(key, $"d{id}", number, issuers, title, new(year, 3, 1), KnownName.Of(issuers, title), DocumentPlaces.Of(slugs.Select(s => Place(key, s))));
    }

    private static KnownPlace Place(Guid document, string slug) => new(Ids[(document, slug)], slug, slug, slug.EndsWith("art5.p1", StringComparison.Ordinal));
}
