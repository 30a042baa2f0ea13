namespace Gongbao.Ledger.Work;

/// <summary>What an act rests on, as typed.</summary>
internal static class TypedSource
{
    private const int Most = 200;

    /// <summary>The words, at most so many; null where none were typed.</summary>
    public static string? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim() is { Length: > Most } words ? words[..Most] : typed.Trim();
}
