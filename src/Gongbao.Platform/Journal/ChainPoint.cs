namespace Gongbao.Platform.Journal;

/// <summary>A place in the journal's chain: an entry's number and hash. Number 0 with 32 zero bytes is the place before the first.</summary>
internal readonly record struct ChainPoint(long Number, byte[] Hash)
{
    public static ChainPoint Start { get; } = new(0, new byte[32]);

    public bool Equals(ChainPoint other) => Number == other.Number && Hash.AsSpan().SequenceEqual(other.Hash);

    public override int GetHashCode() => Number.GetHashCode();
}
