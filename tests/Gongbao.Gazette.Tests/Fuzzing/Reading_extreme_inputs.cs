using System.Text;
using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Fuzzing;

/// <summary>Inputs a thousand times larger or stranger than a gazette: read or refused, within a bound of memory that grows with the input alone.</summary>
public class Reading_extreme_inputs
{
    private const int MegaByte = 1 << 20;
    private const string Head = "清河市人民政府\n关于试验的通知\n清市府函〔2024〕1号\n";

    [Fact]
    public void Takes_a_line_of_ten_megabytes() => Bounded(string.Concat(Enumerable.Repeat("清河市推进河道清淤工程，", 10 * MegaByte / 36)));

    [Fact]
    public void Takes_a_hundred_thousand_page_heads() =>
        Bounded(string.Concat(Enumerable.Range(1, 100_000).Select(n => $" 清河市人民政府公报 2024年第{n % 12 + 1}期\n")));

    [Fact]
    public void Takes_a_hundred_thousand_page_numbers() => Bounded(string.Concat(Enumerable.Range(1, 100_000).Select(n => $"·· {n}\n")));

    [Fact]
    public void Takes_a_hundred_thousand_markers() =>
        Bounded(Head + string.Concat(Enumerable.Range(0, 100_000).Select(n => n % 3 == 0 ? "一、甲\n" : n % 3 == 1 ? "（一）乙。丙。\n" : "1．丁\n")));

    [Fact]
    public void Takes_a_hundred_thousand_open_brackets() => Bounded(Head + new string('〔', 100_000) + new string('（', 100_000));

    [Fact]
    public void Answers_random_bytes_with_a_whole_sentence()
    {
        var dice = new Dice(7);
        for (var i = 0; i < 20; i++)
        {
            var bytes = new byte[dice.Between(1, 200_000)];
            for (var at = 0; at < bytes.Length; at++) bytes[at] = (byte)dice.Below(256);
            Bounded(bytes);
        }
    }

    private static void Bounded(string text) => Bounded(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads or refuses, allocating at most 300 times the input and 64 MB: a marker of three characters that becomes a clause with its place in the source costs that much.</summary>
    private static void Bounded(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = GazetteFile.Read("input.txt", bytes, SampleCity.Reader).IsRefused(out var refusal, out var reading);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (refused) Assert.Matches("[\u4E00-\u9FFF]{4}.*[。！]$", refusal!.Reason);
        else Assert.Equal(0, reading!.Coverage.Unaccounted);
        Assert.InRange(allocated, 0, 300L * bytes.Length + 64L * MegaByte);
    }
}
