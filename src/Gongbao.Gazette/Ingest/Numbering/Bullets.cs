namespace Gongbao.Gazette.Ingest;

/// <summary>Marks of lists and symbols that word processors keep in fonts of their own (Symbol、Wingdings), as characters that anybody can read.</summary>
internal static class Bullets
{
    public static string Print(string mark) => string.Concat(mark.Select(c => c is >= '\uF000' and <= '\uF0FF' ? Symbol(c) ?? '●' : c));

    /// <summary>A character of a symbol font; null for one that this does not know.</summary>
    public static char? Symbol(char c) => (c & 0xFF) switch
    {
        0xB7 or 0x6C => '●',
        0x6E => '■',
        0x75 or 0x74 => '◆',
        0x76 => '❖',
        0xA7 => '▪',
        0xA8 or 0x6F or 0x71 or 0x72 or 0xA3 => '□',
        0xD8 => '➢',
        0xFC => '√',
        0xFB => '×',
        0xFE or 0x52 => '☑',
        0xFD or 0x54 => '☒',
        0xE0 => '→',
        _ => null,
    };
}
