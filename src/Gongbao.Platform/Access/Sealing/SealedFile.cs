using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// An attachment sealed in pieces, so that none is held in memory whole: a head (format, algorithm, data key, salt), then pieces, each with its
/// length. Every piece is bound to the place, the salt, its position and whether it is the last, so a cut, swapped or borrowed piece does not open.
/// </summary>
internal static class SealedFile
{
    private const int PieceBytes = 256 * 1024;
    private const int SaltBytes = 16;

    private static readonly byte[] Format = "gbf1"u8.ToArray();

    public static async Task SealAsync(Stream plain, Stream box, Guid dataKey, byte[] key, string place, CancellationToken stop)
    {
        var algorithm = SealAlgorithm.Current;
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        await box.WriteAsync(Head(algorithm, dataKey, salt), stop);

        byte[] piece = new byte[PieceBytes], next = new byte[PieceBytes];
        var length = await plain.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, stop);
        for (var position = 0; ; position++)
        {
            var nextLength = length < PieceBytes ? 0 : await plain.ReadAtLeastAsync(next, PieceBytes, throwOnEndOfStream: false, stop);
            var isLast = nextLength == 0;
            var sealedPiece = algorithm.Encrypt(key, piece.AsSpan(0, length), BoundTo(place, salt, position, isLast));
            var size = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(size, sealedPiece.Length);
            await box.WriteAsync(size, stop);
            await box.WriteAsync(sealedPiece, stop);
            if (isLast) break;
            (piece, next, length) = (next, piece, nextLength);
        }

        CryptographicOperations.ZeroMemory(piece);
        CryptographicOperations.ZeroMemory(next);
    }

    /// <param name="box">The sealed bytes from their start.</param>
    /// <param name="plain">Receives each piece as soon as it is proved; a reader that must not see half a file reads it into a buffer first.</param>
    /// <param name="keyOf">Gives the data key by its id.</param>
    /// <param name="place">Where the file belongs, as when it was sealed.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="SealBrokenException">Something was changed, moved or cut.</exception>
    public static async Task OpenAsync(Stream box, Stream plain, Func<Guid, ValueTask<byte[]>> keyOf, string place, CancellationToken stop)
    {
        try
        {
            var (algorithm, dataKey, salt) = await ReadHeadAsync(box, place, stop);
            var key = await keyOf(dataKey);
            var size = new byte[4];
            await box.ReadExactlyAsync(size, stop);
            for (var position = 0; ; position++)
            {
                var piece = new byte[LengthOf(size, algorithm, place)];
                await box.ReadExactlyAsync(piece, stop);
                var more = await box.ReadAtLeastAsync(size, 4, throwOnEndOfStream: false, stop);
                if (more is not (0 or 4)) throw new SealBrokenException(place);
                await plain.WriteAsync(algorithm.Decrypt(key, piece, BoundTo(place, salt, position, isLast: more == 0)), stop);
                if (more == 0) break;
            }
        }
        catch (Exception cause) when (cause is CryptographicException or EndOfStreamException)
        {
            throw new SealBrokenException(place, cause);
        }
    }

    private static byte[] Head(SealAlgorithm algorithm, Guid dataKey, byte[] salt) =>
        [.. Format, (byte)algorithm.Name.Length, .. Encoding.ASCII.GetBytes(algorithm.Name), .. dataKey.ToByteArray(bigEndian: true), .. salt];

    private static async Task<(SealAlgorithm Algorithm, Guid DataKey, byte[] Salt)> ReadHeadAsync(Stream box, string place, CancellationToken stop)
    {
        var start = new byte[Format.Length + 1];
        await box.ReadExactlyAsync(start, stop);
        if (!start.AsSpan(0, Format.Length).SequenceEqual(Format)) throw new SealBrokenException(place);
        var rest = new byte[start[^1] + 16 + SaltBytes];
        await box.ReadExactlyAsync(rest, stop);
        var name = Encoding.ASCII.GetString(rest, 0, start[^1]);
        return (SealAlgorithm.Find(name), new(rest.AsSpan(start[^1], 16), bigEndian: true), rest[^SaltBytes..]);
    }

    private static int LengthOf(byte[] size, SealAlgorithm algorithm, string place) =>
        BinaryPrimitives.ReadInt32BigEndian(size) is var length && length >= algorithm.Overhead && length <= PieceBytes + algorithm.Overhead
            ? length
            : throw new SealBrokenException(place);

    private static byte[] BoundTo(string place, byte[] salt, int position, bool isLast) =>
        Bound.To("gongbao-file-1", place, Convert.ToHexStringLower(salt), position.ToString(System.Globalization.CultureInfo.InvariantCulture), isLast ? "last" : "more");
}
