using System.IO.Compression;
using Gongbao.Platform.Packages;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// The library's filters behind a bound: a packed stream is first unpacked without being kept, so that one that grows too large is never held.
/// Pictures stay packed: nothing in them is read.
/// </summary>
/// <param name="most">Bytes of all streams together, unpacked.</param>
internal sealed class BoundedFilters(long most) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _bounded = [];
    private long _total;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(f => f is FlateFilter or LzwFilter or RunLengthFilter ? _bounded.TryGetValue(f, out var known) ? known : _bounded[f] = new Filter(f, this) : f)];

    private void Count(long bytes)
    {
        _total += bytes;
        if (bytes > IngestLimits.PartBytes || _total > most)
            throw new UnreadableFile("zip-bomb", $"PDF 展开后超过 {most / 1024 / 1024} MB（单个部分 {IngestLimits.PartBytes / 1024 / 1024} MB），可能是恶意构造的，没有读取；请重新导出后再读。");
    }

    private sealed class Filter(IFilter inner, BoundedFilters whole) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter) whole.Count(Inflated(input));
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (inner is not FlateFilter) whole.Count(output.Length);
            return output;
        }

        private static long Inflated(Memory<byte> input)
        {
            var bytes = 0L;
            var buffer = new byte[65_536];
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                for (int count; bytes <= IngestLimits.PartBytes && (count = stream.Read(buffer)) > 0;) bytes += count;
            }
            catch (InvalidDataException)
            {
                // What is broken the library mends or refuses; it gets no further than this did.
            }
            return bytes;
        }
    }
}
