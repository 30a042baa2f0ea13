namespace Gongbao.Gazette.Reading;

/// <summary>A value read from the source, with where it stands and how sure the reader is.</summary>
/// <param name="Value">As the document means it: no page breaks, no spaces of the page.</param>
/// <param name="Span">Where in the source, from its first to its last character; page furniture may lie between.</param>
/// <param name="Confidence">0 to 1. What the source leaves open is below 1 and comes with a <see cref="Flag"/>.</param>
internal sealed record Found<T>(T Value, Span Span, double Confidence = 1);
