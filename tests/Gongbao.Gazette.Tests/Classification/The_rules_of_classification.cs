using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Tests.Classification;

/// <summary>What the rules of <c>city/base</c> propose for titles as offices write them, among them titles whose words only look like a subject's.</summary>
[Clause("GAZ-09")]
public class The_rules_of_classification
{
    private static readonly ClassScheme Scheme = ClassScheme.Of(CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required());

    [Theory]
    [InlineData("关于表扬2024年粮食生产先进县和种粮大户的通报", "agriculture honours")]
    [InlineData("关于2024年度质量工作考核结果的通报", "product-quality assessment")]
    [InlineData("关于推动制造业高质量发展的实施意见", "industry-and-trade")] // 质量
    [InlineData("关于加强农产品质量安全监管工作的通知", "agriculture")] // 质量安全
    [InlineData("关于印发清河市农村公路养护管理办法的通知", "normative-texts transport")] // 农村
    [InlineData("关于开展道路交通安全专项整治的通知", "public-security")] // 交通
    [InlineData("关于优化营商环境若干措施的通知", "industry-and-trade")] // 环境
    [InlineData("转发市自然资源规划局关于2024年度地质灾害防治方案的通知", "natural-disasters")] // 自然资源, 规划
    [InlineData("关于印发清河市“十五五”国土空间生态修复专项规划的通知", "natural-resources plans")]
    [InlineData("关于做好城乡居民医疗保险参保工作的通知", "social-security")] // 医疗
    [InlineData("关于加强乡镇卫生院建设的意见", "health-care")]
    [InlineData("关于开展爱国卫生月活动的通知", "public-health")] // 卫生
    [InlineData("关于促进平台经济规范健康发展的意见", "")] // 健康
    [InlineData("关于开展警示教育的通知", "")] // 教育
    [InlineData("关于做好2024年义务教育招生工作的通知", "education")]
    [InlineData("关于保障农民工工资支付的通知", "employment")]
    [InlineData("关于王某等职务任免的通知", "personnel")]
    [InlineData("关于市政府领导同志工作分工的通知", "institutions")] // 市政
    [InlineData("关于加强市政设施管理的通知", "urban-works")]
    [InlineData("关于成立清河市湖泊保护领导小组的通知", "institutions water")]
    [InlineData("关于公布2024年政府采购目录的通知", "procurement")]
    [InlineData("关于印发清河市突发环境事件应急预案的通知", "emergencies")]
    [InlineData("关于严禁燃放烟花爆竹的通告", "work-safety")]
    [InlineData("关于印发2024年政务公开工作要点的通知", "openness")]
    [InlineData("关于加快数字政府建设的意见", "digital-government")]
    [InlineData("关于2024年部分节假日安排的通知", "office-work")]
    [InlineData("清河市第五次全国经济普查公报", "statistics")]
    [InlineData("关于调整征地补偿标准的通知", "expropriation")] // 标准
    [InlineData("关于印发清河市行政处罚裁量基准的通知", "normative-texts enforcement")]
    [InlineData("关于做好春节期间有关工作的通知", "")]
    public void Find_the_subjects_of_a_title(string title, string topics) => Assert.Equal(Ids(topics), Proposed(Aspect.Topic, Read(title)));

    [Theory]
    [InlineData("关于加强湖泊巡查的通知", "各县（市、区）人民政府，市级有关部门（单位）", "officials")]
    [InlineData("关于规范养犬行为的通告", "", "citizens")]
    [InlineData("关于支持民营企业发展的若干措施", "", "enterprises")]
    [InlineData("关于做好城乡居民参保登记工作的通知", "各县（市、区）人民政府", "citizens officials")]
    [InlineData("关于新生儿出生一件事联办的通知", "市级各部门（单位）", "families officials")]
    [InlineData("关于扶持种粮大户和家庭农场的通知", "", "farmers")] // 家庭
    [InlineData("关于保障农民工工资支付的通知", "", "workers")] // 农民
    [InlineData("关于调整居民委员会设置的通知", "", "")] // 居民
    [InlineData("关于做好老年人优待工作的通知", "", "elderly")]
    public void Find_whom_a_document_concerns(string title, string addressees, string audiences) =>
        Assert.Equal(Ids(audiences), Proposed(Aspect.Audience, Read(title) with { Addressees = [.. addressees.Split('，', StringSplitOptions.RemoveEmptyEntries).Select(Of)] }));

    [Theory]
    [InlineData("清河市人民政府", "city-government")]
    [InlineData("清河市人民政府办公室", "city-government")]
    [InlineData("清河市教育局", "city-departments")]
    [InlineData("国务院办公厅", "national")]
    [InlineData("某某省人民政府办公厅", "province")]
    [InlineData("某某省教育厅", "province")]
    [InlineData("某某县人民政府", "county")]
    [InlineData("某某镇人民政府", "township")]
    [InlineData("清河市某某协会", null)]
    public void Find_the_level_of_an_issuer(string issuer, string? level) =>
        Assert.Equal(level, Proposed(Aspect.Level, Read("关于加强湖泊巡查的通知") with { Issuers = [Of(issuer)] }).SingleOrDefault());

