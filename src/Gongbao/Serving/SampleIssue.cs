using Gongbao.Platform.Hosting;

namespace Gongbao.Serving;

/// <summary>The made-up issue that comes with the repository.</summary>
internal static class SampleIssue
{
    /// <summary>The first text of the folder <c>samples</c>, from the program's own folder upwards; null where there is none.</summary>
    public static FileInfo? Find() => FoldersAbove.Program
        .Select(f => new DirectoryInfo(Path.Combine(f.FullName, "samples"))).Where(s => s.Exists)
        .Select(s => s.GetFiles("*.txt").MinBy(f => f.Name, StringComparer.Ordinal)).FirstOrDefault(f => f is not null);
}
