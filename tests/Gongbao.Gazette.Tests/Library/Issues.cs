using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Library;

/// <summary>Issues of the made-up city, small enough to see whole.</summary>
internal static class Issues
{
    public const string Patrol = """
        清河市人民政府办公室
        关于加强湖泊巡查的通知
        清府办发〔2024〕7号
        各县（市、区）人民政府，市级有关部门（单位）：
        为做好湖泊巡查，现将有关事项通知如下。
        一、巡查重点
        （一）水位。每日记录一次。
        （二）水质。每周取样一次。
        （三）堤岸。每月查看一次。
        二、工作要求
        各地要明确专人，及时报告。联系人：王小河，联
        系电话：13800000000，电子邮箱：xiaohe@example.cn。
        清河市人民政府办公室
        2024年3月5日
        """;

    public const string Supply = """
        清河市人民政府
        关于加强城市供水管理的意见
        清府发〔2024〕3号
        各县（市、区）人民政府，市级各部门：
        为加强城市供水管理，提出如下意见。
        一、明确责任
        市水务局是城市供水的主管部门，负责日常监督。
        二、保障水质
        供水企业应当每日检测水质，每月公布结果。
        清河市人民政府
        2024年2月18日
        """;

    public const string Trees = """
        清河市人民政府
        关于做好植树工作的通知
        清府发〔2024〕4号
        各县（市、区）人民政府，市级各部门：
        现将植树工作有关事项通知如下。
        一、植树地点
        东湖两岸和西山北坡。
        二、植树时间
        三月中旬开始，四月底结束。
        清河市人民政府
        2024年2月28日
        """;

    public static string Both => Patrol + "\n" + Supply;

    public static GazetteReading Read(string text, string name = "qinghe-2024-03.txt") => GazetteReader.Read(SourceText.Of(text, name), ReaderContext.Empty);

    /// <summary>The issue in samples/, read with the made-up city's directory.</summary>
    public static GazetteReading Sample()
    {
        var file = Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(SampleCity.CityRoot)!, "samples"), "*.txt").Order(StringComparer.Ordinal).First();
        Assert.False(GazetteFile.Read(new FileInfo(file), SampleCity.Reader).IsRefused(out _, out var reading));
        return reading;
    }

    /// <summary>The same reading, with a doubt about the first occurrence of some words in the document of this number.</summary>
    public static GazetteReading Doubting(this GazetteReading reading, string number, string at, string words, double confidence = 0.5) => reading with
    {
        Documents =
        [
            .. reading.Documents.Select(d => d.Number?.Value != number ? d : d with { Flags = [.. d.Flags, Doubt(reading, at, words, confidence)] }),
        ],
    };

    /// <summary>The same reading, holding the documents' own doubts no more.</summary>
    public static GazetteReading Sure(this GazetteReading reading) => reading with { Documents = [.. reading.Documents.Select(d => d with { Flags = [] })] };

    private static Flag Doubt(GazetteReading reading, string at, string words, double confidence)
    {
        var from = reading.Source.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The text has no {words}.");
        return new(at, $"“{words}”读不准，请核对。", reading.Lines.Last(l => l.From <= from).Number, new(from, from + words.Length), confidence);
    }
}
