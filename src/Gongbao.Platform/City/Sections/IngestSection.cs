using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>How large files may be that are brought (来文上限).</summary>
internal static class IngestSection
{
    public const string Name = "ingest";

    private static readonly Field Source = new("source", new TextShape(), "依据", Required: true);

    public static SectionShape Shape { get; } = new(Name, "来文上限", new RecordShape(
        new("files", new RecordShape(
            new("megabytes", new NumberShape(1, 512, "MB"), "一个文件最大多少；纯文本另以 64 MB 为限", Required: true),
            new("pages", new NumberShape(1, 100_000, "页"), "一份 PDF 最多多少页", Required: true),
            new("minutes", new NumberShape(1, 10, "分钟"), "读一份 PDF 最多用多久", Required: true),
            Source), "单个文件", Required: true),
        new("packed", new RecordShape(
            new("parts", new NumberShape(16, 100_000, "个"), "一份 DOCX 最多由多少个部件组成", Required: true),
            new("times", new NumberShape(10, 2_000, "倍"), "展开后最多是压缩时的多少倍", Required: true),
            new("megabytes", new NumberShape(16, 2_000, "MB"), "一个文件展开后最大多少", Required: true),
            Source), "压缩的内容", Required: true),
        new("batches", new RecordShape(
            new("files", new NumberShape(1, 1_000_000, "个"), "命令行一次最多导入多少个文件", Required: true),
            new("uploaded_files", new NumberShape(1, 20_000, "个"), "一次上传最多多少个文件，压缩包里的也算", Required: true),
            new("uploaded_megabytes", new NumberShape(1, 1_000, "MB"), "一次上传最大多少", Required: true),
            new("uploads_at_once", new NumberShape(1, 20, "个"), "全站同时接收的上传最多几个", Required: true),
            Source), "成批导入", Required: true),
        new("kept", new RecordShape(
            new("days", new NumberShape(1, 3_650, "天"), "上传的文件处理完毕后，内容再保存多少天", Required: true),
            new("unfinished_days", new NumberShape(1, 30, "天"), "没有传完的上传，已收到的内容保存多少天", Required: true),
            Source), "上传内容的保存期限")));
}
