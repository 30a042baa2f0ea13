namespace Gongbao.Gazette.Search.Saved;

/// <summary>When a document first came into the library: its id says so, being of version 7 (RFC 9562), which begins with the milliseconds since 1970.</summary>
internal static class Arrival
{
    /// <summary>Longer than any unit of work takes from making an id to its commit.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public static DateTimeOffset Of(Guid document)
    {
        Span<byte> bytes = stackalloc byte[16];
        document.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = 0L;
        foreach (var part in bytes[..6]) milliseconds = (milliseconds << 8) | part;
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