    [Theory]
    [InlineData("清河市城市供水管理办法", "清河市人民政府令第8号", "", "regulation")]
    [InlineData("关于印发《清河市城市供水管理办法（试行）》的通知", "清府办发〔2024〕9号", "", "normative")]
    [InlineData("清河市城市供水管理实施细则", null, "", "normative")]
    [InlineData("关于加强城市供水管理的意见", "清府规〔2024〕1号", "", "normative")]
    [InlineData("关于印发清河市湖泊巡查制度的通知", "清府办发〔2024〕9号", "本制度自印发之日起施行，有效期为两年。", "normative")]
    [InlineData("关于禁止在城区燃放烟花爆竹的通告", "清府通〔2024〕1号", "本通告自2024年1月1日起施行。", "normative")]
    [InlineData("关于印发清河市湖泊巡查制度的通知", "清府办发〔2024〕9号", "", "other")] // nothing says that it binds
    [InlineData("关于印发《清河市人民政府工作规则》的通知", "清府发〔2024〕9号", "本规则自印发之日起施行。", "other")] // how an office works
    [InlineData("关于印发2024年度目标考核办法的通知", "清府发〔2024〕9号", "", "other")] // a method, but of assessment
    [InlineData("关于贯彻落实《清河市城市供水管理办法》的通知", "清府办发〔2024〕9号", "", "other")] // cites a method
    [InlineData("《清河市城市供水管理办法》解读", null, "", "other")]
    [InlineData("关于公开征求《清河市城市供水管理办法（征求意见稿）》意见的公告", null, "", "other")]
    [InlineData("关于印发清河市城市供水改革方案的通知", "清府办发〔2024〕9号", "各县于5月1日起施行分片供水。", "other")]
    [InlineData("关于李某等按期转正的通知", "清府函〔2024〕93号", "", "other")]
    public void Tell_a_normative_document_from_one_that_only_sounds_like_it(string title, string? number, string text, string status)
    {
        var read = Read(title) with { Number = number is null ? null : Of(number), Kind = title.EndsWith("通告", StringComparison.Ordinal) ? Of("通告") : null };
        Assert.Equal([status], Proposed(Aspect.Normative, read, text));
    }

    [Fact]
    public void Keep_the_words_and_weights_that_caused_a_proposal()
    {
        var proposed = ClassProposer.Propose(Scheme, new(Read("关于表扬粮食生产先进县和种粮大户的通报") with { Issuers = [Of("清河市人民政府")] }, []));
        Assert.Equal(["标题“粮食、种粮”（10 分）"], proposed.Single(p => p.Id == "agriculture").Evidence.Select(e => e.InWords()));
        Assert.Equal(["单位表里的“清河市人民政府”（11 分）"], proposed.Single(p => p.Id == "city-government").Evidence.Select(e => e.InWords()));
    }

    [Fact]
    public void Count_how_often_words_occur_in_the_text()
    {
        var read = Read("关于新生儿出生一件事联办的通知");
        Assert.DoesNotContain("public-security", Proposed(Aspect.Topic, read, "户口登记、户口登记。"));
        Assert.Contains("public-security", Proposed(Aspect.Topic, read, "户口登记、户口登记。", "办理落户。"));
    }

    [Fact]
    public void Hold_the_fifteen_statutory_categories_above_all_other_subjects()
    {
        var first = Scheme.Of(Aspect.Topic).Where(t => t.Parent is null).ToList();
        string[] numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];
        Assert.Equal(numerals.Select(n => $"《政府信息公开条例》第二十条第（{n}）项"), first.Select(t => t.Source));
        Assert.All(Scheme.Of(Aspect.Topic).Where(t => t.Parent is not null), t => Assert.NotEmpty(Scheme.Above(t)));
        Assert.All(Aspects.All, a => Assert.Equal(Scheme.Of(a).Count(), Scheme.Of(a).Select(c => c.Name).Distinct().Count()));
    }

    private static string[] Proposed(Aspect aspect, ReadDocument read, params string[] text) =>
        [.. ClassProposer.Propose(Scheme, new(read, text)).Where(p => p.Aspect == aspect).Select(p => p.Id).Order(StringComparer.Ordinal)];

    private static string[] Ids(string ids) => [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static ReadDocument Read(string title) => new() { Root = new(NodeKind.Document), Title = Of(title), Kind = title.EndsWith("通告", StringComparison.Ordinal) ? Of("通告") : null };

    private static Found<string> Of(string value) => new(value, default);
}
