using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Platform.Journal.Anchoring;

/// <summary>
/// The anchors, <c>anchors.log</c> beside the database: a line each, <c>number hash instant key signature</c>, only ever
/// appended to. A signature also covers the one before it, so that no line can be taken out of the middle.
/// </summary>
internal sealed class AnchorFile(string folder)
{
    public const string Name = "anchors.log";

    public string Path { get; } = System.IO.Path.Combine(folder, Name);

    public static AnchorFile In(string folder) => new(folder);

    /// <summary>Appends the head, on disk before it returns; nothing when the last anchor names it already.</summary>
    public void Append(ChainPoint head, DateTimeOffset now)
    {
        using var key = AnchorKey.LoadOrMake(folder);
        using var file = Open(() => new FileStream(Path, PrivateFiles.Options(FileMode.OpenOrCreate)));
        var lines = WholeLines(file, out var end);
        var last = lines.Length == 0 ? null : Line.Parse(lines[^1]);
        if (last?.Anchor is { } anchor && anchor.Number == head.Number && anchor.Hash.AsSpan().SequenceEqual(head.Hash)) return;

        var text = $"{head.Number} {Convert.ToHexStringLower(head.Hash)} {now.UtcDateTime:O} {key.Id}";
        var signature = Convert.ToBase64String(key.Sign(Line.Signed(text, last?.Signature)));
        file.SetLength(end);
        file.Position = end;
        file.Write(Encoding.ASCII.GetBytes(text + " " + signature + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The anchors whose signatures hold, as written.</summary>
    /// <param name="forged">Called with the number (0 where it cannot be read) of each line that does not hold.</param>
    public IReadOnlyList<Anchor> Read(Action<long> forged)
    {
        if (!File.Exists(Path)) return [];
        var keys = new Dictionary<string, ECDsa?>();
        var anchors = new List<Anchor>();
        string? before = null;
        using (var file = Open(() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)))
            foreach (var text in WholeLines(file, out _))
            {
                var line = Line.Parse(text);
                if (line is not null && !keys.ContainsKey(line.Key)) keys.Add(line.Key, AnchorKey.Public(folder, line.Key));
                if (line is not null && Holds(line, keys[line.Key], before)) anchors.Add(line.Anchor);
                else forged(line?.Anchor.Number ?? 0);
                before = line?.Signature;
            }

        foreach (var key in keys.Values) key?.Dispose();
        return anchors;
    }

    /// <summary>Another process may be appending just now, which takes as long as one write.</summary>
    private static FileStream Open(Func<FileStream> open)
    {
        FileStream? file = null;
        SpinWait.SpinUntil(() => TryOpen(out file), TimeSpan.FromSeconds(10));
        return file ?? open();

        bool TryOpen(out FileStream? opened)
        {
            try
            {
                opened = open();
                return true;
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException))
            {
                opened = null;
                return false;
            }
        }
    }

    private static bool Holds(Line line, ECDsa? key, string? before) =>
        key is not null && key.VerifyData(Line.Signed(line.Text, before), Convert.FromBase64String(line.Signature), HashAlgorithmName.SHA256);

    /// <summary>Complete lines; one cut short by a crash is none, and is overwritten by the next.</summary>
    private static string[] WholeLines(FileStream file, out long end)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        return Encoding.ASCII.GetString(bytes, 0, (int)end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed record Line(string Text, Anchor Anchor, string Key, string Signature)
    {
        public static Line? Parse(string line)
        {
            var parts = line.Split(' ');
            if (parts.Length != 5
                || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || parts[1].Length != 64 || !parts[1].All(char.IsAsciiHexDigit)
                || !DateTimeOffset.TryParse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                || !Convert.TryFromBase64String(parts[4], new byte[256], out _)) return null;
            return new(string.Join(' ', parts[..4]), new(number, Convert.FromHexString(parts[1]), at), parts[3], parts[4]);
        }

        public static byte[] Signed(string text, string? before) => Encoding.ASCII.GetBytes($"gongbao anchor 1\n{before}\n{text}");
    }
}
