using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>Lists of words of the genre (用语), by list. The reader looks a list up by its id.</summary>
internal static class LexiconSection
{
    public const string Name = "lexicon";

    public static SectionShape Shape { get; } = new(Name, "用语", new MapShape(new RecordShape(
        new("says", new TextShape(), "这些用语是什么", Required: true),
        new("words", new ListShape(new TextShape()), "用语", Required: true),
        new("source", new TextShape(), "依据"))));
}
