namespace Gongbao.Kernel.Predicates;

/// <summary>Whether a rule holds, where a field may be unanswered (三值逻辑, after Kleene). The order is that of the values.</summary>
public enum Truth
{
    /// <summary>It does not hold, whatever is still unanswered.</summary>
    False,

    /// <summary>It depends on what is unanswered.</summary>
    Unknown,

    /// <summary>It holds, whatever is still unanswered.</summary>
    True,
}

/// <summary>Connectives of three values.</summary>
public static class TruthTables
{
    public static Truth Not(this Truth one) => one switch { Truth.False => Truth.True, Truth.Unknown => Truth.Unknown, Truth.True => Truth.False };

    public static Truth And(this Truth one, Truth other) => one < other ? one : other;

    public static Truth Or(this Truth one, Truth other) => one > other ? one : other;

    internal static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
