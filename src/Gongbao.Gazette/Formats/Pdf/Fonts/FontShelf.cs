using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>The fonts of a machine (字体库), looked at when the first document is set.</summary>
/// <param name="folders">Where they lie; those that are not there are passed over.</param>
internal sealed class FontShelf(IReadOnlyList<string> folders)
{
    private static readonly string[] Fangsong = ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02", "华文仿宋", "STFangsong", "FandolFang"];
    private static readonly string[] Song = ["Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "思源宋体", "宋体", "SimSun", "Songti SC", "AR PL SungtiL GB", "AR PL UMing CN"];
    private static readonly string[] Title = ["方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"];
    private static readonly string[] Hei = ["黑体", "SimHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "思源黑体", "Heiti SC", "STHeiti", "WenQuanYi Zen Hei"];
    private static readonly string[] Kai = ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "Kaiti SC", "华文楷体", "STKaiti", "FandolKai", "AR PL KaitiM GB", "AR PL UKai CN", "LXGW WenKai"];

    private static readonly string[] Endings = [".ttf", ".ttc", ".otf", ".otc"];

    private readonly Lock _gate = new();
    private OfficialFaces? _faces;

    /// <summary>The fonts that are installed here.</summary>
    public static FontShelf Machine { get; } = new(
    [
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
    ]);

    /// <summary>The faces of an official document: those that the standard names where they are installed, else what comes nearest. Refused (<c>gazette.no-chinese-font</c>) while no Chinese font is there; it is looked for again each time.</summary>
    public Result<OfficialFaces> Faces()
    {
        lock (_gate)
        {
            if (_faces is not null) return _faces;
            var all = All();
            if ((Find(all, [.. Fangsong, .. Song]) ?? Find(all, [.. Kai, .. Hei])) is not { } body)
                return new Refusal("gazette.no-chinese-font", "服务器上没有中文字体，排不出 PDF；请管理员安装字体，例如 Debian、Ubuntu 的软件包 fonts-noto-cjk，或安装仿宋、黑体、楷体、小标宋，装好后不用重启。");
            return _faces = new(body, Find(all, Title) ?? Find(all, Song, isBold: true) ?? body, Find(all, Hei) ?? body, Find(all, Kai) ?? body, Find(all, Song) ?? body);
        }
    }

    private static FontFace? Find(IReadOnlyList<FontFace> all, IReadOnlyList<string> names, bool isBold = false) =>
        names.SelectMany(n => all.Where(f => f.Names.Contains(n))).OrderBy(f => f.IsBold == isBold ? 0 : 1).FirstOrDefault();

    private List<FontFace> All()
    {
        var walk = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        return [.. folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", walk))
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal).SelectMany(Open)];
    }

    /// <summary>The faces of a file that can be put into a document; a file that is broken has none.</summary>
    private static IReadOnlyList<FontFace> Open(string path)
    {
        try
        {
            return [.. FontFace.Of(FontBytes.Open(path)).Where(f => f.HasOutlines && f.MayBeEmbedded)];
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return [];
        }
    }
}

/// <summary>The faces of an official document by GB/T 9704.</summary>
/// <param name="Body">仿宋, the body.</param>
/// <param name="Title">小标宋, titles and the issuing mark.</param>
/// <param name="Hei">黑体, headings of the first level.</param>
/// <param name="Kai">楷体, headings of the second level.</param>
/// <param name="Song">宋体, page numbers; it stands in where another face lacks a character.</param>
internal sealed record OfficialFaces(FontFace Body, FontFace Title, FontFace Hei, FontFace Kai, FontFace Song);
