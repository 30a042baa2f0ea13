using System.Diagnostics.CodeAnalysis;

namespace Gongbao.Kernel.Results;

/// <summary>Either a value or the refusals that stand in its way; where several reasons hold at once, all of them.</summary>
/// <typeparam name="T">What is given when nothing stands in the way.</typeparam>
public readonly struct Result<T>
{
    private readonly IReadOnlyList<Refusal>? _refusals;
    private readonly T? _value;

    private Result(T value) => (_value, _refusals) = (value, null);

    private Result(IReadOnlyList<Refusal> refusals) => (_value, _refusals) = (default, refusals);

    /// <summary>All reasons against; empty when there is a value.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];

    /// <summary>True with the first refusal, or false with the value.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [MaybeNullWhen(true)] out T value)
    {
        refusal = _refusals?[0];
        value = _value;
        return refusal is not null;
    }

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new([refusal]);

    /// <exception cref="ArgumentException">The list is empty: a refusal without a reason is no refusal.</exception>
    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("At least one refusal is needed.", nameof(refusals));
}
