using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Reading;

/// <summary>Reads a gazette from a file, or says why not and what to do.</summary>
internal static class GazetteFile
{
    /// <summary>Refusals: those of <see cref="SourceText.Decode"/>, <c>gazette.no-file</c>, <c>gazette.not-gazette</c>.</summary>
    public static Result<GazetteReading> Read(FileInfo file, ReaderContext context)
    {
        if (!file.Exists) return new Refusal("gazette.no-file", $"找不到文件“{file.Name}”；请检查路径。");
        if (file.Length > TextDecoding.MaxBytes) return TextDecoding.TooLarge(file.Length);
        return Read(file.Name, File.ReadAllBytes(file.FullName), context);
    }

    public static Result<GazetteReading> Read(string name, byte[] bytes, ReaderContext context)
    {
        if (SourceText.Decode(name, bytes).IsRefused(out var refusal, out var source)) return refusal;
        var reading = GazetteReader.Read(source, context);
        return LooksOfficial(reading)
            ? reading
            : new Refusal("gazette.not-gazette", "没有在文件里找到公文：既没有发文字号，也没有“关于……的通知”一类的标题、主送机关或成文日期；请确认这是公报或公文的文字，而不是目录、说明或别的文章。");
    }

    private static bool LooksOfficial(GazetteReading reading) =>
        reading.Documents.Any(d => d.Number is not null || d.Kind is not null && (d.Addressees.Count > 0 || d.DatedOn is not null || d.Headings.Count > 1));
}
