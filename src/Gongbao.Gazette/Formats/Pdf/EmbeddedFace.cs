using System.Globalization;
using System.Text;
using Gongbao.Gazette.Formats.Pdf.Fonts;
using static Gongbao.Gazette.Formats.Pdf.PdfObjects;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>
/// A face as one document uses it: every character gets a code and a glyph of its own, in the order of first use, so that what is copied or
/// searched is the very character, also where the font draws two alike (行 and the radical ⾏).
/// </summary>
/// <param name="face">The font.</param>
/// <param name="name">What pages call it, as F1.</param>
internal sealed class EmbeddedFace(FontFace face, string name)
{
    private readonly Dictionary<Rune, int> _codes = [];
    private readonly List<(Rune Character, int Glyph)> _used = [];

    public string Name => name;

    public bool IsUsed => _used.Count > 0;

    public bool Has(Rune character) => face.Glyph(character) != 0;

    /// <summary>The character's width as a part of the size.</summary>
    public double Width(Rune character) => (double)face.Width(face.Glyph(character)) / face.UnitsPerEm;

    public int Code(Rune character)
    {
        if (_codes.TryGetValue(character, out var code)) return code;
        _used.Add((character, face.Glyph(character)));
        return _codes[character] = _used.Count;
    }

    /// <summary>The font's objects with the glyphs that were used.</summary>
    public int Write(PdfObjects file)
    {
        IReadOnlyList<int> glyphs = [0, .. _used.Select(u => u.Glyph)];
        var tag = Invariant($"{Tag()}+{face.PostScriptName}");
        var program = face.IsCompact
            ? file.AddStream(new CompactSubset(face).Write(glyphs, tag), "/Subtype/CIDFontType0C")
            : file.AddStream(new TrueTypeSubset(face).Write(glyphs));
        var scale = 1000.0 / face.UnitsPerEm;
        var box = string.Join(' ', face.Box.Select(v => Number(v * scale)));
        var descriptor = file.Add($"<</Type/FontDescriptor/FontName/{tag}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {Number(face.Ascent * scale)}/Descent {Number(face.Descent * scale)}/CapHeight {Number(face.Ascent * scale)}/StemV 80/{(face.IsCompact ? "FontFile3" : "FontFile2")} {Reference(program)}>>");
        var widths = string.Join(' ', _used.Select(u => Number(face.Width(u.Glyph) * scale)));
        var kind = face.IsCompact ? "/Subtype/CIDFontType0" : "/Subtype/CIDFontType2/CIDToGIDMap/Identity";
        var descendant = file.Add($"<</Type/Font{kind}/BaseFont/{tag}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {Reference(descriptor)}/DW 1000/W[1[{widths}]]>>");
        var meanings = file.AddStream(Encoding.ASCII.GetBytes(Meanings()));
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{tag}{(face.IsCompact ? "-Identity-H" : "")}/Encoding/Identity-H/DescendantFonts[{Reference(descendant)}]/ToUnicode {Reference(meanings)}>>");

        static string Reference(int number) => number.ToString(CultureInfo.InvariantCulture) + " 0 R";
    }

    /// <summary>Six letters that tell this selection of glyphs from others.</summary>
    private string Tag()
    {
        var hash = 2166136261u;
        foreach (var (character, _) in _used) hash = unchecked((hash ^ (uint)character.Value) * 16777619);
        var tag = new char[6];
        for (var i = 0; i < tag.Length; i++, hash /= 26) tag[i] = (char)('A' + hash % 26);
        return new(tag);
    }

    /// <summary>Which character a code means (ToUnicode).</summary>
    private string Meanings()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        foreach (var part in _used.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (index, (character, _)) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{index + 1:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }
}
