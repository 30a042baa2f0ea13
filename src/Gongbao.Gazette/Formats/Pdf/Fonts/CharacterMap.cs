using System.Buffers.Binary;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>Which glyph shows a character: the table <c>cmap</c> of OpenType in format 12, else 4.</summary>
internal sealed class CharacterMap
{
    private readonly byte[] _table;
    private readonly int _at;
    private readonly bool _isWide;

    public CharacterMap(byte[] table)
    {
        _table = table;
        var best = -1;
        for (var i = 0; i < U16(2); i++)
        {
            var (platform, encoding, at) = (U16(4 + 8 * i), U16(6 + 8 * i), (int)U32(8 + 8 * i));
            var rank = (platform, encoding, U16(at)) switch { (3, 10, 12) or (0, _, 12) => 2, (3, 1, 4) or (0, _, 4) => 1, _ => 0 };
            if (rank <= best || rank == 0) continue;
            (best, _at, _isWide) = (rank, at, rank == 2);
        }
        if (best < 0) throw new InvalidDataException("The font has no table of characters that can be read.");
    }

    /// <summary>0 where there is none.</summary>
    public int Glyph(int character) => _isWide ? Wide(character) : Narrow(character);

    private int Wide(int character)
    {
        var (low, high) = (0, (int)U32(_at + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _at + 16 + 12 * middle;
            if (character < U32(group)) high = middle - 1;
            else if (character > U32(group + 4)) low = middle + 1;
            else return (int)(U32(group + 8) + (uint)character - U32(group));
        }
        return 0;
    }

    private int Narrow(int character)
    {
        if (character > 0xFFFF) return 0;
        var twice = U16(_at + 6);
        var (low, high) = (0, twice / 2 - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (U16(_at + 14 + 2 * middle) < character) low = middle + 1;
            else high = middle;
        }
        var (start, delta, offsetAt) = (U16(_at + 16 + twice + 2 * low), U16(_at + 16 + 2 * twice + 2 * low), _at + 16 + 3 * twice + 2 * low);
        if (character < start || character > U16(_at + 14 + 2 * low)) return 0;
        if (U16(offsetAt) is not (> 0 and var offset)) return (character + delta) & 0xFFFF;
        var glyph = U16(offsetAt + offset + 2 * (character - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_table.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_table.AsSpan(at));
}
