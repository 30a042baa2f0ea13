namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>An array of byte strings in the Compact Font Format (INDEX), read item by item.</summary>
internal sealed class CompactIndex
{
    private readonly FontBytes _file;
    private readonly byte[] _offsets = [];
    private readonly int _width = 1;
    private readonly long _data;

    public CompactIndex(FontBytes file, long at)
    {
        _file = file;
        Count = file.UInt16(at);
        End = at + 2;
        if (Count == 0) return;
        _width = file.Read(at + 2, 1)[0];
        if (_width is < 1 or > 4) throw new InvalidDataException("The font has an index that cannot be read.");
        _offsets = file.Read(at + 3, (Count + 1) * _width);
        _data = at + 2 + _offsets.Length;
        End = _data + Offset(Count);
    }

    public int Count { get; }

    /// <summary>Where the next thing in the file begins.</summary>
    public long End { get; }

    public byte[] this[int item] => item >= 0 && item < Count ? _file.Read(_data + Offset(item), Offset(item + 1) - Offset(item)) : throw new InvalidDataException("The font names an item that it does not hold.");

    public static void Write(Stream output, IReadOnlyList<byte[]> items)
    {
        Big(output, items.Count, 2);
        if (items.Count == 0) return;
        output.WriteByte(4);
        var offset = 1;
        Big(output, offset, 4);
        foreach (var item in items) Big(output, offset += item.Length, 4);
        foreach (var item in items) output.Write(item);
    }

    /// <summary>A whole number, the highest byte first.</summary>
    public static void Big(Stream output, int value, int bytes)
    {
        for (var shift = 8 * (bytes - 1); shift >= 0; shift -= 8) output.WriteByte((byte)((value >> shift) & 0xFF));
    }

    private int Offset(int item)
    {
        var value = 0L;
        for (var i = 0; i < _width; i++) value = value << 8 | _offsets[item * _width + i];
        return (int)Math.Min(int.MaxValue, value);
    }
}
