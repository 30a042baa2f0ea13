using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

public class A_document_head
{
    [Fact]
    public void Gives_number_issuer_title_kind_addressees_date_and_attachments()
    {
        var document = Small.One(Small.Notice);
        Assert.Equal("清府办发〔2024〕7号", document.Number?.Value);
        Assert.Equal(["清河市人民政府办公室"], document.Issuers.Select(i => i.Value));
        Assert.Equal("关于加强湖泊巡查的通知", document.Title?.Value);
        Assert.Equal("通知", document.Kind?.Value);
        Assert.Equal(["各县（市、区）人民政府", "市级有关部门（单位）"], document.Addressees.Select(a => a.Value));
        Assert.Equal(new DateOnly(2024, 3, 5), document.DatedOn?.Value);
        Assert.Equal(["湖泊名录"], document.Attachments.Select(a => a.Value));
        Assert.Empty(document.Flags);
    }

    [Theory]
    [InlineData("清府办发［2024］7号")]
    [InlineData("清府办发[2024] 7 号")]
    [InlineData("清府办发（２０２４）７号")]
    [InlineData("清府办发【2024】第7号")]
    [InlineData("清府办发\n〔2024〕7号")]
    public void Has_its_number_in_one_form_however_printed(string number) =>
        Assert.Equal("清府办发〔2024〕7号", Small.One(Small.Notice.Replace("清府办发〔2024〕7号", number)).Number?.Value);

    [Theory]
    [InlineData("2024年 3月 5日")]
    [InlineData("2024 年3 月5 日")]
    [InlineData("二〇二四年三月五日")]
    [InlineData("二○二四年三月五日")]
    public void Has_its_date_in_one_form_however_printed(string date) =>
        Assert.Equal(new DateOnly(2024, 3, 5), Small.One(Small.Notice.Replace("2024年3月5日", date)).DatedOn?.Value);

    private static string Titled(int characters, string number = "") =>
        $"清河市人民政府办公室\n关于印发{new string('湖', characters - 7)}的通知\n{number}各县（市、区）人民政府：\n请遵照执行。\n清河市人民政府办公室\n2024年3月5日";

    [Theory]
    [InlineData(61), InlineData(240), InlineData(400)]
    public void May_have_a_long_title_in_one_line(int characters)
    {
        foreach (var number in new[] { "", "清府办发〔2024〕7号\n" })
        {
            Assert.False(GazetteFile.Read("a.txt", System.Text.Encoding.UTF8.GetBytes(Titled(characters, number)), ReaderContext.Empty).IsRefused(out var refusal, out var reading), refusal?.Reason);
            var document = Assert.Single(reading.Documents);
            Assert.Equal(characters, document.Title?.Value.Length);
            Assert.Equal(["各县（市、区）人民政府"], document.Addressees.Select(a => a.Value));
        }
    }

    [Fact]
    public void Is_refused_with_line_and_length_where_its_title_is_longer_than_any()
    {
        Assert.True(GazetteFile.Read("a.txt", System.Text.Encoding.UTF8.GetBytes(Titled(401)), ReaderContext.Empty).IsRefused(out var refusal, out _));
        Assert.Equal("gazette.title-too-long", refusal.Code);
        Assert.Contains("第 2 行", refusal.Reason);
        Assert.Contains("401 字", refusal.Reason);
        Assert.Contains("400 字", refusal.Reason);
        var among = Small.Read($"{Small.Notice}\n{Titled(401)}").Documents;
        Assert.Contains("401 字", Assert.Single(among.SelectMany(d => d.Flags), f => f.At == LongTitles.At).Why);
    }

    [Fact]
    public void May_stand_below_the_number()
    {
        var document = Small.One("清河市人民政府文件\n清府发〔2024〕3号\n清河市人民政府\n关于印发《清河市湖泊保护办法》的\n通 知\n市级各部门：\n现印发给你们。\n清河市人民政府\n2024年3月5日");
        Assert.Equal("清府发〔2024〕3号", document.Number?.Value);
        Assert.Equal("关于印发《清河市湖泊保护办法》的通知", document.Title?.Value);
        Assert.Equal(["清河市人民政府"], document.Issuers.Select(i => i.Value));
    }

    [Fact]
    public void May_name_joint_issuers()
    {
        var document = Small.One("清河市财政局\n清河市教育局\n关于校舍维修的通知\n清财发〔2024〕5号\n各县财政局、教育局：\n请遵照执行。\n清河市财政局\n清河市教育局\n2024年3月5日");
        Assert.Equal(["清河市财政局", "清河市教育局"], document.Issuers.Select(i => i.Value));
        Assert.Equal(["各县财政局", "教育局"], document.Addressees.Select(a => a.Value));
    }

    [Fact]
    public void May_have_no_number()
    {
        var documents = Small.Read($"{Small.Notice}\n清河市水务局\n关于汛期值守的通知\n各县水务局：\n请加强值守。\n清河市水务局\n2024年6月1日").Documents;
        Assert.Equal(2, documents.Count);
        Assert.Null(documents[1].Number);
        Assert.Equal("关于汛期值守的通知", documents[1].Title?.Value);
        Assert.Equal(["清河市水务局"], documents[1].Issuers.Select(i => i.Value));
    }

    [Fact]
    public void Is_not_seen_in_a_sentence_that_names_a_document()
    {
        var document = Small.One(Small.Notice.Replace("各地要明确专人", "各地要按照《清河市人民政府办公室\n关于加强湖泊巡查的通知》（清府办发\n〔2023〕9号）要求明确专人"));
        Assert.Equal("清府办发〔2024〕7号", document.Number?.Value);
        Assert.Equal(["清府办发〔2023〕9号"], document.Cites.Select(c => c.Value));
    }

    [Fact]
    public void Is_not_seen_in_the_contents_of_the_issue()
    {
        var reading = Small.Read($"清河市公报\n2024年第3期\n目 录\n清河市人民政府办公室\n关于加强湖泊巡查的通知\n清府办发〔2024〕7号……（1）\n{Small.Notice}");
        Assert.Single(reading.Documents);
        Assert.Contains(reading.Around, n => n.Kind is NodeKind.Contents);
        Assert.Equal(0, reading.Coverage.Unaccounted);
    }

    [Fact]
    public void Says_whose_text_is_forwarded()
    {
        var document = Small.One("清河市人民政府办公室\n转发市水务局关于2024年度防汛方案的通知\n清府办发〔2024〕9号\n各县人民政府：\n现转发给你们。\n清河市人民政府办公室\n2024年4月5日\n2024年度防汛方案\n市水务局\n为做好防汛，制定本方案。\n一、总体要求\n预防为主。");
        Assert.Equal("市水务局", document.ForwardedFrom?.Value);
        var text = Assert.Single(document.Root.Children, n => n.Kind is NodeKind.AttachedText);
        Assert.Equal([NodeKind.Title, NodeKind.Byline, NodeKind.Paragraph, NodeKind.Clause], text.Children.Select(c => c.Kind));
    }
}
