using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Bench;

/// <summary>The made-up city that generated issues are about.</summary>
internal static class SampleCity
{
    private static readonly CityDeclarations Declared =
        CityDeclarations.Load(CityFolder.Find() ?? throw new DirectoryNotFoundException("city"), "qinghe").City ?? throw new InvalidDataException("city/qinghe is not sound");

    public static CityWords Words { get; } = CityWords.Of(Declared.Directory);

    public static ReaderContext Reader { get; } = ReaderContext.Of(Declared);
}
