using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.Store.Upkeep;

/// <summary>What a city declares about how long the store keeps what it needs only for a while (保留期限).</summary>
/// <param name="AnswerDays">Days of 24 hours for which the answer to a request is kept under its idempotency key.</param>
internal sealed record StoreRules(int AnswerDays)
{
    private const string Section = "store";

    public static SectionShape Shape { get; } = new(Section, "数据存放", new RecordShape(
        new Field("answers", new RecordShape(
            new("days", new NumberShape(1, 365, "天"), "按幂等键保留答复多久", Required: true),
            new("source", new TextShape(), "依据")), "幂等答复", Required: true)));

    /// <exception cref="InvalidDataException">The city declares no retention.</exception>
    public static StoreRules Of(CityDeclarations city) =>
        new(city.Section(Section).Map("answers").Number("days") ?? throw new InvalidDataException("城市声明中没有 store.answers.days。"));
}
