using Gongbao.Platform.City.Sections;
using System.Globalization;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Replays the examples of a procedure by the engine that runs real cases (重放示例), and tells each that does not come out as it says.</summary>
internal sealed class ExampleReplay
{
    private const string Somebody = "example:clerk";
    private readonly CaseDraft _draft;
    private readonly string _id;
    private readonly Dictionary<string, FieldValue> _answers;
    private readonly WorkCalendar _calendar;
    private CaseState _state = CaseState.Begin;

    private ExampleReplay(CaseDraft draft, string id, DeclaredMap example, WorkCalendar calendar)
    {
        (_draft, _id, _calendar) = (draft, id, calendar);
        _answers = example.Map("answers").Entries.ToDictionary(a => a.Key, a => ExampleChecks.Answer(draft.Declared.Field(a.Key)!, ((DeclaredScalar)a.Value).Text)!, StringComparer.Ordinal);
    }

    /// <summary>Replays all of them, each from its beginning; of one that fails, the first failure is told.</summary>
    public static void Check(CaseDraft draft, WorkCalendar calendar)
    {
        foreach (var (id, example) in draft.Map.Map("examples").Things()) new ExampleReplay(draft, id, example, calendar).Run(example);
    }

    private void Run(DeclaredMap example)
    {
        // From nine in the morning, a second apart, so that acts of one day keep their order.
        var time = new TimeOnly(9, 0);
        foreach (var act in example.List("acts").Cast<DeclaredMap>())
        {
            time = time.Add(TimeSpan.FromSeconds(1));
            if (!Done(act, Beijing.At(act.Date("day")!.Value, time))) return;
            if (act["then"] is DeclaredMap then && !Stands(then)) return;
        }
        if (example["expect"] is DeclaredMap expected) Stands(expected);
    }

    private bool Done(DeclaredMap act, DateTimeOffset at)
    {
        // What has run out by then was dealt with, as the program does every minute.
        if (Do(at, Somebody, p => p.Expire(_calendar)) is { } broken) return Failed(act.Place, "期限届满能够处理", broken.Reason);
        var refusal = act.RequiredText("act") == "finish" ? Finish(act, at) : Do(at, act.Text("by") ?? Somebody, p => Judge(p, act));
        return (act.Text("refused"), refusal) switch
        {
            (null, { } no) => Failed(CaseDraft.At(act, "act"), "能够办理", $"被拒绝（{no.Code}）：{no.Reason}"),
            ({ } code, null) => Failed(CaseDraft.At(act, "refused"), $"被拒绝（{code}）", "办成了"),
            ({ } code, { } no) when code != no.Code => Failed(CaseDraft.At(act, "refused"), $"被拒绝（{code}）", $"被拒绝（{no.Code}）：{no.Reason}"),
            _ => true,
        };
    }

    private Result<bool> Judge(CaseProceeding p, DeclaredMap act)
    {
        var (item, what, value) = (act.Text("item") ?? "", act.Text("what") ?? "", act.Text("value") ?? "");
        return act.RequiredText("act") switch
        {
            "receive" => p.Receive(),
            "give" => p.Give(what),
            "look" => p.Look(item),
            "note" => p.Note(item, what),
            "notify" => p.Notify(_draft.Declared.Items.ToDictionary(i => i.Id, _ => value), _calendar),
            "supply" => p.Supply(item, what),
            "accept" => p.Accept(item),
            "accept-ahead" => p.AcceptAhead(item),
            "commit" => p.Commit(what),
            "disprove" => p.Disprove(what),
            "pass" => p.Pass(item, what),
            "send-back" => p.SendBack(item, what),
            "end" => p.End(item, what),
            "withdraw" => p.Withdraw(item),
            "pause" => p.Pause(item, what, value),
            "resume" => p.Resume(item, what, value),
            "extend" => p.Extend(item, what, int.Parse(value, CultureInfo.InvariantCulture), _calendar),
            "inquire" => p.Inquire(item, what),
            "answer" => p.Answer(item, what, value),
            "halt" => p.Halt(what),
            _ => p.Expire(_calendar),
        };
    }

    /// <summary>Accepts the item where it waits for that, passes its stages, each by somebody else, and ends it.</summary>
    private Refusal? Finish(DeclaredMap act, DateTimeOffset at)
    {
        var item = _draft.Declared.Item(act.RequiredText("item"))!;
        if (_state.Items.GetValueOrDefault(item.Id)?.Phase is ItemPhase.Open or ItemPhase.Waiting or ItemPhase.Deficient && Do(at, Somebody, p => p.Accept(item.Id)) is { } no) return no;
        while (_state.Items.GetValueOrDefault(item.Id) is { Phase: ItemPhase.Handling } now && now.Stage < item.Stages.Count - 1)
            if (Do(at, By(now.Stage), p => p.Pass(item.Id, item.Stages[now.Stage].Id)) is { } stuck) return stuck;
        return Do(at, By(item.Stages.Count - 1), p => p.End(item.Id, act.RequiredText("what")));

        static string By(int stage) => string.Create(CultureInfo.InvariantCulture, $"example:clerk-{stage}");
    }

    private Refusal? Do(DateTimeOffset at, string by, Func<CaseProceeding, Result<bool>> act)
    {
        var proceeding = new CaseProceeding(_draft.Declared, _state, at, by, f => _answers.GetValueOrDefault(f));
        if (act(proceeding).IsRefused(out var refusal, out _)) return refusal;
        _state = proceeding.State;
        return null;
    }

    private bool Stands(DeclaredMap expected)
    {
        var isSame = true;
        if (expected.Text("phase") is { } phase && phase != EnumWords.Word(_state.Phase)) isSame = Failed(CaseDraft.At(expected, "phase"), $"整件为 {phase}", EnumWords.Word(_state.Phase));
        if (expected.Text("outcome") is { } outcome && outcome != Outcome()) isSame = Failed(CaseDraft.At(expected, "outcome"), $"整件的结果为 {outcome}", Outcome());
        foreach (var entry in expected.Map("items").Entries)
            if (((DeclaredScalar)entry.Value).Text is var wanted && wanted != Standing(entry.Key)) isSame = Failed(entry.KeyPlace, $"“{_draft.Declared.Item(entry.Key)!.Title}”为 {wanted}", Standing(entry.Key));
        foreach (var (item, clocks) in expected.Map("due").Things())
            foreach (var entry in clocks.Entries)
                if (((DeclaredScalar)entry.Value).Text is var wanted && wanted != Due(item, entry.Key)) isSame = Failed(entry.KeyPlace, $"“{_draft.Declared.Item(item)!.Title}”的期限 {entry.Key} 到 {wanted}", Due(item, entry.Key));
        return isSame;
    }

    private string Outcome() => _state.Outcome is { } outcome ? EnumWords.Word(outcome) : "还没有结果";

    private string Standing(string item) => _state.Items.GetValueOrDefault(item) is { } stands ? stands.Outcome ?? EnumWords.Word(stands.Phase) : "还没有收到申请";

    private string Due(string item, string clock)
    {
        var state = _state.Items.GetValueOrDefault(item);
        if ((state?.Clocks.GetValueOrDefault(clock) ?? state?.Inquiries.GetValueOrDefault(clock)) is not { } running) return "还没有起算";
        return running.DueBy(_calendar).On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "正在中止";
    }

    private bool Failed(Place place, string expected, string found)
    {
        _draft.Report(place, $"示例“{_id}”没有通过：应当{expected}，实际是{found.TrimEnd('。')}。", "请核对流程或者示例；示例全部通过以后才能发布。");
        return false;
    }
}
