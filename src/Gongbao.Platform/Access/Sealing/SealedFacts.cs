using Gongbao.Platform.Access.Fields;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>Sealed answers that declared rules ask about (规则所需的信息): opened for judging by the program, never for a screen.</summary>
public sealed class SealedFacts
{
    private readonly Sealer _sealer;

    internal SealedFacts(Sealer sealer) => _sealer = sealer;

    /// <summary>Opens answers in the order of the tokens; null where one was erased.</summary>
    /// <exception cref="SealBrokenException">A token was changed, moved, or sealed with other keys.</exception>
    public Task<IReadOnlyList<string?>> OpenAsync(IReadOnlyList<(FieldPlace Place, string Token)> tokens, CancellationToken stop) => _sealer.OpenAsync(tokens, stop);
}
