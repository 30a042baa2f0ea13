using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// The file that holds the city's keys, <c>keys.json</c> beside the data, readable by its owner alone (0600). Never in the database and never in
/// its backup. It is replaced as a whole, by a new file that is on disk before it takes the old one's name.
/// </summary>
internal static class KeyFile
{
    public const string Name = "keys.json";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string In(string dataFolder) => Path.Combine(dataFolder, Name);

    /// <exception cref="InvalidDataException">The file is no key file, or others than its owner may read it.</exception>
    public static KeyRing? Read(string file)
    {
        if (!File.Exists(file)) return null;
        RefuseIfOpenToOthers(file);
        return Parse(File.ReadAllBytes(file), file);
    }

    public static KeyRing Parse(ReadOnlySpan<byte> json, string file)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(json, Json);
            if (stored is not { Format: Format, Wrapping.Count: > 0, Blind.Length: SealAlgorithm.KeyBytes } ||
                stored.Wrapping.Any(k => k.Bytes.Length != SealAlgorithm.KeyBytes) || stored.Wrapping.DistinctBy(k => k.Id).Count() != stored.Wrapping.Count)
                throw new InvalidDataException($"密钥文件 {file} 的内容不完整。请用备份恢复：gongbao keys restore 备份文件。");
            return new(stored.Wrapping, stored.Blind);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"密钥文件 {file} 无法读取。请用备份恢复：gongbao keys restore 备份文件。");
        }
    }

    public static byte[] Print(KeyRing ring) => JsonSerializer.SerializeToUtf8Bytes(new Stored(Format, ring.Wrapping, ring.Blind), Json);

    /// <summary>
    /// Makes the first key file; of two processes that start at once, one makes it and both read the same. A move that refuses to overwrite does
    /// not decide between them, since the system looks first and renames afterwards: taking turns does.
    /// </summary>
    public static KeyRing Make(string file, DateTimeOffset now)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var turn = new Mutex(initiallyOwned: false, @"Global\gongbao-keys-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(file))))[..16]);
        Take(turn);
        try
        {
            if (!File.Exists(file)) Replace(file, KeyRing.Make(now));
            return Read(file)!;
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static void Take(Mutex turn)
    {
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its holder died; the turn is ours, and the file is whole or absent.
        }
    }

    public static void Replace(string file, KeyRing ring) => File.Move(WriteBeside(file, ring), file, overwrite: true);

    private static string WriteBeside(string file, KeyRing ring)
    {
        var temporary = $"{file}.{Guid.CreateVersion7():N}";
        using (var stream = new FileStream(temporary, OwnersFile()))
        {
            stream.Write(Print(ring));
            stream.Flush(flushToDisk: true);
        }

        return temporary;
    }

    /// <summary>Options for a new file that only its owner may read.</summary>
    public static FileStreamOptions OwnersFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void RefuseIfOpenToOthers(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        if ((File.GetUnixFileMode(file) & ~OwnerOnly) != 0)
            throw new InvalidDataException($"密钥文件 {file} 对其他用户开放。请执行 chmod 600 {file} 后重试。");
    }

    private const string Format = "gongbao-keys-1";

    private sealed record Stored(string Format, IReadOnlyList<CityKey> Wrapping, byte[] Blind);
}
