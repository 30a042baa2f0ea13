using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Reading;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Tests.Generated;

/// <summary>The made-up city that generated issues are about.</summary>
internal static class SampleCity
{
    public static string CityRoot { get; } = CityFolder.Find() ?? throw new DirectoryNotFoundException("city");

    public static CityDeclarations Declared { get; } = CityDeclarations.Load(CityRoot, "qinghe").City ?? throw new InvalidDataException("city/qinghe is not sound");

    public static CityWords Words { get; } = CityWords.Of(Declared.Directory);

    public static CitationWords Citations { get; } = CitationWords.Of(Declared);

    public static ValidityLexicon Validity { get; } = ValidityLexicon.Of(Declared);

    public static ReaderContext Reader { get; } = ReaderContext.Of(Declared);
}
