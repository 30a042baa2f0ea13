using System.Reflection;
using System.Xml.Linq;

namespace Gongbao.Architecture;

/// <summary>
/// Kernel &lt;- Contracts &lt;- Platform &lt;- Web &lt;- rooms &lt;- host, and no room on another. Both looks are needed: an assembly does not
/// mention a reference that no code uses, and a project file does not show what comes through another project.
/// </summary>
public class Dependencies_point_one_way
{
    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void In_project_files(string project) => Assert.Empty(WrongReferences(project, Repository.ProjectFile(project)));

    [Theory, MemberData(nameof(Projects))]
    public void In_assemblies(string project) => Assert.Empty(WrongReferences(project, Repository.AssemblyOf(project)));

    [Fact]
    public void Rooms_are_found() => Assert.Contains("Gongbao.Gazette", Repository.Rooms);

    [Fact]
    public void The_kernel_knows_no_framework_of_storage_or_web()
    {
        Assert.Empty(FrameworksOf(Repository.AssemblyOf("Gongbao.Kernel")));
        Assert.Empty(FrameworksOf(Repository.AssemblyOf("Gongbao.Contracts")));
    }

    [Theory]
    [InlineData("Gongbao.Gazette", "Gongbao.Ledger")]     // a room on a room
    [InlineData("Gongbao.Platform", "Gongbao.Web")]       // a floor on the floor above
    [InlineData("Gongbao.Kernel", "Gongbao.Contracts")]
    [InlineData("Gongbao.Web", "Gongbao.Gazette")]        // a floor on a room
    [InlineData("Gongbao.Gazette", "Gongbao")]            // a room on the host
    public void A_stray_project_reference_is_caught(string project, string used)
    {
        var file = XDocument.Parse($"<Project><ItemGroup><ProjectReference Include=\"../{used}/{used}.csproj\" /></ItemGroup></Project>");

        Assert.Equal([used], WrongReferences(project, file));
    }

    [Fact]
    public void A_used_assembly_is_caught()       // this test program uses rooms and host alike
    {
        var me = Assembly.GetExecutingAssembly();

        Assert.Contains("Gongbao.Platform", WrongReferences("Gongbao.Kernel", me));
        Assert.NotEmpty(FrameworksOf(me));
    }

    private static IReadOnlyList<string> WrongReferences(string project, XDocument file) =>
    [
        .. file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Where(used => !Repository.MayUse(project, used)),
    ];

    private static IReadOnlyList<string> WrongReferences(string project, Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(used => Repository.IsOurs(used) && used != project && !Repository.MayUse(project, used)),
    ];

    private static IReadOnlyList<string> FrameworksOf(Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(a => a.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                     || a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                     || a.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)),
    ];
}
