using Gongbao.Web.Components;

namespace Gongbao.Gazette.Campaigns;

/// <summary>What the desk says.</summary>
internal static class DeskWords
{
    /// <summary>That an act was done; null for no act.</summary>
    public static string? Done(string? act) => act switch
    {
        "opened" => "清理已经开展，文件已经列出。",
        "opinion" => "意见已经记下。",
        "follow" or "decide" => "决定已经作出。",
        "take-back" => "决定已经撤回。",
        "add" => "文件已经增列。",
        "publish" => "结果已经公布，文件的效力状态已经改变。",
        "abandon" => "清理已经终止。",
        _ => null,
    };

    public static Tone ToneOf(ItemStatus status) => status switch
    {
        ItemStatus.Decided => Tone.Good,
        ItemStatus.Disagreed => Tone.Bad,
        ItemStatus.Partly => Tone.Doubt,
        ItemStatus.Agreed => Tone.Accent,
        _ => Tone.Plain,
    };
}
