using Gongbao.Platform.City.Shapes;

namespace Gongbao.Platform.City.Sections;

/// <summary>How supervision letters are written (督办函): who issues them, their series of numbers, what they say, how many days are given for a reply.</summary>
internal static class LettersSection
{
    public static SectionShape Shape { get; } = new("letters", "督办函", new RecordShape(
        new("issuer", new ReferenceShape(UnitsSection.Name, "单位"), "由哪个单位发文；不填则是市政府办公室"),
        new("code", new TextShape(), "机关代字，如 清市府督；编号写成 清市府督〔2025〕1号，每年从 1 起，不跳号", Required: true),
        new("title", new TextShape(), "标题；{programmes} 是所督办任务的文件", Required: true),
        new("opening", new TextShape(), "开头一段；{unit} 是主送单位，{day} 是起草日期，{programmes} 是文件，{count} 是项数，{latest} 是最多逾期的天数", Required: true),
        new("paragraphs", new ListShape(new TextShape()), "以后各段；{reply_by} 是回复的最后一天，{issuer} 是发文机关", Required: true),
        new("reply", new RecordShape(
            new("working_days", new NumberShape(1, 60, "个工作日"), "签发以后几个工作日内回复；起草时可以改", Required: true),
            new("source", new TextShape(), "依据", Required: true)), "回复期限", Required: true),
        new("source", new TextShape(), "依据", Required: true)));
}
