namespace Gongbao.Platform.Access.Fields;

/// <summary>
/// Text as people type it, in the form in which it is compared. Written out because the program runs without culture tables, where the
/// framework's compatibility forms leave full-width characters as they are.
/// </summary>
internal static class TypedText
{
    /// <summary>Full-width letters, digits and signs become half-width, the ideographic space a space, letters upper case.</summary>
    public static string Fold(string text) => string.Concat(text.Select(Narrow)).ToUpperInvariant();

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };
}
