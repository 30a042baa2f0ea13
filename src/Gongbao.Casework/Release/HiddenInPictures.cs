using System.Buffers.Binary;

namespace Gongbao.Casework.Release;

/// <summary>What pictures carry beside what they show: where and with what they were taken.</summary>
internal static class HiddenInPictures
{
    /// <summary>EXIF and XMP stand in segments before the picture itself.</summary>
    public static IEnumerable<HiddenFinding> FindJpeg(ReadOnlySpan<byte> bytes, string place)
    {
        var found = new List<HiddenFinding>();
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            var (marker, length) = (bytes[at + 1], BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
            if (marker == 0xDA || length < 2 || at + 2 + length > bytes.Length) break;
            var segment = bytes.Slice(at + 4, length - 2);
            if (marker == 0xE1 && segment.StartsWith("Exif"u8)) found.Add(Taken(place, "EXIF"));
            else if (marker == 0xE1 && segment.StartsWith("http://ns.adobe.com/xap/"u8)) found.Add(Taken(place, "XMP"));
            else if (marker == 0xFE && length > 2) found.Add(new(HiddenKind.Comment, place, $"{place}带有看不见的注释，请用画图软件另存后再公开。"));
        }
        return found;
    }

    /// <summary>Text and EXIF stand in chunks of their own.</summary>
    public static IEnumerable<HiddenFinding> FindPng(ReadOnlySpan<byte> bytes, string place)
    {
        var found = new List<HiddenFinding>();
        for (var at = 8L; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
            var kind = bytes.Slice((int)at + 4, 4);
            if (kind.SequenceEqual("eXIf"u8)) found.Add(Taken(place, "EXIF"));
            else if (kind.SequenceEqual("tEXt"u8) || kind.SequenceEqual("iTXt"u8) || kind.SequenceEqual("zTXt"u8)) found.Add(new(HiddenKind.Property, place, $"{place}带有看不见的文字说明，请用画图软件另存后再公开。"));
            else if (kind.SequenceEqual("IEND"u8) && at + 12 + length < bytes.Length) found.Add(new(HiddenKind.Embedded, place, $"{place}后面还接着别的数据，请用画图软件另存后再公开。"));
            if (kind.SequenceEqual("IEND"u8)) break;
            at += 12 + length;
        }
        return found;
    }

    private static HiddenFinding Taken(string place, string what) => new(HiddenKind.PictureData, place, $"{place}带有 {what} 信息，可能写着拍摄的地点、时间和设备，请清除后再公开。");
}
