using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Detection;

namespace Gongbao.Gazette.Tests.Validity;

/// <summary>What sentences say about validity, and what only sounds like it.</summary>
public class Reading_validity
{
    private const string Head = "清河市人民政府办公室\n关于印发《清河市湿地管理办法》的通知\n清府办发〔2023〕5号\n各县（市、区）人民政府：\n　　现将办法印发给你们，请遵照执行。\n";
    private const string Tail = "清河市人民政府办公室\n2023年4月28日\n";

    [Theory]
    [InlineData("本办法自2023年6月1日起施行，有效期5年。", "Commence 2023-06-01|Term 2023-06-01..2028-05-31")]
    [InlineData("本办法自印发之日起施行，有效期至2025年12月31日。", "Commence 2023-04-28|Term 2023-04-28..2025-12-31")]
    [InlineData("本通知由市水务局负责解释，自二〇二三年六月一日起施行，有效期为二年。", "Commence 2023-06-01|Term 2023-06-01..2025-05-31")]
    [InlineData("本办法自印发之日起施行。有效期5年。", "Commence 2023-04-28|Term 2023-04-28..2028-04-27")]
    [InlineData("本办法自公布之日起30日后施行。", "Commence 2023-05-29")]
    [InlineData("本办法自公布之日起10个工作日后施行。", "Commence 2023-05-17")]
    [InlineData("本办法自公布之日起第十个工作日起施行，有效期2年。", "Commence 2023-05-16|Term 2023-05-16..2025-05-15")]
    [InlineData("本办法自公布之日起第30日起施行。", "Commence 2023-05-28")]
    [InlineData("本办法自公布之日起10个工作日内施行。", "Commence")]
    [InlineData("本办法自公布之日起1200个工作日后施行，有效期2年。", "Commence|Term")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）推迟至2024年1月1日起施行。", "Suspend 2023-04-28..2023-12-31 清府发〔2015〕3号")]
    [InlineData("将《清河市湿地保护办法》（清府发〔2015〕3号）的施行日期由2023年6月1日推迟至2024年1月1日。", "Suspend 2023-04-28..2023-12-31 清府发〔2015〕3号")]
    [InlineData("经市政府同意，暂缓施行《清河市湿地保护办法》（清府发〔2015〕3号）。", "Suspend 2023-04-28 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）自2023年5月10日起暂停执行。", "Suspend 2023-05-10 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）暂缓施行至2023年12月31日。", "Suspend 2023-04-28..2023-12-31 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）第三条暂缓施行。", "Suspend 2023-04-28 清府发〔2015〕3号 第三条")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）自2023年7月1日起恢复施行。", "Resume 2023-07-01 清府发〔2015〕3号")]
    [InlineData("原定于5月举行的湿地日活动推迟至2023年6月1日。", "")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）规定的申报期限延期至2024年5月1日。", "")]
    [InlineData("因施工需要，暂停实施的湿地修复项目恢复实施。", "")]
    [InlineData("本办法自2023年6月1日起施行，《清河市湿地保护办法》（清府发〔2015〕3号）同时废止。", "Commence 2023-06-01|Repeal 2023-06-01 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）自2023年7月1日起废止。", "Repeal 2023-07-01 清府发〔2015〕3号")]
    [InlineData("经研究，决定废止《清河市湿地保护办法》（清府发〔2015〕3号）、《清河市水库管理办法》（清府发〔2016〕9号）等2件行政规范性文件。", "Repeal 2023-04-28 清府发〔2015〕3号|Repeal 2023-04-28 清府发〔2016〕9号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）第三条、第五条同时废止。", "RepealPart 2023-04-28 清府发〔2015〕3号 第三条|RepealPart 2023-04-28 清府发〔2015〕3号 第五条")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）有效期延长至2026年12月31日。", "Continue 2023-04-28..2026-12-31 清府发〔2015〕3号")]
    [InlineData("将《清河市湿地保护办法》（清府发〔2015〕3号）第三条中的“环境保护局”修改为“生态环境局”。", "Amend 2023-04-28 清府发〔2015〕3号 第三条 ReplaceWords 环境保护局>生态环境局")]
    [InlineData("本意见自2023年6月1日起施行，有效期5年，由市水务局负责解释。", "Commence 2023-06-01|Term 2023-06-01..2028-05-31")]
    [InlineData("本方案自印发之日起施行，有效期至2025年12月31日。国家、省另有规定的，从其规定。", "Commence 2023-04-28|Term 2023-04-28..2025-12-31")]
    [InlineData("本通知自印发之日起实施，执行期限暂定为2年。", "Commence 2023-04-28|Term 2023-04-28..2025-04-27")]
    [InlineData("以上措施自发布之日起施行，有效期截止2024年12月31日（已明确期限的除外）。", "Commence 2023-04-28|Term 2023-04-28..2024-12-31")]
    [InlineData("本政策有效期为2023年1月1日至2023年12月31日。", "Commence 2023-01-01|Term 2023-01-01..2023-12-31")]
    [InlineData("本办法自2023年6月1日起施行，有效期5年。2018年6月1日印发的《清河市湿地保护办法》（清府发〔2015〕3号）同时废止。", "Commence 2023-06-01|Term 2023-06-01..2028-05-31|Repeal 2023-06-01 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）及《清河市水库管理办法》（清府发〔2016〕9号）同时废止。", "Repeal 2023-04-28 清府发〔2015〕3号|Repeal 2023-04-28 清府发〔2016〕9号")]
    [InlineData("清府发〔2015〕3号文同时废止。", "Repeal 2023-04-28 清府发〔2015〕3号")]
    [InlineData("宣布《清河市湿地保护办法》（清府发〔2015〕3号）失效。", "Invalidate 2023-04-28 清府发〔2015〕3号")]
    [InlineData("决定对以下2件规范性文件予以废止：《清河市湿地保护办法》（清府发〔2015〕3号）、《清河市水库管理办法》（清府发〔2016〕9号）。", "Repeal 2023-04-28 清府发〔2015〕3号|Repeal 2023-04-28 清府发〔2016〕9号")]
    [InlineData("延长《清河市湿地保护办法》（清府发〔2015〕3号）有效期至2025年12月31日。", "Continue 2023-04-28..2025-12-31 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）有效期延长3年，至2026年5月31日。", "Continue 2023-04-28..2026-05-31 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）将于2023年5月31日到期，经评估，决定继续施行，有效期延长至2026年5月31日。", "Continue 2023-04-28..2026-05-31 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）因工作任务已经完成，予以废止。", "Repeal 2023-04-28 清府发〔2015〕3号")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）第三条第二款、第五条停止执行。", "RepealPart 2023-04-28 清府发〔2015〕3号 第三条第二款|RepealPart 2023-04-28 清府发〔2015〕3号 第五条")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）第三条至第五条同时废止。", "RepealPart 2023-04-28 清府发〔2015〕3号 第三条至第五条")]
    [InlineData("按照《清河市湿地保护办法》（清府发〔2015〕3号）要求，对不符合条件的项目予以废止。", "")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）自2019年5月1日起施行，有效期至2024年4月30日。", "")]
    [InlineData("自本办法施行之日起一年内，原有证书继续有效。", "")]
    [InlineData("企业应当自本通知印发之日起30日内完成备案，有效期3年。", "")]
    [InlineData("本办法规定的补贴执行至2025年12月31日。", "")]
    [InlineData("本办法所称许可证有效期为5年。", "")]
    [InlineData("对《清河市湿地保护办法》（清府发〔2015〕3号）的废止情况进行公示。", "")]
    [InlineData("《食品经营许可证》有效期为5年。", "")]
    [InlineData("取水许可证有效期5年，届满前30日申请延续。", "")]
    [InlineData("《清河市湿地保护办法》（清府发〔2015〕3号）已于2019年废止。", "")]
    [InlineData("按照《清河市行政规范性文件管理办法》关于废止的规定办理。", "")]
    [InlineData("自2023年1月1日起实施三年行动。", "")]
    [InlineData("凡与本办法不一致的，以本办法为准。", "")]
    [InlineData("修改完善《清河市防汛应急预案》（清府发〔2016〕9号）。", "")]
    public void Of_a_sentence(string sentence, string expected) => Assert.Equal(expected, Say(Read(Head + "　　一、总体要求\n　　" + sentence + "\n" + Tail)));

    [Fact]
    public void Of_a_decision()
    {
        var claims = Read("""
            清河市人民政府
            关于修改《清河市湿地保护办法》的决定
            清府发〔2023〕9号
            　　市人民政府决定对《清河市湿地保护办法》（清府发〔2015〕3号）作如下修改：
            　　一、将第三条修改为：“第三条　本市行政区域内湿地的保护，适用本办法，自2024年1月1日起施行的规定同时废止。”
            　　二、删去第五条。
            　　三、将第六条第二款中的“环境保护局”修改为“生态环境局”。
            　　四、增加一条，作为第九条：“第九条　湿地名录向社会公布。”
            　　本决定自2023年7月1日起施行。
            清河市人民政府
            2023年6月8日
            """);
        Assert.Equal(
            "Amend 2023-07-01 清府发〔2015〕3号 第三条 ReplaceClause >第三条 本市行政区域内湿地的保护，适用本办法，自2024年1月1日起施行的规定同时废止。|"
            + "Amend 2023-07-01 清府发〔2015〕3号 第五条 Delete|Amend 2023-07-01 清府发〔2015〕3号 第六条第二款 ReplaceWords 环境保护局>生态环境局|"
            + "Amend 2023-07-01 清府发〔2015〕3号 第九条 Insert >第九条 湿地名录向社会公布。|Commence 2023-07-01", Say(claims));
    }

    [Fact]
    public void Of_a_list()
    {
        var claims = Read("""
            清河市人民政府
            关于公布行政规范性文件清理结果的通知
            清府发〔2023〕9号
            各县（市、区）人民政府：
            　　经清理，下列行政规范性文件予以废止：
            　　1．《清河市湿地保护办法》（清府发〔2015〕3号）
            　　2．清河市水库管理规定（清府发〔2016〕9号）。
            　　本通知自印发之日起施行。
            清河市人民政府
            2023年6月8日
            """);
        Assert.Equal("Repeal 2023-06-08 清府发〔2015〕3号|Repeal 2023-06-08 清府发〔2016〕9号|Commence 2023-06-08", Say(claims));
    }

    [Fact]
    public void Of_a_decision_on_several_documents()
    {
        var claims = Read("""
            清河市人民政府
            关于修改部分行政规范性文件的决定
            清府发〔2023〕9号
            　　市人民政府决定，修改下列行政规范性文件：
            　　1．在《清河市湿地保护办法》（清府发〔2015〕3号）第七条中增加一项作为第六项，即：“（六）巡护湿地；”
            　　第九条修改为：
            　　“第九条　湿地名录向社会公布。
            　　湿地名录每年更新。”
            　　第十三条第二款中的“环境保护局”修改为“生态环境局”；删去第三款。
            　　2．将《清河市水库管理办法》（清府发〔2016〕9号）第十条改为第十一条，在“水库”后增加“、山塘”。
            　　3．删去《清河市渡口管理办法》（清府发〔2017〕2号）第二条、第八条第二项。
            　　此外，对相关文件的条文序号作相应调整。
            　　本决定自公布之日起施行。
            清河市人民政府
            2023年6月8日
            """);
        Assert.Equal(
            "Amend 2023-06-08 清府发〔2015〕3号 第七条第六项 Insert >（六）巡护湿地；|Amend 2023-06-08 清府发〔2015〕3号 第九条 ReplaceClause >第九条 湿地名录向社会公布。\n湿地名录每年更新。|"
            + "Amend 2023-06-08 清府发〔2015〕3号 第十三条第二款 ReplaceWords 环境保护局>生态环境局|Amend 2023-06-08 清府发〔2015〕3号 第十三条第三款 Delete|"
            + "Amend 2023-06-08 清府发〔2016〕9号 第十条 Renumber >第十一条|Amend 2023-06-08 清府发〔2016〕9号 第十条 ReplaceWords 水库>水库、山塘|"
            + "Amend 2023-06-08 清府发〔2017〕2号 第二条 Delete|Amend 2023-06-08 清府发〔2017〕2号 第八条第二项 Delete|Commence 2023-06-08", Say(claims));
    }

    [Fact]
    public void Of_working_days_that_no_calendar_knows_tells_no_day()
    {
        var (claim, _) = Assert.Single(Read(Head.Replace("2023", "2019", StringComparison.Ordinal) + "　　一、总体要求\n　　本办法自公布之日起10个工作日后施行。\n" + Tail.Replace("2023", "2019", StringComparison.Ordinal)));
        Assert.Equal((ValidityEffect.Commence, null, 0.3), (claim.Effect, claim.On, claim.Confidence));
        Assert.Equal("施行日期按工作日推算，工作日历里没有2019年或者其后的年份，推算不出，请填写。", claim.Why);
    }

    [Theory]
    [InlineData("延长", "有效期", "为做好湿地保护工作，经评估，现将有效期延长至2026年12月31日。", "Continue 2023-06-08..2026-12-31")]
    [InlineData("延长", "有效期", "经评估，该办法继续有效，有效期延长至2026年12月31日。", "Continue 2023-06-08..2026-12-31")]
    [InlineData("延长", "有效期", "其他文件的有效期延长至2026年12月31日的，另行通知。", "")]
    [InlineData("延长", "有效期", "有关证书继续有效。", "")]
    [InlineData("废止", "", "经研究，决定予以废止。", "Repeal 2023-06-08")]
    [InlineData("推迟施行", "", "受疫情影响，现将施行日期推迟至2024年1月1日。", "Suspend 2023-06-08..2023-12-31")]
    [InlineData("恢复施行", "", "经市政府同意，自2023年7月1日起恢复施行。", "Resume 2023-07-01")]
    public void Of_a_document_that_only_the_title_names(string verb, string what, string sentence, string expected)
    {
        var claims = Read($"清河市人民政府\n关于{verb}《清河市湿地保护办法》{what}的通知\n清府发〔2023〕9号\n各县（市、区）人民政府：\n　　{sentence}\n清河市人民政府\n2023年6月8日\n");
        Assert.Equal(expected, Say(claims));
        Assert.All(claims, c => Assert.Equal("《清河市湿地保护办法》", c.Claim.TargetWords));
    }

    [Fact]
    public void Of_a_decision_on_chapters_sections_and_attachments()
    {
        var claims = Read("""
            清河市人民政府
            关于修改《清河市湿地保护办法》的决定
            清府发〔2023〕9号
            　　市人民政府决定对《清河市湿地保护办法》（清府发〔2015〕3号）作如下修改：
            　　一、删去第三章。
            　　二、第二章第一节修改为：“第一节　名录
            　　第三条　湿地名录每年公布一次。”
            　　三、增加一章，作为第四章：“第四章　监督
            　　第六条　任何单位可以举报。”
            　　四、将第二章章名修改为“保护和利用”；第二章增加一节，作为第三节：“第三节　修复
            　　第七条　修复应当有方案。”
            　　五、附件2修改为：“巡护表
            　　每周填写。”
            　　六、将附件1替换为本决定附件；删去附件3中的“乡”。
            　　本决定自2023年7月1日起施行。
            清河市人民政府
            2023年6月8日
            """);
        Assert.Equal(
            "Amend 2023-07-01 清府发〔2015〕3号 第三章 Delete|Amend 2023-07-01 清府发〔2015〕3号 第二章第一节 ReplaceClause >第一节 名录\n第三条 湿地名录每年公布一次。|"
            + "Amend 2023-07-01 清府发〔2015〕3号 第四章 Insert >第四章 监督\n第六条 任何单位可以举报。|Amend 2023-07-01 清府发〔2015〕3号 第二章 Retitle >保护和利用|"
            + "Amend 2023-07-01 清府发〔2015〕3号 第二章第三节 Insert >第三节 修复\n第七条 修复应当有方案。|Amend 2023-07-01 清府发〔2015〕3号 附件2 ReplaceClause >巡护表\n每周填写。|"
            + "Amend 2023-07-01 清府发〔2015〕3号 附件1 ReplaceClause|Amend 2023-07-01 清府发〔2015〕3号 附件3 ReplaceWords 乡>|Commence 2023-07-01", Say(claims));
    }

    [Fact]
    public void Of_a_list_printed_one_cell_a_line()
    {
        var claims = Read("""
            清河市人民政府
            关于公布行政规范性文件清理结果的通知
            清府发〔2023〕9号
            各县（市、区）人民政府：
            　　经清理，现将清理结果予以公布。
            　　附件：1．废止的行政规范性文件目录
            　　　　　2．继续有效的行政规范性文件目录
            清河市人民政府
            2023年6月8日
            附件1
            废止的行政规范性文件目录
            序号
            文件名称
            文号
            1
            清河市人民政府关于印发清河市湿地保护
            办法的通知
            清府发〔2015〕3号
            2
            清河市人民政府办公室关于加强水库管理的通知
            清府办发〔2016〕9号
            3
            清河市山塘养殖的若干事项
            附件2
            继续有效的行政规范性文件目录
            序号
            文件名称
            文号
            有效期至
            1
            《清河市渡口管理办法》
            清府发〔2017〕2号
            2025年12月31日
            2
            清河市荒地
            开垦办法
            清府发〔2018〕12号
            2026年6月30日
            """);
        Assert.Equal(
            "Repeal 2023-06-08 清府发〔2015〕3号|Repeal 2023-06-08 清府办发〔2016〕9号|Repeal 2023-06-08|"
            + "Continue 2023-06-08..2025-12-31 清府发〔2017〕2号|Continue 2023-06-08..2026-06-30 清府发〔2018〕12号", Say(claims));
        Assert.Equal(("清河市山塘养殖的若干事项", 0.5), (claims[2].Claim.TargetWords, claims[2].Claim.Confidence));
    }

    private static IReadOnlyList<(ValidityClaim Claim, string? Number)> Read(string text)
    {
        var reading = GazetteReader.Read(SourceText.Of(text), ReaderContext.Empty);
        var document = Assert.Single(reading.Documents);
        var citations = DocumentCitations.Of(document, reading.Source, SampleCity.Citations);
        return [.. ValidityReading.Of(document, reading.Source, citations, SampleCity.Validity).Select(c => (c, c.Citation is { } at ? citations[at].Citation.Target?.Number : null))];
    }

    private static string Say(IReadOnlyList<(ValidityClaim Claim, string? Number)> claims) => string.Join('|', claims.Select(c =>
        $"{c.Claim.Effect} {c.Claim.On:yyyy-MM-dd}{(c.Claim.Until is { } until ? $"..{until:yyyy-MM-dd}" : "")} {c.Number} {c.Claim.Place} {c.Claim.Instruction?.Action} "
            .TrimEnd().Replace("  ", " ") + (c.Claim.Instruction is { } i && (i.Old ?? i.New) is not null ? $" {i.Old}>{i.New}" : "")));
}
