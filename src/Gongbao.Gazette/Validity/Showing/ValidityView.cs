using System.Text.Json.Serialization;

namespace Gongbao.Gazette.Validity.Showing;

/// <summary>The validity of a document (效力) as pages and data show it.</summary>
internal sealed record ValidityView
{
    /// <summary>The day as of which it is said.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The state on that day, as <see cref="ValidityWords.Code"/> writes it; null where there was no such document yet.</summary>
    public required string? State { get; init; }

    /// <summary>The same in words.</summary>
    public required string StateName { get; init; }

    /// <summary>A whole sentence on what the library did not know at the instant that was asked for; null where it knew the document.</summary>
    public string? NotKnown { get; init; }

    /// <summary>When the library first had the document.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>First day of that state; null where nothing tells.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The sentence that caused it; null where the document itself says nothing and the day it was made is taken.</summary>
    public CauseView? Cause { get; init; }

    /// <summary>The last day in force where a term ends it.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>All states, in order.</summary>
    public IReadOnlyList<StateView> States { get; init; } = [];

    /// <summary>What is said about this document and nobody has decided yet; it changes nothing.</summary>
    public IReadOnlyList<CauseView> Waiting { get; init; } = [];

    /// <summary>What holds on that day and could not be put into the words of the text: its sentence has to be read beside them.</summary>
    public IReadOnlyList<CauseView> NotApplied { get; init; } = [];

    /// <summary>What a copy as of another day than today says of itself; null for one of today.</summary>
    [JsonIgnore]
    public AsOfNote? Note { get; init; }

    [JsonIgnore]
    public ValidityState? Known => ValidityWords.All.Select(s => (ValidityState?)s).FirstOrDefault(s => ValidityWords.Code(s!.Value) == State);
}

/// <summary>From a day on, a state.</summary>
internal sealed record StateView(DateOnly? From, string State, string StateName, CauseView? Cause);

/// <summary>The sentence that says something about validity.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Effect">What it does.</param>
/// <param name="EffectName">The same in words.</param>
/// <param name="Words">The sentence as printed, personal values masked.</param>
/// <param name="On">First day on which it holds.</param>
/// <param name="Until">Last day in force.</param>
/// <param name="Place">The place in the document that it is about; null for all of it.</param>
/// <param name="Document">Slug of the document that says so; null for a decision of a clean-up.</param>
/// <param name="Title">Its title, or what the clean-up is called.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Clause">Address of the place that says so; null for the head.</param>
/// <param name="KnownSince">The instant from which the library counts it; null while it waits.</param>
/// <param name="SpanFrom">Where the sentence stands in the source (UTF-16 offsets, end excluded).</param>
/// <param name="SpanTo">Behind its last character.</param>
/// <param name="CleanUp">Part of the address of the clean-up that decided so; null for a sentence of a document.</param>
internal sealed record CauseView(
    Guid Id, string Effect, string EffectName, string Words, DateOnly? On, DateOnly? Until, string? Place, string? Document, [property: JsonPropertyName("full_title")] string Title, string? Number, string? Clause, DateTimeOffset? KnownSince, int SpanFrom, int SpanTo,
    string? CleanUp = null)
{
    /// <summary>Where the sentence stands, or the result of the clean-up is published.</summary>
    [JsonIgnore]
    public string? Href => Document is { } document ? "/d/" + Uri.EscapeDataString(document) + (Clause is null ? "" : "/" + Uri.EscapeDataString(Clause))
        : CleanUp is { } slug ? "/clean-ups/" + Uri.EscapeDataString(slug) : null;

    /// <summary>What the deciding document is called.</summary>
    [JsonIgnore]
    public string Name => Number ?? Title;
}

/// <summary>What became of a place of the text (条款沿革).</summary>
/// <param name="Kind">What was done.</param>
/// <param name="On">First day on which it holds.</param>
/// <param name="Cause">The sentence that did it.</param>
/// <param name="Before">The words before; null where there were none.</param>
/// <param name="IsApplied">False where the text does not have the place or the words: it then stays as it was.</param>
internal sealed record BlockChange(BlockChangeKind Kind, DateOnly On, CauseView Cause, string? Before = null, bool IsApplied = true);

/// <summary>What was done to a place.</summary>
internal enum BlockChangeKind
{
    /// <summary>其中字句修改</summary>
    Words,

    /// <summary>整条修改</summary>
    Replaced,

    /// <summary>删去</summary>
    Deleted,

    /// <summary>增加</summary>
    Inserted,

    /// <summary>移动序号</summary>
    Renumbered,

    /// <summary>废止</summary>
    Repealed,

    /// <summary>暂缓施行</summary>
    Suspended,
}

/// <summary>Words for what is shown of validity.</summary>
internal static class ChangeWords
{
    public static string Of(BlockChangeKind kind) => kind switch
    {
        BlockChangeKind.Words => "修改字句",
        BlockChangeKind.Replaced => "修改",
        BlockChangeKind.Deleted => "删去",
        BlockChangeKind.Inserted => "增加",
        BlockChangeKind.Renumbered => "移动序号",
        BlockChangeKind.Repealed => "废止",
        BlockChangeKind.Suspended => "暂缓施行",
    };

    public static string Of(ValidityEffect effect) => effect switch
    {
        ValidityEffect.Commence => "施行",
        ValidityEffect.Term => "有效期",
        ValidityEffect.Amend => "修改",
        ValidityEffect.RepealPart => "废止部分条款",
        ValidityEffect.Repeal => "废止",
        ValidityEffect.Invalidate => "宣布失效",
        ValidityEffect.Continue => "继续有效",
        ValidityEffect.Suspend => "推迟或者暂缓施行",
        ValidityEffect.Resume => "恢复施行",
    };
}
