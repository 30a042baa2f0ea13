using System.Buffers.Binary;
using System.Text;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>Glyphs taken out of a TrueType font into a small font of their own, whose glyphs are numbered as they are given; the parts of composed glyphs follow them.</summary>
internal sealed class TrueTypeSubset(FontFace face)
{
    private readonly byte[] _head = face.Table("head");
    private readonly byte[] _places = face.Table("loca");
    private readonly long _outlines = face.OffsetOf("glyf");

    public byte[] Write(IReadOnlyList<int> glyphs)
    {
        var all = glyphs.ToList();
        var parts = new Dictionary<int, int>();
        var outlines = new List<byte[]>();
        for (var i = 0; i < all.Count; i++) outlines.Add(Outline(all[i], all, parts));

        using var glyf = new MemoryStream();
        using var loca = new MemoryStream();
        foreach (var outline in outlines)
        {
            CompactIndex.Big(loca, (int)glyf.Position, 4);
            glyf.Write(outline);
            while (glyf.Position % 4 != 0) glyf.WriteByte(0);
        }
        CompactIndex.Big(loca, (int)glyf.Position, 4);

        using var widths = new MemoryStream();
        foreach (var glyph in all)
        {
            CompactIndex.Big(widths, face.Width(glyph), 2);
            CompactIndex.Big(widths, face.LeftSide(glyph), 2);
        }
        var head = _head.ToArray();
        // Long places, and no sum over a file that is no more.
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var lines = face.Table("hhea");
        BinaryPrimitives.WriteUInt16BigEndian(lines.AsSpan(34), (ushort)all.Count);
        var most = face.Table("maxp");
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(4), (ushort)all.Count);

        var tables = new List<(string Name, byte[] Bytes)> { ("glyf", glyf.ToArray()), ("head", head), ("hhea", lines), ("hmtx", widths.ToArray()), ("loca", loca.ToArray()), ("maxp", most) };
        foreach (var name in new[] { "cvt ", "fpgm", "prep" })
            if (face.Has(name)) tables.Add((name, face.Table(name)));
        return File([.. tables.OrderBy(t => t.Name, StringComparer.Ordinal)]);
    }

    private byte[] Outline(int glyph, List<int> all, Dictionary<int, int> parts)
    {
        var isLong = BinaryPrimitives.ReadInt16BigEndian(_head.AsSpan(50)) == 1;
        var (from, to) = (Place(glyph), Place(glyph + 1));
        if (to <= from) return [];
        var bytes = face.File.Read(_outlines + from, (int)(to - from));
        if (BinaryPrimitives.ReadInt16BigEndian(bytes) >= 0) return bytes;
        for (var at = 10; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (!parts.TryGetValue(part, out var number))
            {
                parts[part] = number = all.Count;
                all.Add(part);
            }
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0) return bytes;
        }

        long Place(int i) => isLong ? BinaryPrimitives.ReadUInt32BigEndian(_places.AsSpan(4 * i)) : 2L * BinaryPrimitives.ReadUInt16BigEndian(_places.AsSpan(2 * i));
    }

    private static byte[] File(IReadOnlyList<(string Name, byte[] Bytes)> tables)
    {
        using var file = new MemoryStream();
        var power = (int)Math.Log2(tables.Count);
        CompactIndex.Big(file, 0x00010000, 4);
        CompactIndex.Big(file, tables.Count, 2);
        CompactIndex.Big(file, 16 << power, 2);
        CompactIndex.Big(file, power, 2);
        CompactIndex.Big(file, 16 * tables.Count - (16 << power), 2);
        var at = 12 + 16 * tables.Count;
        foreach (var (name, bytes) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            CompactIndex.Big(file, Sum(bytes), 4);
            CompactIndex.Big(file, at, 4);
            CompactIndex.Big(file, bytes.Length, 4);
            at += (bytes.Length + 3) / 4 * 4;
        }
        foreach (var (_, bytes) in tables)
        {
            file.Write(bytes);
            while (file.Position % 4 != 0) file.WriteByte(0);
        }
        return file.ToArray();
    }

    private static int Sum(byte[] bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i++) sum = unchecked(sum + ((uint)bytes[i] << (24 - 8 * (i % 4))));
        return unchecked((int)sum);
    }
}
