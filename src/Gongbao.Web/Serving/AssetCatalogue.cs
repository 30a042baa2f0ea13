using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Web.Serving;

/// <summary>
/// The style sheets, scripts and marks embedded in the assemblies of the frame and of the rooms, each under an address that carries
/// a hash of its bytes, so that a browser may keep it for ever and never shows an old one.
/// </summary>
/// <remarks>
/// A resource is called <c>assets/name.css</c>; a folder whose name has an extension (<c>assets/site.css/10-tokens.css</c>, …)
/// is one file made of its parts in the order of their names. Thread-safe: nothing changes after construction.
/// </remarks>
public sealed class AssetCatalogue
{
    private const string Prefix = "assets/";
    private readonly Dictionary<string, Asset> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Asset> _byFile = new(StringComparer.Ordinal);

    public AssetCatalogue(IEnumerable<RoomPages> rooms)
    {
        var parts = rooms.Select(r => r.Assembly).Append(typeof(AssetCatalogue).Assembly).Distinct()
            .SelectMany(a => a.GetManifestResourceNames()
                .Select(n => (Assembly: a, Resource: n, Path: n.Replace('\\', '/')))
                .Where(x => x.Path.StartsWith(Prefix, StringComparison.Ordinal)))
            .OrderBy(x => x.Path, StringComparer.Ordinal);
        foreach (var file in parts.GroupBy(x => x.Path[Prefix.Length..].Split('/')[0], StringComparer.Ordinal))
        {
            var asset = Asset.From(file.Key, [.. file.SelectMany(p => Read(p.Assembly, p.Resource))]);
            _byName.Add(file.Key, asset);
            _byFile.Add(asset.FileName, asset);
        }
    }

    /// <summary>The address of the asset of this name.</summary>
    /// <exception cref="KeyNotFoundException">No assembly embeds an asset of this name.</exception>
    public string this[string name] => "/assets/" + _byName[name].FileName;

    /// <summary>The asset of a hashed file name; null when there is none, such as one of an earlier release.</summary>
    internal Asset? Find(string fileName) => _byFile.GetValueOrDefault(fileName);

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal sealed record Asset(string FileName, string ContentType, byte[] Bytes)
    {
        public static Asset From(string name, byte[] bytes)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            var extension = Path.GetExtension(name);
            var type = extension switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".png" => "image/png",
                ".woff2" => "font/woff2",
                _ => throw new InvalidOperationException($"Assets of the kind {extension} are not served ({name})."),
            };
            return new($"{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}", type, bytes);
        }
    }
}

/// <summary>An assembly that brings pages and assets into the site.</summary>
public sealed record RoomPages(Assembly Assembly);

/// <summary>How a room brings its pages.</summary>
public static class RoomPagesRegistration
{
    /// <summary>Adds the Razor pages of this assembly to the site, and its embedded assets.</summary>
    public static IServiceCollection AddRoomPages(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton(new RoomPages(assembly));
}
