namespace Gongbao.Kernel.Predicates;

/// <summary>Where something stands in a declaration.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct PredicatePlace(string File, int Line, int Column);

/// <summary>A rule as it was written, whatever the file format.</summary>
public abstract record PredicateNode(PredicatePlace Place);

/// <summary>A single value.</summary>
public sealed record PredicateScalar(PredicatePlace Place, string Text) : PredicateNode(Place);

/// <summary>Values in order.</summary>
public sealed record PredicateList(PredicatePlace Place, IReadOnlyList<PredicateNode> Items) : PredicateNode(Place);

/// <summary>Values by key, in order.</summary>
public sealed record PredicateMap(PredicatePlace Place, IReadOnlyList<PredicateEntry> Entries) : PredicateNode(Place);

/// <summary>A key and its value.</summary>
public sealed record PredicateEntry(PredicatePlace Place, string Key, PredicateNode Value);

/// <summary>One mistake in a rule as it was written.</summary>
/// <param name="Place">Where.</param>
/// <param name="Cause">A whole Chinese sentence that says what is wrong.</param>
/// <param name="Mend">A whole Chinese sentence that says what to do.</param>
public sealed record PredicateProblem(PredicatePlace Place, string Cause, string Mend);

/// <summary>A rule that was read, or every mistake in it.</summary>
/// <param name="Predicate">Null when there is any mistake.</param>
/// <param name="Problems">Empty when there is none.</param>
public sealed record PredicateReading(Predicate? Predicate, IReadOnlyList<PredicateProblem> Problems);
