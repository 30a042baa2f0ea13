using Gongbao.Kernel.Results;

namespace Gongbao.Gazette.Reading;

/// <summary>What a city's declarations add to reading.</summary>
internal static class CityReaders
{
    public static Result<ReaderContext> ContextOf(string? city)
    {
        _ = city;
        return ReaderContext.Empty;
    }
}
