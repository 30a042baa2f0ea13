using Gongbao.Gazette.Ingest;
using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Import.Uploads;

/// <summary>Why an upload as a whole is not taken in, in words that name the limit.</summary>
internal static class UploadRefusals
{
    public static Refusal TooLarge(FileLimits limits) => new("gazette.upload-too-large", $"一次上传的文件合计超过上限 {limits.UploadBytes / 1024 / 1024} MB，没有接收；请分成几次上传，或请管理员在服务器上用命令行导入。");

    public static Refusal TooMany(FileLimits limits) => new("gazette.too-many-files", $"一次上传的文件超过上限 {limits.UploadFiles} 个，没有接收；请分成几次上传。");

    public static Refusal Busy { get; } = new("gazette.uploads-busy", "正在接收的上传已经很多，没有接收这一次；请几分钟后再传。");

    public static Refusal Broken { get; } = new("gazette.upload-broken", "上传没有完成，或者内容不是表单的格式，没有接收；请检查网络后重新上传。");

    public static Refusal NoFile { get; } = new("gazette.no-upload", "没有收到文件；请选择公报或公文的文件后再上传。");

    public static Refusal NoToken { get; } = new("gazette.upload-no-token", "页面放得太久，已经失效，没有接收；请刷新页面后重新选择文件上传。");

    /// <summary>Of a code in an address; null for any other.</summary>
    public static Refusal? Of(string? code, FileLimits limits) =>
        ((Refusal[])[TooLarge(limits), TooMany(limits), Busy, Broken, NoFile, NoToken]).FirstOrDefault(r => r.Code == code);
}
