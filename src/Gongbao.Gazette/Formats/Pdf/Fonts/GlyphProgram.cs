using System.Buffers.Binary;

namespace Gongbao.Gazette.Formats.Pdf.Fonts;

/// <summary>
/// The outline of one glyph as Type 2 charstring (Adobe Technical Note 5177) with its subroutines put in their places, so that it can be
/// taken out of its font. It is walked only as far as it takes to tell operands, hint masks and calls apart.
/// </summary>
internal sealed class GlyphProgram
{
    private const int MostBytes = 0xFFFF;
    private const int Deepest = 10;

    private readonly CompactIndex _global;
    private readonly CompactIndex? _local;
    private readonly List<byte> _output = [];
    private readonly List<(int From, int Value)> _operands = [];
    private int _hints;
    private bool _isEnded;

    private GlyphProgram(CompactIndex global, CompactIndex? local) => (_global, _local) = (global, local);

    /// <exception cref="InvalidDataException">The program is broken, or of a kind that fonts of today do not hold.</exception>
    public static byte[] Flat(byte[] program, CompactIndex global, CompactIndex? local)
    {
        var flat = new GlyphProgram(global, local);
        flat.Walk(program, 0);
        return [.. flat._output];
    }

    private void Walk(ReadOnlySpan<byte> program, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("A glyph calls too deep.");
        for (var at = 0; at < program.Length && !_isEnded;)
        {
            if (_output.Count > MostBytes) throw new InvalidDataException("A glyph is too long.");
            var first = program[at];
            if (first is 28 or >= 32)
            {
                var length = first switch { 28 => 3, 255 => 5, >= 247 => 2, _ => 1 };
                _operands.Add((_output.Count, Value(program[at..])));
                _output.AddRange(program.Slice(at, length));
                at += length;
                continue;
            }
            at++;
            switch (first)
            {
                case 10: Call(_local ?? throw new InvalidDataException("A glyph calls what is not there."), depth); break;
                case 29: Call(_global, depth); break;
                case 11: return;
                case 14:
                    _output.Add(first);
                    _isEnded = true;
                    break;
                case 12:
                    // Curves with a flat top; the arithmetic that the format once had is in no font of today.
                    if (program[at] is not (>= 34 and <= 37)) throw new InvalidDataException("A glyph does arithmetic.");
                    _output.Add(first);
                    _output.Add(program[at++]);
                    _operands.Clear();
                    break;
                case 1 or 3 or 18 or 23:
                    _hints += _operands.Count / 2;
                    Operator(first);
                    break;
                case 19 or 20:
                    _hints += _operands.Count / 2;
                    Operator(first);
                    var mask = (_hints + 7) / 8;
                    _output.AddRange(program.Slice(at, mask));
                    at += mask;
                    break;
                default: Operator(first); break;
            }
        }
    }

    private void Operator(byte operation)
    {
        _output.Add(operation);
        _operands.Clear();
    }

    private void Call(CompactIndex routines, int depth)
    {
        if (_operands is not [.., var (from, value)] ) throw new InvalidDataException("A glyph calls nothing.");
        _output.RemoveRange(from, _output.Count - from);
        _operands.RemoveAt(_operands.Count - 1);
        Walk(routines[value + (routines.Count < 1240 ? 107 : routines.Count < 33900 ? 1131 : 32768)], depth + 1);
    }

    private static int Value(ReadOnlySpan<byte> number) => number[0] switch
    {
        28 => BinaryPrimitives.ReadInt16BigEndian(number[1..]),
        255 => 0,
        >= 251 => -(number[0] - 251) * 256 - number[1] - 108,
        >= 247 => (number[0] - 247) * 256 + number[1] + 108,
        _ => number[0] - 139,
    };
}
