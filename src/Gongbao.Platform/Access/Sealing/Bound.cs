using System.Buffers.Binary;
using System.Text;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>What a seal is bound to, as bytes: each part with its length before it, so that no two lists of parts read alike.</summary>
internal static class Bound
{
    public static byte[] To(params ReadOnlySpan<string> parts)
    {
        var length = 0;
        foreach (var part in parts) length += 4 + Encoding.UTF8.GetByteCount(part);
        var bytes = new byte[length];
        var at = 0;
        foreach (var part in parts)
        {
            var written = Encoding.UTF8.GetBytes(part, bytes.AsSpan(at + 4));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), written);
            at += 4 + written;
        }

        return bytes;
    }
}
