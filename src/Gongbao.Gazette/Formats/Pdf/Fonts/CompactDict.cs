using System.Buffers.Binary;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>A dictionary of the Compact Font Format (Adobe Technical Note 5176): operators, each behind its operands.</summary>
internal sealed class CompactDict
{
    private readonly Dictionary<int, (byte[] Raw, int[] Numbers)> _entries = [];

    /// <summary>An operator behind the escape byte is counted from here.</summary>
    public const int Escape = 1200;

    public CompactDict(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<int>();
        for (int at = 0, from = 0; at < bytes.Length;)
        {
            var first = bytes[at];
            if (first <= 21)
            {
                var operation = first == 12 ? Escape + bytes[at + 1] : first;
                _entries[operation] = (bytes[from..at].ToArray(), [.. numbers]);
                numbers.Clear();
                from = at += first == 12 ? 2 : 1;
                continue;
            }
            numbers.Add(Number(bytes, ref at));
        }
    }

    public IEnumerable<int> Operators => _entries.Keys;

    public bool Has(int operation) => _entries.ContainsKey(operation);

    /// <summary>Whole numbers behind the operator; a real number reads as 0. Empty where the operator is not there.</summary>
    public int[] Numbers(int operation) => _entries.TryGetValue(operation, out var entry) ? entry.Numbers : [];

    /// <summary>Writes the entry as it stood.</summary>
    public void Copy(int operation, Stream output)
    {
        if (!_entries.TryGetValue(operation, out var entry)) return;
        output.Write(entry.Raw);
        Operator(output, operation);
    }

    /// <summary>Writes an entry of whole numbers, each in five bytes, so that its length is known before its value.</summary>
    public static void Write(Stream output, int operation, params ReadOnlySpan<int> numbers)
    {
        Span<byte> number = stackalloc byte[5];
        number[0] = 29;
        foreach (var value in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(number[1..], value);
            output.Write(number);
        }
        Operator(output, operation);
    }

    private static void Operator(Stream output, int operation)
    {
        if (operation >= Escape) output.WriteByte(12);
        output.WriteByte((byte)(operation >= Escape ? operation - Escape : operation));
    }

    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = bytes[at++];
        switch (first)
        {
            case 28:
                at += 2;
                return BinaryPrimitives.ReadInt16BigEndian(bytes[(at - 2)..]);
            case 29:
                at += 4;
                return BinaryPrimitives.ReadInt32BigEndian(bytes[(at - 4)..]);
            case 30:
                while ((bytes[at] & 0xF) != 0xF && bytes[at] >> 4 != 0xF) at++;
                at++;
                return 0;
            case >= 247 and <= 250: return (first - 247) * 256 + bytes[at++] + 108;
            case >= 251 and <= 254: return -(first - 251) * 256 - bytes[at++] - 108;
            case >= 32 and <= 246: return first - 139;
            default: throw new InvalidDataException("The font has a number that cannot be read.");
        }
    }
}
