using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Reading;

/// <summary>Reads a gazette from a file, or says why not and what to do.</summary>
internal static class GazetteFile
{
    /// <summary>The words of a file. Refusals: those of <see cref="SourceFile.Open"/>, <c>gazette.no-file</c>.</summary>
    public static Result<SourceText> Open(FileInfo file, FileLimits? limits = null)
    {
        if (!file.Exists) return new Refusal("gazette.no-file", $"找不到文件“{file.Name}”；请检查路径。");
        limits ??= FileLimits.Usual;
        return file.Length > limits.FileBytes ? limits.TooLarge(file.Length) : SourceFile.Open(file.Name, File.ReadAllBytes(file.FullName), limits);
    }

    /// <summary>Refusals: those of <see cref="Open"/>, <c>gazette.not-gazette</c>, <c>gazette.title-too-long</c>.</summary>
    public static Result<GazetteReading> Read(FileInfo file, ReaderContext context) =>
        Open(file, context.Limits).IsRefused(out var refusal, out var source) ? refusal : Read(source, context);

    public static Result<GazetteReading> Read(string name, byte[] bytes, ReaderContext context) =>
        SourceFile.Open(name, bytes, context.Limits).IsRefused(out var refusal, out var source) ? refusal : Read(source, context);

    public static Result<GazetteReading> Read(SourceText source, ReaderContext context)
    {
        var reading = GazetteReader.Read(source, context);
        if (LooksOfficial(reading)) return reading;
        return reading.Documents.SelectMany(d => d.Flags).FirstOrDefault(f => f.At == LongTitles.At) is { } tooLong
            ? new Refusal("gazette.title-too-long", "没有在文件里找到公文：" + tooLong.Why)
            : new Refusal("gazette.not-gazette", "没有在文件里找到公文：既没有发文字号，也没有“关于……的通知”一类的标题、主送机关或成文日期；请确认这是公报或公文的文字，而不是目录、说明或别的文章。");
    }

    private static bool LooksOfficial(GazetteReading reading) =>
        reading.Documents.Any(d => d.Number is not null || d.Kind is not null && (d.Addressees.Count > 0 || d.DatedOn is not null || d.Headings.Count > 1));
}
