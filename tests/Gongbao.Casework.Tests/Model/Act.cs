using System.Globalization;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Model;

/// <summary>What a script may do.</summary>
internal enum ActKind
{
    /// <summary>The answer to a question that rules ask becomes known, or changes.</summary>
    Learn,
    Receive,
    Give,
    Accept,
    Look,
    Note,
    Notify,
    Supply,
    Pass,
    SendBack,
    End,
    Withdraw,
    Pause,
    Resume,
    Extend,
    Inquire,
    Answer,

    /// <summary>Time has gone on; what has run out is dealt with.</summary>
    Expire,
    Halt,
    AcceptAhead,
    Commit,
    Disprove,
    Move,
    Correct,
    Reissue,
}

/// <summary>One act of a script, for the engine and for the model alike.</summary>
internal sealed record Act(ActKind Kind, DateTimeOffset At, string By)
{
    public string? Item { get; init; }

    public string? What { get; init; }

    /// <summary>A second name: the reason of a pause, the answer to an inquiry.</summary>
    public string? Other { get; init; }

    public int Amount { get; init; }

    /// <summary>Whether a notice has a reason, or what a fact becomes.</summary>
    public bool Flag { get; init; }

    /// <summary>The act in a few words.</summary>
    public string Say() => string.Create(CultureInfo.InvariantCulture, $"{At.ToOffset(TimeSpan.FromHours(8)):MM-dd ddd HH:mm} {By}: {Kind}")
        + (Item is null ? "" : $" {Item}") + (What is null ? "" : $" {What}") + (Other is null ? "" : $" {Other}")
        + (Amount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" by {Amount}")) + (Kind is ActKind.Notify or ActKind.Learn ? $" {Flag}" : "");
}

/// <summary>The engine, as scripts drive it.</summary>
internal sealed class EngineCase(Versions versions, WorkCalendar calendar)
{
    private Declarations.CaseDeclaration _declaration = versions.First;
    private static readonly Dictionary<string, string> NoReasons = [];
    private readonly Dictionary<string, FieldValue> _facts = [];
    private readonly Dictionary<string, string> _reasons = versions.Items.ToDictionary(i => i, _ => "第一次告知时无法得知。");

    public CaseState State { get; private set; } = CaseState.Begin;

    public List<CaseEvent> Events { get; } = [];

    /// <returns>The code of the refusal; null where it was done.</returns>
    public string? Do(Act act)
    {
        if (act.Kind == ActKind.Learn)
        {
            _facts[act.What!] = FieldValue.Of(act.Flag);
            if (State.Phase is CasePhase.None or CasePhase.Closed) return null;
        }
        var p = new CaseProceeding(_declaration, State, act.At, act.By, _facts.GetValueOrDefault);
        if (Do(p, act).IsRefused(out var refusal, out _)) return refusal.Code;
        (State, _declaration) = (p.State, p.Declaration);
        Events.AddRange(p.Events);
        return null;
    }

    private Result<bool> Do(CaseProceeding p, Act act) => act.Kind switch
    {
        ActKind.Learn => p.Follow(),
        ActKind.Receive => p.Receive(),
        ActKind.Give => p.Give(act.What!),
        ActKind.Accept => p.Accept(act.Item!),
        ActKind.Look => p.Look(act.Item!),
        ActKind.Note => p.Note(act.Item!, act.What!),
        ActKind.Notify => p.Notify(act.Flag ? _reasons : NoReasons, calendar),
        ActKind.Supply => p.Supply(act.Item!, act.What!),
        ActKind.Pass => p.Pass(act.Item!, act.What!),
        ActKind.SendBack => p.SendBack(act.Item!, act.What!),
        ActKind.End => p.End(act.Item!, act.What!),
        ActKind.Withdraw => p.Withdraw(act.Item!),
        ActKind.Pause => p.Pause(act.Item!, act.What!, act.Other!),
        ActKind.Resume => p.Resume(act.Item!, act.What!, act.Other!),
        ActKind.Extend => p.Extend(act.Item!, act.What!, act.Amount, calendar),
        ActKind.Inquire => p.Inquire(act.Item!, act.What!),
        ActKind.Answer => p.Answer(act.Item!, act.What!, act.Other!),
        ActKind.Expire => p.Expire(calendar),
        ActKind.Halt => p.Halt(act.What!),
        ActKind.AcceptAhead => p.AcceptAhead(act.Item!),
        ActKind.Commit => p.Commit(act.What!),
        ActKind.Disprove => p.Disprove(act.What!),
        ActKind.Correct => p.Correct(act.Item!, act.What, act.Other!),
        ActKind.Reissue => p.Reissue(act.Item!, act.What, act.Other!),
        ActKind.Move => p.Move(versions.Of(act.What!)),
    };
}
