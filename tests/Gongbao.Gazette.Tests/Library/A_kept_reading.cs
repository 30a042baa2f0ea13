using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Library;

public class A_kept_reading
{
    [Fact]
    public void Of_a_small_issue_comes_back_as_it_was() => ComesBack(Issues.Read(Issues.Both));

    [Fact]
    public void Of_the_sample_issue_comes_back_as_it_was() => ComesBack(Issues.Sample());

    [Fact]
    public void Of_the_real_gazette_comes_back_as_it_was()
    {
        Assert.False(GazetteFile.Read(new FileInfo(RealIssue.Path), ReaderContext.Empty).IsRefused(out _, out var reading));
        ComesBack(reading);
    }

    private static void ComesBack(GazetteReading reading)
    {
        Assert.NotEmpty(reading.Documents);
        var back = reading with { Documents = [.. reading.Documents.Select(d => ReadingCodec.ReadDocument(ReadingCodec.Write(d)))] };
        Assert.Equal(ReadingJson.Write(reading), ReadingJson.Write(back));
        Assert.Equal(reading.Documents.Select(ReadingCodec.Write), back.Documents.Select(ReadingCodec.Write));
        var frame = new IssueFrame(reading.Lines, reading.Around, reading.Coverage);
        Assert.Equal(ReadingCodec.Write(frame), ReadingCodec.Write(ReadingCodec.ReadFrame(ReadingCodec.Write(frame))));
        Assert.Equal(reading.Lines, ReadingCodec.ReadFrame(ReadingCodec.Write(frame)).Lines);
    }
}
