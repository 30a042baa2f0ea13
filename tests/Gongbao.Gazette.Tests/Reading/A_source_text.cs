using System.Text;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.Packages;

namespace Gongbao.Gazette.Tests.Reading;

public class A_source_text
{
    private const string Words = "清河市人民政府关于湖泊管理工作的通知，各县（市、区）人民政府：请认真贯彻落实。";

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Words) },
        { "utf-8-bom", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)] },
        { "utf-16le", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)] },
        { "utf-16be", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)] },
        { "utf-16le", Encoding.Unicode.GetBytes(Words + "\n" + Words + "\n") },
        { "gb18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Words) },
    };

    [Theory, MemberData(nameof(Readable))]
    public void Is_decoded_from(string encoding, byte[] bytes)
    {
        Assert.False(SourceText.Decode("a.txt", bytes).IsRefused(out _, out var text));
        Assert.Equal(encoding, text!.Encoding);
        Assert.StartsWith(Words, text.Text);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "gazette.empty", [], "空" },
        { "gazette.empty", "  \n \n"u8.ToArray(), "空白" },
        { "gazette.not-text", "%PDF-1.7 abc"u8.ToArray(), "PDF" },
        { "gazette.not-text", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "DOCX" },
        { "gazette.not-text", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "加密" },
        { "gazette.not-text", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32" },
        { "gazette.encoding", CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes("本市各級機關應於期限內完成檢查並回報結果，特此公告周知，請遵照辦理為荷"), "Big5" },
        { "gazette.encoding", CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetBytes("このたびはお知らせいたします。ひらがなとカタカナのぶんしょうです。"), "Shift_JIS" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Is_refused_with_what_it_is_and_what_to_do(string code, byte[] bytes, string says)
    {
        Assert.True(SourceText.Decode("a.txt", bytes).IsRefused(out var refusal, out _));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Reason);
        Assert.Contains("请", refusal.Reason);
    }

    [Fact]
    public void Is_refused_when_too_large() =>
        Assert.True(SourceText.Decode("a.txt", new byte[TextDecoding.MaxBytes + 1]).IsRefused(out var refusal, out _) && refusal.Code == "gazette.too-large");

    [Fact]
    public void Is_refused_when_it_is_noise()
    {
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        Assert.True(SourceText.Decode("a.txt", noise).IsRefused(out _, out _));
    }

    [Fact]
    public void Counts_a_character_beyond_the_basic_plane_once()
    {
        var text = SourceText.Of("一𠮷二");
        Assert.Equal(3, text.Characters);
        Assert.Equal([0, 1, 1, 2, 3], Enumerable.Range(0, 5).Select(text.ToScalar));
    }

    [Fact]
    public void That_holds_no_document_is_refused_as_a_gazette() =>
        Assert.True(GazetteFile.Read("a.txt", Encoding.UTF8.GetBytes("今天天气很好。\n我们去湖边散步。"), ReaderContext.Empty).IsRefused(out var refusal, out _)
            && refusal.Code == "gazette.not-gazette");
}
