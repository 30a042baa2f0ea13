namespace Gongbao.Kernel.Results;

/// <summary>
/// An expected "no" that is shown to a person: never an exception, never a bare false.
/// </summary>
/// <param name="Code">Stable code, <c>room.reason</c>, for machines and tests.</param>
/// <param name="Reason">A whole Chinese sentence that says why and, where there is one, the mend.</param>
/// <param name="Source">The clause or law the refusal rests on, as printed; null where it rests on none.</param>
public sealed record Refusal(string Code, string Reason, string? Source = null);
