using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Gazette.Formats.Pdf;

/// <summary>The objects of a PDF file (ISO 32000-1), numbered as they are asked for. The same objects give the same bytes.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string words)
    {
        var number = Reserve();
        Set(number, words);
        return number;
    }

    public void Set(int number, string words) => _objects[number - 1] = Encoding.Latin1.GetBytes(words);

    /// <param name="bytes">Are packed.</param>
    /// <param name="entries">Of the stream's dictionary, besides its length and how it is packed.</param>
    public int AddStream(byte[] bytes, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        var number = Reserve();
        _objects[number - 1] = [.. Encoding.Latin1.GetBytes(Invariant($"<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n")), .. packed.ToArray(), .. "\nendstream"u8];
        return number;
    }

    public void Write(Stream output, int catalogue, int about)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
        var places = new List<long>();
        foreach (var (index, bytes) in _objects.Index())
        {
            places.Add(file.Position);
            Line(file, Invariant($"{index + 1} 0 obj"));
            file.Write(bytes ?? throw new InvalidOperationException($"Object {index + 1} was promised and not written."));
            Line(file, "\nendobj");
        }
        var table = file.Position;
        Line(file, Invariant($"xref\n0 {places.Count + 1}\n0000000000 65535 f "));
        foreach (var place in places) Line(file, Invariant($"{place:0000000000} 00000 n "));
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length))[..16]);
        Line(file, Invariant($"trailer\n<</Size {places.Count + 1}/Root {catalogue} 0 R/Info {about} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF"));
        file.WriteTo(output);
    }

    /// <summary>Words as PDF holds them, outside of pages.</summary>
    public static string Words(string words) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words)) + ">";

    /// <summary>A length in points, to a thousandth.</summary>
    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Invariant(FormattableString words) => FormattableString.Invariant(words);

    private static void Line(Stream file, string words)
    {
        file.Write(Encoding.Latin1.GetBytes(words));
        file.WriteByte((byte)'\n');
    }
}
