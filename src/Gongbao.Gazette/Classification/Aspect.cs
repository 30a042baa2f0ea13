namespace Gongbao.Gazette.Classification;

/// <summary>One of the ways in which documents are classified (分类). The kind (文种) is read from the title and not decided here.</summary>
internal enum Aspect
{
    /// <summary>What it is about (主题); several.</summary>
    Topic,

    /// <summary>Whom it concerns (对象); several.</summary>
    Audience,

    /// <summary>The level that issued it (制发层级); one.</summary>
    Level,

    /// <summary>Government rule, normative document, or neither (是否规范性文件); one.</summary>
    Normative,
}

internal static class Aspects
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Aspect> All { get; } = [Aspect.Topic, Aspect.Audience, Aspect.Level, Aspect.Normative];

    public static string Name(this Aspect aspect) => aspect switch
    {
        Aspect.Topic => "主题",
        Aspect.Audience => "对象",
        Aspect.Level => "制发层级",
        Aspect.Normative => "是否规范性文件",
    };

    /// <summary>True where a document may have several classes of the aspect.</summary>
    public static bool IsMany(this Aspect aspect) => aspect is Aspect.Topic or Aspect.Audience;
}
