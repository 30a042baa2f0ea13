using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>A font file of which only what is asked for is read: Chinese fonts have 10 to 30 MB, a document needs some hundred KB of them. Safe for many readers.</summary>
internal sealed class FontBytes(SafeFileHandle file)
{
    private readonly long _length = RandomAccess.GetLength(file);

    public static FontBytes Open(string path) => new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

    /// <exception cref="InvalidDataException">The file has no such bytes.</exception>
    public byte[] Read(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset + length > _length) throw new InvalidDataException("The font names bytes that it does not hold.");
        var bytes = new byte[length];
        for (var have = 0; have < length;)
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(have), offset + have);
            if (read == 0) throw new InvalidDataException("The font file ends too soon.");
            have += read;
        }
        return bytes;
    }

    public int UInt16(long offset) => BinaryPrimitives.ReadUInt16BigEndian(Read(offset, 2));

    public uint UInt32(long offset) => BinaryPrimitives.ReadUInt32BigEndian(Read(offset, 4));
}
