namespace Gongbao.Platform.Journal.Anchoring;

/// <summary>The journal's head as it was at an instant, signed.</summary>
/// <param name="Number">The last entry then.</param>
/// <param name="Hash">Its hash, 32 bytes.</param>
/// <param name="AnchoredAt">Real instant, UTC.</param>
internal sealed record Anchor(long Number, byte[] Hash, DateTimeOffset AnchoredAt);

/// <summary>Anchors in order of number, met one by one as the chain is walked.</summary>
internal sealed class AnchorMarks(IReadOnlyList<Anchor> anchors)
{
    private readonly Anchor[] _anchors = [.. anchors.OrderBy(a => a.Number)];
    private int _next;

    /// <returns>False when an anchor at this number names another hash, or one before it was passed over.</returns>
    public bool Meet(long number, ReadOnlySpan<byte> hash)
    {
        var holds = true;
        while (_next < _anchors.Length && _anchors[_next].Number <= number)
        {
            var anchor = _anchors[_next++];
            if (anchor.Number < number || !hash.SequenceEqual(anchor.Hash)) holds = false;
        }

        return holds;
    }
}
