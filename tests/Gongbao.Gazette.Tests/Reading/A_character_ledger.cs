using CsCheck;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

public class A_character_ledger
{
    private static readonly string[] Pieces =
    [
        .. Small.Notice.Split('\n'), "", " ", "— 2 —", "清\n河\n公\n报\n清\n河\n公\n报", "市政府市政府文件文件", "\f", "附件：", "附件1", "（此件公开发布）", "抄送：市委办。",
        "2024年13月40日", "第一条", "（一）", "1．", "《", "（", "清府发〔2024〕3号", "各县：", "通 知", "𠮷", "序\n号",
    ];

    [Fact]
    public void Leaves_no_gap_and_no_overlap_whatever_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Sample(pieces =>
        {
            var reading = Small.Read(string.Join('\n', pieces));
            var at = 0;
            foreach (var entry in reading.Ledger)
            {
                Assert.Equal(at, entry.Span.From);
                Assert.True(entry.Span.To > at);
                at = entry.Span.To;
            }
            Assert.Equal(reading.Source.Text.Length, at);
            Assert.Equal(0, reading.Coverage.Unaccounted);
            Assert.Equal(reading.Source.Characters, reading.Coverage.InNodes + reading.Coverage.Discarded);
        }, iter: 2000);

    [Fact]
    public void Prints_scalar_values() =>
        Assert.StartsWith("0\t2\t", LedgerFile.Write(Small.Read("𠮷\n")));

    [Fact]
    public void Makes_two_readings_the_same_bytes() => Assert.Equal(ReadingJson.Write(Small.Read(Small.Notice)), ReadingJson.Write(Small.Read(Small.Notice)));
}
