using Gongbao.Gazette.Ingest;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Tests.Generated;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>How large a file may be that is only read: as the named city declares, else as base does for any city.</summary>
public sealed class The_limits_of_a_reading : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gongbao-limits-").FullName;

    public The_limits_of_a_reading()
    {
        foreach (var layer in new[] { "base", "qinghe" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SampleCity.CityRoot, layer), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_root, layer, Path.GetRelativePath(Path.Combine(SampleCity.CityRoot, layer), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        var ingest = Path.Combine(_root, "base", "ingest.yaml");
        File.WriteAllText(ingest, File.ReadAllText(ingest).Replace("pages: 3000", "pages: 77", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_root, "qinghe", "limits.yaml"), "ingest: { files: { megabytes: 5, source: 试验 } }\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Are_those_of_the_named_city()
    {
        Assert.False(CityReaders.LimitsOf(_root, "qinghe").IsRefused(out var refusal, out var limits), refusal?.Reason);
        Assert.Equal((5L * 1024 * 1024, 77), (limits.FileBytes, limits.Pages));
        Assert.True(CityReaders.LimitsOf(_root, "nowhere").IsRefused(out refusal, out _) && refusal.Code == "gazette.no-city");
    }

    [Fact]
    public void Are_those_of_base_where_no_city_is_named()
    {
        Assert.False(CityReaders.LimitsOf(_root, null).IsRefused(out _, out var limits));
        Assert.Equal((FileLimits.Usual.FileBytes, 77), (limits.FileBytes, limits.Pages));
        Assert.False(CityReaders.LimitsOf(null, null).IsRefused(out _, out limits));
        Assert.Equal(FileLimits.Usual, limits);
    }
}
