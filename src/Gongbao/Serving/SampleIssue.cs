namespace Gongbao.Serving;

/// <summary>The made-up issue that comes with the repository.</summary>
internal static class SampleIssue
{
    /// <summary>The first text of the folder <c>samples</c>, from the program's own folder upwards; null where there is none.</summary>
    public static FileInfo? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "samples") is var samples && Directory.Exists(samples)
                && Directory.GetFiles(samples, "*.txt").Order(StringComparer.Ordinal).FirstOrDefault() is { } first)
                return new(first);
        return null;
    }
}
