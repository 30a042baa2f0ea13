using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Ingest;

public class A_table_with_known_cells
{
    private static ReadDocument Read(Action<DocxMaker> attachment, string name = "任务分工表")
    {
        var maker = new DocxMaker();
        foreach (var line in (string[])["清河市人民政府办公室", "关于做好湖泊管理工作的通知", "清河府办发〔2024〕3号", "各县（市、区）人民政府：", "为做好湖泊管理，现就有关事项通知如下。", "一、总体要求", "坚持生态优先。"]) maker.Paragraph(line);
        maker.Table(["地区", "湖泊数"], ["东湖县", "3"]);
        foreach (var line in (string[])["二、组织实施", "各地要按表落实。", $"附件：{name}", "清河市人民政府办公室", "2024年3月1日", "附件", name]) maker.Paragraph(line);
        attachment(maker);
        Assert.False(DocxFile.Read("a.docx", maker.Bytes()).IsRefused(out var refusal, out var source), refusal?.Reason);
        var reading = GazetteReader.Read(source!, ReaderContext.Empty);
        Assert.Equal(0, reading.Coverage.Unaccounted);
        return reading.Documents.Single();
    }

    [Fact]
    public void Stands_under_the_clause_above_it_and_does_not_break_the_numbering()
    {
        var document = Read(m => m.Paragraph("略。"));
        var clause = document.Root.Children.First(n => n.Kind is NodeKind.Clause);
        Assert.Equal([NodeKind.Paragraph, NodeKind.Table], clause.Children.Select(c => c.Kind));
        Assert.Equal(["一、", "二、"], document.Headings.Select(h => h.Label));
        Assert.DoesNotContain(document.Flags, f => f.At.StartsWith("headings", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_duties_gives_each_row_what_merged_cells_say()
    {
        var document = Read(m => m.Table(
            ["序号", "工作任务", "具体措施", "<2责任单位", "完成时限"],
            ["^", "^", "^", "牵头单位", "配合单位", "^"],
            ["1", "湖泊保护", "编制保护规划", "市水利局", "市林业局", "2024年6月底"],
            ["2", "^", "开展水质监测", "市生态环境局", "^", "^"],
            ["<6湖泊利用"],
            ["3", "湖泊利用", "发展生态养殖", "市农业农村局", "", "长期坚持"]));
        Assert.Equal(["湖泊保护 编制保护规划 市水利局 市林业局 2024年6月底", "湖泊保护 开展水质监测 市生态环境局 市林业局 2024年6月底", "湖泊利用 发展生态养殖 市农业农村局  长期坚持"],
            document.Obligations.Select(o => $"{o.Group?.Value} {o.Task.Value} {string.Join('、', o.Lead.Select(l => l.Value))} {string.Join('、', o.Supporting.Select(l => l.Value))} {o.DueText?.Value}"));
        Assert.Equal(new DateOnly(2024, 6, 30), document.Obligations[1].Due?.Date);
    }

    [Fact]
    public void Set_page_by_page_repeats_its_head_and_that_is_no_duty()
    {
        var document = Read(m => m.Table(["工作任务", "责任单位", "完成时限"], ["编制规划", "市水利局", "6月底"], ["工作任务", "责任单位", "完成时限"], ["开展监测", "市林业局", "7月底"]));
        Assert.Equal(["编制规划", "开展监测"], document.Obligations.Select(o => o.Task.Value));
    }

    [Fact]
    public void Of_scores_gives_categories_and_points()
    {
        var document = Read(m => m.Table(["序号", "项目名称", "工作内容", "评价分值", "得分"], ["1", "日常履职\n（15分）", "按时报送", "10分", ""], ["2", "^", "按时参会", "5分", ""], ["3", "创新应用（5分）", "推广应用", "5分", ""]), "工作评价表");
        Assert.Equal(["1 日常履职 15 按时报送 10", "2 日常履职 15 按时参会 5", "3 创新应用 5 推广应用 5"], document.ScoreSheet.Select(s => $"{s.No?.Value} {s.Category?.Value} {s.CategoryPoints?.Value} {s.Text.Value} {s.Points?.Value}"));
    }

    [Fact]
    public void Of_honours_gives_names_by_its_columns()
    {
        var document = Read(m => m.Paragraph("一、先进集体").Table(["序号", "单位名称", "奖项", "所属县（区）"], ["1", "东湖县水务站", "一等奖", "东湖县"], ["2", "西江区河长办", "二等奖", "西江区"])
            .Paragraph("二、先进个人").Table(["王一", "李二"], ["张三", ""]), "湖泊管理先进集体和先进个人名单");
        Assert.Equal(["先进集体 一等奖 东湖县水务站 东湖县", "先进集体 二等奖 西江区河长办 西江区", "先进个人  王一 ", "先进个人  李二 ", "先进个人  张三 "],
            document.Honours.Select(h => $"{h.Category.Value} {h.Grade?.Value} {h.Name.Value} {h.County?.Value}"));
    }

    [Fact]
    public void That_no_reader_knows_keeps_its_cells_under_their_heads_and_masks_what_is_personal()
    {
        var document = Read(m => m.Table(["姓名", "联系电话"], ["某甲", "13912345678"]), "联络表");
        var table = document.Root.WithAll().Last(n => n.Kind is NodeKind.Table);
        Assert.Equal(["表头 姓名 联系电话", " 姓名=某甲 联系电话=13912345678"], table.Children.Select(r => $"{r.Label} {string.Join(' ', r.Children.Select(c => c.Label is null ? c.Text : $"{c.Label}={c.Text}"))}"));
        Assert.Contains(document.Personal, p => p.Kind is PersonalKind.Telephone);
    }

    [Fact]
    public void That_lists_documents_begins_none()
    {
        var document = Read(m => m.Table(["文件名称", "发文字号"], ["清河市人民政府关于湖泊的通知", "清河府发〔2019〕3号"], ["清河市人民政府关于河流的通知", "清河府发〔2020〕4号"]), "废止文件目录");
        Assert.Equal("清河府办发〔2024〕3号", document.Number?.Value);
    }

    [Fact]
    public void Of_two_columns_is_a_form_where_controls_stand_beside_the_names()
    {
        static string Row(string name, string beside) => $"<w:tr><w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc><w:tc><w:p>{beside}</w:p></w:tc></w:tr>";
        static string Control(string words) => $"<w:sdt><w:sdtPr><w:alias w:val=\"名\"/><w:tag w:val=\"field\"/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:sdtContent></w:sdt>";
        var form = Read(m => m.Raw($"<w:tbl>{Row("姓名", Control("　　"))}{Row("性别", Control("女"))}</w:tbl>"), "推荐表").Root.WithAll().Single(n => n.Kind is NodeKind.Form);
        Assert.Equal(["姓名 姓名", "性别 性别女"], form.Children.Select(f => $"{f.Label} {f.Text}"));
        Assert.DoesNotContain(Read(m => m.Raw($"<w:tbl>{Row("姓名", Control("　　"))}{Row("性别", "")}</w:tbl>"), "推荐表").Root.WithAll(), n => n.Kind is NodeKind.Form);
    }

    [Fact]
    public void Is_followed_by_a_remark_that_is_no_paragraph() =>
        Assert.Equal([NodeKind.Table, NodeKind.Remark], Read(m => m.Table(["工作任务", "责任单位"], ["编制规划", "市水利局"]).Paragraph("备注：完成时限另有要求的从其要求。")).Root.Children[^1].Children.Skip(1).Select(n => n.Kind));
}
