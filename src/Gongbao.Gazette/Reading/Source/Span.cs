namespace Gongbao.Gazette.Reading;

/// <summary>A place in a source text: UTF-16 offsets, <see cref="To"/> excluded.</summary>
internal readonly record struct Span(int From, int To)
{
    public int Length => To - From;

    public bool IsEmpty => To <= From;

    /// <summary>The smallest span that holds both.</summary>
    public Span Union(Span other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}
