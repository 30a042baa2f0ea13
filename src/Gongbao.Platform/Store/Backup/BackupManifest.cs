using System.Security.Cryptography;
using System.Text.Json;

namespace Gongbao.Platform.Store.Backup;

/// <summary>What a backup folder holds, <c>backup.json</c> in it.</summary>
/// <param name="Format">The kind and version of backup.</param>
/// <param name="Provider">The database it was taken from, and the only one it can be restored to.</param>
/// <param name="TakenAt">Real instant, UTC.</param>
/// <param name="JournalEntries">Entries the journal had when the backup began: it holds at least these.</param>
/// <param name="Files">Each file of the folder with its SHA-256, hex.</param>
internal sealed record BackupManifest(
    string Format, StoreProvider Provider, DateTimeOffset TakenAt, long JournalEntries, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "backup.json";

    public const string ThisFormat = "gongbao-backup-1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <returns>Null when the folder is no backup or its manifest cannot be read.</returns>
    public static BackupManifest? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(file), Json);
            return manifest is { Format: ThisFormat, Files: not null } && manifest.Files.Keys.All(IsPlainName) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string folder, CancellationToken stop) =>
        await File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json), stop);

    /// <summary>The first file that is missing or not as it was; null when all are whole.</summary>
    public async Task<string?> FindDamageAsync(string folder, CancellationToken stop)
    {
        foreach (var (name, hash) in Files)
            if (!File.Exists(Path.Combine(folder, name)) || await HashAsync(Path.Combine(folder, name), stop) != hash) return name;
        return null;
    }

    public static async Task<string> HashAsync(string file, CancellationToken stop)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
    }

    /// <summary>A manifest from elsewhere must not name a file outside its folder.</summary>
    private static bool IsPlainName(string name) => name.Length > 0 && name == Path.GetFileName(name) && name is not ("." or "..");
}
