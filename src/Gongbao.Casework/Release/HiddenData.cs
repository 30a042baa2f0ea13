using Gongbao.Kernel.Results;
using Gongbao.Platform.Packages;

namespace Gongbao.Casework.Release;

/// <summary>What a file may carry that nobody sees on its pages (隐藏信息).</summary>
internal enum HiddenKind
{
    /// <summary>批注.</summary>
    Comment,

    /// <summary>修订痕迹.</summary>
    TrackedChange,

    /// <summary>隐藏文字.</summary>
    HiddenText,

    /// <summary>Text in the colour of its ground, or under a box of its colour (被遮盖的文字).</summary>
    CoveredText,

    /// <summary>作者、单位等属性.</summary>
    Property,

    /// <summary>隐藏的工作表、行或者列.</summary>
    HiddenCells,

    /// <summary>嵌入的文件.</summary>
    Embedded,

    /// <summary>宏、脚本.</summary>
    Script,

    /// <summary>指向外部文件的链接.</summary>
    ExternalLink,

    /// <summary>表单内容.</summary>
    FormField,

    /// <summary>以前保存的版本.</summary>
    EarlierVersion,

    /// <summary>照片的拍摄地点、设备.</summary>
    PictureData,
}

/// <summary>One thing that a file carries unseen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where: 第3页, 正文, 工作表“名单”.</param>
/// <param name="Says">A whole Chinese sentence with the mend. It never repeats what is hidden: the sentence is shown to more people than the file.</param>
internal sealed record HiddenFinding(HiddenKind Kind, string Place, string Says);

/// <summary>
/// Looks through a file that is to be released in part (区分处理) for what was not meant to go out with it. The kind of file is told by its bytes, never by its name. What it
/// cannot look into is refused: a file of which nothing is known is not a clean one.
/// </summary>
/// <source>《政府信息公开条例》第三十七条</source>
internal static class HiddenData
{
    public const string Law = "《中华人民共和国政府信息公开条例》第三十七条";

    private static readonly PackageLimits Limits = new(Parts: 2_000, Ratio: 200, UnpackedBytes: 256L * 1024 * 1024);

    /// <summary>Everything that is found, in the order of the file; empty where there is nothing.</summary>
    /// <returns>Refused: <c>release.unknown-file</c>, and as reading a damaged or encrypted file refuses.</returns>
    public static Result<IReadOnlyList<HiddenFinding>> Find(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => Result(HiddenInOffice.Find(bytes, Limits)),
                [0xFF, 0xD8, 0xFF, ..] => Result(HiddenInPictures.FindJpeg(bytes, "图片")),
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Result(HiddenInPictures.FindPng(bytes, "图片")),
                _ when bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0 => Result(HiddenInPdf.Find(bytes)),
                _ => new Refusal("release.unknown-file", "只能检查 DOCX、XLSX、PDF、JPEG 和 PNG 文件里的隐藏信息。请转换成其中一种再公开；纯文本可以直接写在答复里。", Law),
            };
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.In("release");
        }
    }

    private static Result<IReadOnlyList<HiddenFinding>> Result(IEnumerable<HiddenFinding> found) => (Result<IReadOnlyList<HiddenFinding>>)found.ToList();
}
