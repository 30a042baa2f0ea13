namespace Gongbao.Testing;

/// <summary>The clone that the tests were built in.</summary>
public static class RepositoryRoot
{
    /// <exception cref="InvalidOperationException">The tests run outside a clone.</exception>
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("Gongbao.slnx was not found above the test program.")
        : File.Exists(Path.Combine(folder.FullName, "Gongbao.slnx")) ? folder.FullName : Find(folder.Parent);
}
