using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongbao.Gazette.Tests.Ingest;

/// <summary>Makes PDF files for tests: words at places of pages, in a font that says which character a code means, or does not.</summary>
internal sealed class PdfMaker(bool hasFontMap = true)
{
    private readonly List<StringBuilder> _pages = [];

    /// <summary>Entries of the trailer and of the catalog beside those needed.</summary>
    public string Trailer { get; init; } = "";

    public PdfMaker Page()
    {
        _pages.Add(new());
        return this;
    }

    /// <summary>A page of lines from the top down, each at its own distance from the left, in points.</summary>
    public PdfMaker Lines(double left, double top, IEnumerable<string> lines, double size = 16, double step = 28)
    {
        foreach (var line in lines)
        {
            Words(left, top, line, size);
            top -= step;
        }
        return this;
    }

    public PdfMaker Words(double x, double y, string words, double size = 16, string matrix = "1 0 0 1")
    {
        _pages[^1].Append(string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {matrix} {x:0.##} {y:0.##} Tm <")).Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))).Append("> Tj ET\n");
        return this;
    }

    public PdfMaker Raw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<byte[]>
        {
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, _pages.Count).Select(i => $"{7 + 2 * i} 0 R"))}] >>"),
            Ascii($"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R]{(hasFontMap ? " /ToUnicode 6 0 R" : "")} >>"),
            Ascii("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>"),
            Ascii("<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"),
            Stream(Map()),
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {8 + 2 * i} 0 R >>"));
            objects.Add(Stream(_pages[i].ToString()));
        }
        return Written(objects);
    }

    /// <summary>Each code is the character itself.</summary>
    private static string Map()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in Enumerable.Range(0, 256).Where(b => b is < 0xD8 or > 0xF8).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n");
            foreach (var high in block) map.Append(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n");
            map.Append("endbfrange\n");
        }
        return map.Append("endcmap end end").ToString();
    }

    private byte[] Written(List<byte[]> objects)
    {
        using var memory = new MemoryStream();
        memory.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        foreach (var (i, bytes) in objects.Index())
        {
            offsets.Add(memory.Position);
            memory.Write(Ascii($"{i + 1} 0 obj\n"));
            memory.Write(bytes);
            memory.Write("\nendobj\n"u8);
        }
        var start = memory.Position;
        memory.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) memory.Write(Ascii($"{offset:0000000000} 00000 n \n"));
        memory.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return memory.ToArray();
    }

    private static byte[] Stream(string text)
    {
        using var memory = new MemoryStream();
        using (var packed = new ZLibStream(memory, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(Encoding.Latin1.GetBytes(text));
        return [.. Ascii($"<< /Length {memory.Length} /Filter /FlateDecode >>\nstream\n"), .. memory.ToArray(), .. "\nendstream"u8];
    }

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
