using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Search;
using Gongbao.Gazette.Validity;

namespace Gongbao.Bench.Search;

/// <summary>
/// Documents without end, made of the clauses of generated issues: each clause with other figures and other names in it than in the issue it
/// comes from, so that rare pairs of characters are as many as they are in life. The same seed gives the same documents.
/// </summary>
internal sealed class SearchBenchTexts
{
    private const int ClausesOfADocument = 15;
    private const string NameCharacters = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公";

    private readonly Dice _dice;
    private readonly List<DocumentDraft> _drafts = [];
    private readonly List<ClauseDraft> _clauses;

    public SearchBenchTexts(ulong seed)
    {
        _dice = new(seed);
        for (var issue = 0UL; issue < 30; issue++)
        {
            var text = IssueGenerator.Generate(SampleCity.Words, 10, seed + issue, Defects.None).Text;
            _drafts.AddRange(IssueDraft.Of(GazetteReader.Read(SourceText.Of(text, "bench.txt"), SampleCity.Reader), DraftWords.Of(null)).Documents);
        }
        _clauses = [.. _drafts.SelectMany(d => d.Clauses).Where(c => c.Text.Length > 4)];
    }

    public Guid Issue { get; } = Guid.CreateVersion7();

    /// <summary>The document of this place, from 0, with its clauses.</summary>
    public (StoredDocument Document, List<StoredClause> Clauses) Make(int place)
    {
        var draft = _dice.Pick(_drafts);
        var (year, serial) = (2000 + (place / 4000), (place % 4000) + 1);
        var code = _dice.Pick<string>(["清府办发", "清府发", "清府函", "清府办函", "清水发", "清教发"]);
        var number = string.Create(CultureInfo.InvariantCulture, $"{code}〔{year}〕{serial}号");
        var title = Changed(draft.Title);
        var id = Guid.CreateVersion7();
        var made = new DateOnly(year, 1 + (serial * 12 / 4001), 1 + _dice.Below(28));
        var document = new StoredDocument
        {
            Id = id, IssueId = Issue, Key = number, Slug = string.Create(CultureInfo.InvariantCulture, $"d{place}"), Ordinal = place, Number = number, Title = title, Issuers = draft.Issuers,
            DatedOn = made, SearchText = "", Reading = JsonSerializer.Serialize(new { Kind = new { Value = draft.Read.Kind?.Value ?? "通知" } }),
            // One in four has a term of five years.
            Validity = ValidityTimeline.Of(made, place % 4 == 0 ? [new(ValidityEffect.Term, made, made.AddYears(5))] : []).ToString(),
        };
        var count = ClausesOfADocument - 5 + _dice.Below(11);
        var clauses = Enumerable.Range(0, count).Select(i => (Draft: _dice.Pick(_clauses), Ordinal: i)).Select(c =>
        {
            var text = Changed(c.Draft.Text);
            return new StoredClause
            {
                Id = Guid.CreateVersion7(), DocumentId = id, Slug = string.Create(CultureInfo.InvariantCulture, $"{c.Ordinal + 1}"), Place = c.Draft.Place, Ordinal = c.Ordinal,
                Text = text, SearchText = SearchForm.Of(text), TextHash = "",
            };
        }).ToList();
        return (document, clauses);
    }

    private string Changed(string text)
    {
        var changed = new StringBuilder(text);
        for (var i = 0; i < changed.Length; i++)
            if (char.IsAsciiDigit(changed[i])) changed[i] = (char)('0' + _dice.Below(10));
        if (changed.Length > 12 && _dice.Chance(0.7))
        {
            var at = 4 + _dice.Below(changed.Length - 8);
            for (var i = 0; i < 3; i++) changed[at + i] = NameCharacters[_dice.Below(NameCharacters.Length)];
        }
        return changed.ToString();
    }
}
