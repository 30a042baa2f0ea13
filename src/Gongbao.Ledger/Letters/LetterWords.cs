using Gongbao.Web.Components;

namespace Gongbao.Ledger.Letters;

/// <summary>How far a letter is. Computed from its days.</summary>
internal enum LetterState
{
    /// <summary>起草</summary>
    Draft,

    /// <summary>已签发，待送达</summary>
    Sent,

    /// <summary>已送达，待回复</summary>
    Served,

    /// <summary>逾期未回复</summary>
    Overdue,

    /// <summary>已回复</summary>
    Replied,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>What pages and data call states, acts and services of letters.</summary>
internal static class LetterWords
{
    public static LetterState StateOf(StoredLetter letter, DateOnly on) => letter switch
    {
        { WithdrawnOn: not null } => LetterState.Withdrawn,
        { RepliedOn: not null } => LetterState.Replied,
        { SignedOn: null } => LetterState.Draft,
        _ when letter.ReplyBy < on => LetterState.Overdue,
        { ServedOn: not null } => LetterState.Served,
        _ => LetterState.Sent,
    };

    public static string Of(LetterState state) => state switch
    {
        LetterState.Draft => "待签发",
        LetterState.Sent => "待送达",
        LetterState.Served => "待回复",
        LetterState.Overdue => "逾期未回复",
        LetterState.Replied => "已回复",
        LetterState.Withdrawn => "已撤回",
    };

    public static Tone ToneOf(LetterState state) => state switch
    {
        LetterState.Overdue => Tone.Bad,
        LetterState.Draft or LetterState.Sent => Tone.Doubt,
        LetterState.Served => Tone.Accent,
        LetterState.Replied => Tone.Good,
        LetterState.Withdrawn => Tone.Plain,
    };

    public static string Of(LetterActKind kind) => kind switch
    {
        LetterActKind.Drafted => "起草",
        LetterActKind.Edited => "修改",
        LetterActKind.GivenBack => "退回修改",
        LetterActKind.Signed => "签发",
        LetterActKind.Served => "送达",
        LetterActKind.Replied => "回复",
        LetterActKind.Withdrawn => "撤回",
    };

    public static string Of(ServiceKind kind) => kind switch
    {
        ServiceKind.Inbox => "站内签收",
        ServiceKind.Direct => "直接送达",
        ServiceKind.Mail => "邮寄送达",
        ServiceKind.Electronic => "电子送达",
    };
}
