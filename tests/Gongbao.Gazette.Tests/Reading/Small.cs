using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Tests.Reading;

/// <summary>Reads small texts of the made-up city.</summary>
internal static class Small
{
    public const string Notice = """
        清河市人民政府办公室
        关于加强湖泊巡查的通知
        清府办发〔2024〕7号
        各县（市、区）人民政府，市级有关部门（单位）：
        为做好湖泊巡查，现将有关事项通知如下。
        一、巡查重点
        （一）水位。每日记录一次。
        （二）水质。每周取样一次。
        二、工作要求
        各地要明确专人，及时报告。
        附件：湖泊名录
        清河市人民政府办公室
        2024年3月5日
        附件
        湖泊名录
        东湖、西湖。
        """;

    public static GazetteReading Read(string text) => GazetteReader.Read(SourceText.Of(text), ReaderContext.Empty);

    public static ReadDocument One(string text) => Assert.Single(Read(text).Documents);

    public static IEnumerable<string> Outline(ReadDocument document) => document.Headings.Select(h => $"{h.Level} {h.Label}{h.Text.Value}");

    /// <summary>The kinds of all lines with words or furniture on them.</summary>
    public static IEnumerable<LineKind> Kinds(string text) =>
        LineClassifier.Classify(SourceText.Of(text)).Lines.Select(l => l.Kind).Where(k => k is not LineKind.Blank);
}
