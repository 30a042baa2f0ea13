using Gongbao.Platform.Hosting;

namespace Gongbao;

/// <summary>Where the repository's build output lies.</summary>
internal static class BuildOutput
{
    /// <summary>The <c>artifacts</c> folder above the program; where the program was installed elsewhere, its own folder.</summary>
    public static string Folder => FoldersAbove.Program.FirstOrDefault(f => f.Name == "artifacts")?.FullName ?? AppContext.BaseDirectory;
}
