namespace Gongbao.Web.Components;

/// <summary>What a message tells.</summary>
public enum MessageKind
{
    /// <summary>What was asked is done.</summary>
    Success,

    /// <summary>Something worth knowing.</summary>
    Information,

    /// <summary>Something to look at before going on.</summary>
    Warning,
}

internal static class MessageWords
{
    /// <summary>The word before the message, so that colour is never the only sign.</summary>
    public static string Word(this MessageKind kind) => kind switch
    {
        MessageKind.Success => "已完成",
        MessageKind.Information => "提示",
        MessageKind.Warning => "请注意",
    };
}

/// <summary>How a badge looks; its words say what it means.</summary>
public enum Tone
{
    Plain,
    Good,
    Doubt,
    Bad,
    Accent,
}
