using System.Text;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>Glyphs taken out of a font in the Compact Font Format into a small font of their own, whose glyphs are numbered as they are given.</summary>
internal sealed class CompactSubset
{
    private const int Private = 18;
    private const int Subroutines = 19;
    private const int Charset = 15;
    private const int CharStrings = 17;
    private const int Matrix = CompactDict.Escape + 7;
    private const int Ordering = CompactDict.Escape + 30;
    private const int CidCount = CompactDict.Escape + 34;
    private const int FontArray = CompactDict.Escape + 36;
    private const int FontSelect = CompactDict.Escape + 37;

    private readonly FontBytes _file;
    private readonly long _start;
    private readonly CompactIndex _global;
    private readonly CompactDict _top;
    private readonly CompactIndex _glyphs;
    private readonly List<(CompactDict Font, CompactDict Private, CompactIndex? Local)> _fonts = [];
    private readonly byte[] _select;

    public CompactSubset(FontFace face)
    {
        (_file, _start) = (face.File, face.OffsetOf("CFF "));
        var names = new CompactIndex(_file, _start + _file.Read(_start + 2, 1)[0]);
        var tops = new CompactIndex(_file, names.End);
        _global = new(_file, new CompactIndex(_file, tops.End).End);
        _top = new(tops[0]);
        _glyphs = new(_file, _start + _top.Numbers(CharStrings)[0]);
        _select = new byte[_glyphs.Count];
        if (!_top.Has(Ordering)) _fonts.Add(Font(_top));
        else
        {
            var fonts = new CompactIndex(_file, _start + _top.Numbers(FontArray)[0]);
            for (var i = 0; i < fonts.Count; i++) _fonts.Add(Font(new(fonts[i])));
            ReadSelect(_start + _top.Numbers(FontSelect)[0]);
        }
    }

    /// <param name="glyphs">Glyph 0 of the new font and those after it.</param>
    /// <param name="name">The new font's.</param>
    public byte[] Write(IReadOnlyList<int> glyphs, string name)
    {
        var fonts = glyphs.Select(g => _select[g]).Distinct().Order().ToList();
        using var output = new MemoryStream();
        output.Write([1, 0, 4, 4]);
        CompactIndex.Write(output, [Encoding.ASCII.GetBytes(name)]);
        var topAt = output.Position;
        // Every entry has a fixed length: the places are filled in once they are known.
        CompactIndex.Write(output, [Top(glyphs.Count, 0, 0, 0, 0)]);
        CompactIndex.Write(output, [.. new[] { "Adobe", "Identity" }.Select(Encoding.ASCII.GetBytes)]);
        CompactIndex.Write(output, []);

        var charset = (int)output.Position;
        output.WriteByte(2);
        CompactIndex.Big(output, 1, 2);
        CompactIndex.Big(output, Math.Max(0, glyphs.Count - 2), 2);
        var select = (int)output.Position;
        output.WriteByte(0);
        foreach (var glyph in glyphs) output.WriteByte((byte)fonts.IndexOf(_select[glyph]));
        var charStrings = (int)output.Position;
        CompactIndex.Write(output, [.. glyphs.Select(g => GlyphProgram.Flat(_glyphs[g], _global, _fonts[_select[g]].Local))]);
        var privates = new List<(int Length, int At)>();
        foreach (var font in fonts)
        {
            var at = (int)output.Position;
            foreach (var operation in _fonts[font].Private.Operators.Where(o => o != Subroutines)) _fonts[font].Private.Copy(operation, output);
            privates.Add(((int)output.Position - at, at));
        }
        var array = (int)output.Position;
        CompactIndex.Write(output, [.. fonts.Select((f, i) => FontDict(_fonts[f].Font, privates[i]))]);
        output.Position = topAt;
        CompactIndex.Write(output, [Top(glyphs.Count, charset, select, charStrings, array)]);
        return output.ToArray();
    }

    private byte[] Top(int glyphs, int charset, int select, int charStrings, int array)
    {
        using var top = new MemoryStream();
        CompactDict.Write(top, Ordering, 391, 392, 0);
        if (_top.Has(Ordering)) _top.Copy(Matrix, top);
        _top.Copy(5, top);
        CompactDict.Write(top, CidCount, glyphs);
        CompactDict.Write(top, Charset, charset);
        CompactDict.Write(top, FontSelect, select);
        CompactDict.Write(top, CharStrings, charStrings);
        CompactDict.Write(top, FontArray, array);
        return top.ToArray();
    }

    private static byte[] FontDict(CompactDict font, (int Length, int At) parts)
    {
        using var dict = new MemoryStream();
        font.Copy(Matrix, dict);
        CompactDict.Write(dict, Private, parts.Length, parts.At);
        return dict.ToArray();
    }

    private (CompactDict, CompactDict, CompactIndex?) Font(CompactDict font)
    {
        if (font.Numbers(Private) is not [var length, var at]) throw new InvalidDataException("The font lacks a part that it must have.");
        var own = new CompactDict(_file.Read(_start + at, length));
        return (font, own, own.Numbers(Subroutines) is [var local] ? new(_file, _start + at + local) : null);
    }

    private void ReadSelect(long at)
    {
        if (_file.Read(at, 1)[0] == 0)
        {
            _file.Read(at + 1, _select.Length).CopyTo(_select, 0);
            return;
        }
        var ranges = _file.UInt16(at + 1);
        var table = _file.Read(at + 3, 3 * ranges + 2);
        for (var i = 0; i < ranges; i++)
        {
            var (from, to) = (table[3 * i] << 8 | table[3 * i + 1], table[3 * i + 3] << 8 | table[3 * i + 4]);
            _select.AsSpan(from, to - from).Fill(table[3 * i + 2]);
        }
    }
}
