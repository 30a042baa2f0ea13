using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

/// <summary>Plain text with a paragraph a line and tables between rules (TypedText).</summary>
public class A_typed_text
{
    private const string Head = """
        清河市人民政府办公室
        关于做好湖泊管理工作的通知
        清府办发〔2024〕3号

        各县（市、区）人民政府：
        　　为做好湖泊管理，现就有关事项通知如下。
        　　一、总体要求
        　　坚持生态优先

        　　　　　　　　清河市人民政府办公室
        　　　　　　　　2024年3月1日

        附件
        任务分工表

        """;

    private const string Table = """
        ━━━━━━━━━━━━
        序号│工作任务║具体措施│责任单位│完成时限
        ────────────
        1│湖泊保护║编制保护规划│市水利局、市林业局│2024年6月底
        2│〃║开展水质监测│市生态环境局│
        湖泊利用
        3│ ║发展生态养殖│市农业农村局│长期坚持
        ━━━━━━━━━━━━
        """;

    [Fact]
    public void Ends_a_paragraph_with_each_line_that_is_set_in() =>
        Assert.Equal(["为做好湖泊管理，现就有关事项通知如下。", "坚持生态优先"], Read(Head).Root.WithAll().Where(n => n.Kind is NodeKind.Paragraph).Select(n => n.Text));

    [Fact]
    public void Gives_the_cells_of_a_table_between_rules()
    {
        var document = Read(Head + Table);
        Assert.Equal(["湖泊保护 编制保护规划 市水利局、市林业局 2024年6月底", "湖泊保护 开展水质监测 市生态环境局 ", " 发展生态养殖 市农业农村局 长期坚持"],
            document.Obligations.Select(o => $"{o.Group?.Value} {o.Task.Value} {o.Units?.Value} {o.DueText?.Value}"));
        Assert.Equal(5, document.Root.WithAll().Count(n => n.Kind is NodeKind.Row));
    }

    [Fact]
    public void Keeps_the_numbers_of_the_lines_of_its_file() =>
        Assert.Equal(Lines(Head + Table).IndexOf("2│〃║开展水质监测│市生态环境局│") + 1, Read(Head + Table).Obligations[1].Line);

    [Fact]
    public void Loses_no_character_and_discards_only_rules()
    {
        var reading = GazetteReader.Read(SourceText.Of(Head + Table), ReaderContext.Empty);
        Assert.Equal(0, reading.Coverage.Unaccounted);
        Assert.All(reading.Ledger.Where(l => l.IsDiscard), l => Assert.Equal("discard:rule", l.Path));
    }

    [Fact]
    public void Has_forms_whose_fields_are_filled_in_or_not()
    {
        var form = Read(Head + "━━━━━━━━━━━━\n姓名│＿＿＿＿\n性别│女\n━━━━━━━━━━━━\n").Root.WithAll().Single(n => n.Kind is NodeKind.Form);
        Assert.Equal(["姓名 姓名", "性别 性别女"], form.Children.Select(f => $"{f.Label} {f.Text}"));
    }

    [Theory]
    [InlineData("1│湖泊保护║编制", "1│湖泊保护编制")]
    [InlineData("────────────", "— —")]
    [InlineData("湖泊利用\n", "\n")]
    public void Takes_for_words_what_is_no_whole_table(string rule, string broken)
    {
        var text = (Head + Table).Replace(rule, broken, StringComparison.Ordinal);
        Assert.Empty(SourceText.Of(text).Layout!.Grids);
        Assert.Equal(0, GazetteReader.Read(SourceText.Of(text), ReaderContext.Empty).Coverage.Unaccounted);
    }

    [Theory]
    [InlineData("清河市人民政府办公室\n为做好湖泊管理，现就有关事项\n通知如下。\n")]
    [InlineData("　　为做好湖泊管理，现就有关事\n项通知如下。\n　　坚持生态优先，绿色发展，统筹\n推进。\n")]
    public void Is_not_one_of_printed_lines(string text) => Assert.Null(SourceText.Of(text).Layout);

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];

    private static ReadDocument Read(string text) => GazetteReader.Read(SourceText.Of(text), ReaderContext.Empty).Documents.Single();
}
