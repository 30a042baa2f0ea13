using System.Buffers.Binary;
using System.Text;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>One face of an OpenType font (字体): its names, which glyph shows a character, and how wide it is.</summary>
internal sealed class FontFace
{
    private readonly FontBytes _file;
    private readonly Dictionary<string, (long Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Lazy<CharacterMap> _characters;
    private readonly Lazy<byte[]> _widths;
    private readonly Lazy<byte[]> _head;
    private readonly Lazy<byte[]> _lineHead;

    private FontFace(FontBytes file, long offset)
    {
        _file = file;
        var count = file.UInt16(offset + 4);
        var directory = file.Read(offset + 12, count * 16);
        for (var i = 0; i < count; i++)
        {
            var entry = directory.AsSpan(i * 16, 16);
            _tables[Encoding.ASCII.GetString(entry[..4])] = (BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(entry[12..])));
        }
        _characters = new(() => new CharacterMap(Table("cmap")));
        _head = new(() => Table("head"));
        _lineHead = new(() => Table("hhea"));
        _widths = new(() => Table("hmtx"));
        (Names, PostScriptName) = ReadNames();
        var classes = Has("OS/2") ? Table("OS/2") : [];
        IsBold = classes.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(classes.AsSpan(4)) >= 600;
        MayBeEmbedded = classes.Length < 10 || (BinaryPrimitives.ReadUInt16BigEndian(classes.AsSpan(8)) & 0xF) != 2;
    }

    /// <summary>The faces of a file: one, or those of a collection (TTC).</summary>
    public static IEnumerable<FontFace> Of(FontBytes file)
    {
        if (file.UInt32(0) != 0x74746366)
        {
            yield return new(file, 0);
            yield break;
        }
        var count = Math.Min(64, file.UInt32(8));
        for (var i = 0; i < count; i++) yield return new(file, file.UInt32(12 + 4 * i));
    }

    /// <summary>Every name of the family and of the face, in every language.</summary>
    public IReadOnlyCollection<string> Names { get; }

    public string PostScriptName { get; }

    public bool IsBold { get; }

    /// <summary>False where its maker forbids to put it into documents.</summary>
    public bool MayBeEmbedded { get; }

    /// <summary>Outlines in the Compact Font Format; otherwise TrueType's.</summary>
    public bool IsCompact => Has("CFF ");

    /// <summary>Whether the outlines are of a kind that can be put into a document.</summary>
    public bool HasOutlines => IsCompact || Has("glyf") && Has("loca");

    public int UnitsPerEm => BinaryPrimitives.ReadUInt16BigEndian(_head.Value.AsSpan(18));

    /// <summary>Left, bottom, right and top of the box around every glyph, in units.</summary>
    public IReadOnlyList<short> Box => [.. Enumerable.Range(0, 4).Select(i => BinaryPrimitives.ReadInt16BigEndian(_head.Value.AsSpan(36 + 2 * i)))];

    public short Ascent => BinaryPrimitives.ReadInt16BigEndian(_lineHead.Value.AsSpan(4));

    public short Descent => BinaryPrimitives.ReadInt16BigEndian(_lineHead.Value.AsSpan(6));

    /// <summary>The glyph of a character; 0 where the face has none.</summary>
    public int Glyph(Rune character) => _characters.Value.Glyph(character.Value);

    /// <summary>In units.</summary>
    public int Width(int glyph)
    {
        var counted = BinaryPrimitives.ReadUInt16BigEndian(_lineHead.Value.AsSpan(34));
        return BinaryPrimitives.ReadUInt16BigEndian(_widths.Value.AsSpan(4 * Math.Min(glyph, counted - 1)));
    }

    /// <summary>How far the outline begins from the left, in units.</summary>
    public short LeftSide(int glyph)
    {
        var counted = BinaryPrimitives.ReadUInt16BigEndian(_lineHead.Value.AsSpan(34));
        return BinaryPrimitives.ReadInt16BigEndian(_widths.Value.AsSpan(glyph < counted ? 4 * glyph + 2 : 2 * (counted + glyph)));
    }

    public bool Has(string table) => _tables.ContainsKey(table);

    public byte[] Table(string table) => _tables.TryGetValue(table, out var at) ? _file.Read(at.Offset, at.Length) : throw new InvalidDataException($"The font has no table {table}.");

    public FontBytes File => _file;

    public long OffsetOf(string table) => _tables[table].Offset;

    private (IReadOnlyCollection<string> Names, string PostScript) ReadNames()
    {
        var table = Table("name");
        var (names, postScript) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), "Font");
        var count = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(2));
        var words = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(4));
        for (var i = 0; i < count && 18 + 12 * i <= table.Length; i++)
        {
            var entry = table.AsSpan(6 + 12 * i);
            var (platform, kind, length, at) = (U(entry, 0), U(entry, 6), U(entry, 8), words + U(entry, 10));
            if (at + length > table.Length || kind is not (1 or 4 or 6 or 16)) continue;
            var name = (platform is 0 or 3 ? Encoding.BigEndianUnicode : Encoding.Latin1).GetString(table.AsSpan(at, length));
            if (kind != 6) names.Add(name);
            else if (name.Length > 0 && name.All(c => c is > '!' and < '\x7F' && !"[](){}<>/%".Contains(c))) postScript = name;
        }
        return (names, postScript);

        static int U(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
    }
}
