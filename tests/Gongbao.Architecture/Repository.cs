using System.Reflection;
using System.Xml.Linq;

namespace Gongbao.Architecture;

/// <summary>The repository as it lies on disk. Projects and rooms are found, never listed: a hand-kept list misses the new one.</summary>
internal static class Repository
{
    /// <summary>The floors under the rooms, lowest first, and the host above them; every other project in <c>src</c> is a room.</summary>
    private static readonly string[] Floors = ["Gongbao.Kernel", "Gongbao.Contracts", "Gongbao.Platform", "Gongbao.Web"];

    public const string Host = "Gongbao";

    public static string Root => RepositoryRoot.Folder;

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Rooms { get; } = [.. Projects.Where(p => p != Host && !Floors.Contains(p))];

    /// <summary>Hand-written code and pages; generated migrations are not.</summary>
    public static IEnumerable<string> WrittenFiles => new[] { "src", "tests", "bench" }
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*", SearchOption.AllDirectories))
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    public static XDocument ProjectFile(string project) => XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));

    public static Assembly AssemblyOf(string project) => Assembly.Load(project);

    /// <summary>What a project may stand on: the floors below its own; a room on all floors; the host on everything.</summary>
    public static bool MayUse(string user, string used)
    {
        if (user == Host) return used != Host;
        if (!Floors.Contains(used)) return false;
        var floor = Array.IndexOf(Floors, user);
        return floor < 0 || Array.IndexOf(Floors, used) < floor;
    }

    public static bool IsOurs(string assembly) => assembly == Host || assembly.StartsWith(Host + ".", StringComparison.Ordinal);
}
