using System.Text;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Acts by chance on a procedure by chance, done to the engine and to the model.</summary>
internal sealed class Script
{
    private const int Year = 2025;

    public static readonly ModelCalendar Calendar = new(
        new HashSet<DateOnly> { new(Year, 4, 4), new(Year, 5, 1), new(Year, 5, 2), new(Year, 5, 5) }, new HashSet<DateOnly> { new(Year, 4, 27), new(Year, 3, 15) });

    private static readonly WorkCalendar ForEngine = Calendar.ForEngine(Year);
    private static readonly DateTimeOffset Begin = new(Year, 3, 24, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly Versions _versions;
    private readonly CaseModel _model;
    private readonly EngineCase _engine;
    private readonly List<Act> _acts = [];
    private DateTimeOffset _now = Begin;

    private Script(Versions versions)
    {
        _versions = versions;
        _model = new(versions, Calendar);
        _engine = new(versions, ForEngine);
    }

    public int Acts => _acts.Count;

    /// <summary>The events that the engine made of it.</summary>
    public IReadOnlyList<CaseEvent> Events => _engine.Events;

    public CaseOutcome? Outcome => _model.Outcome;

    /// <summary>How many acts of each kind were done, not refused.</summary>
    public int[] Done { get; } = new int[Enum.GetValues<ActKind>().Length];

    /// <summary>Plays a script and brings its case to an end.</summary>
    /// <returns>Null where engine and model agree throughout and the case ends; else the difference, with the shortest script that shows it, in words.</returns>
    public static string? Play(int seed, int most, Action<Script> count)
    {
        var random = new Random(seed);
        var versions = new Versions(random);
        var script = new Script(versions);
        var difference = script.Random(random, random.Next(3, most + 1)) ?? script.Finish() ?? script.Folded();
        if (difference is null)
        {
            count(script);
            return null;
        }
        return Say(seed, versions, script._acts, difference);
    }

    private string? Random(Random random, int most)
    {
        for (var i = 0; i < most; i++)
        {
            if (RandomAct.Of(random, _versions, _model, ref _now) is not { } act) continue;
            if (Do(act) is { } difference) return difference;
        }
        return null;
    }

    private string? Do(Act act)
    {
        _acts.Add(act);
        var expected = _model.Do(act);
        string? actual;
        try
        {
            actual = _engine.Do(act);
        }
        catch (Exception fault)
        {
            return $"model {expected ?? "does it"}, engine breaks: {fault.Message}{Environment.NewLine}{fault.StackTrace?.Split('\n')[0]}";
        }
        if (expected != actual) return $"model {expected ?? "does it"}, engine {actual ?? "does it"}";
        if (actual is null) Done[(int)act.Kind]++;
        return actual is null && _model.Phase != CasePhase.None ? Comparison.Of(_model, _engine.State, Calendar, ForEngine) : null;
    }

    /// <summary>The applicant supplies what is missing, and the officers do their next step, until nothing is left: in a bounded number of steps every case ends.</summary>
    private string? Finish()
    {
        var steps = 0;
        foreach (var act in Finishing())
        {
            if (Do(act) is { } difference) return difference;
            if (++steps > 20 + 15 * _model.Declaration.Items.Count) return "the case does not end: too many steps";
        }
        return _model.Phase == CasePhase.Closed ? null : "the case does not end: nothing is left to be done";
    }

    private IEnumerable<Act> Finishing()
    {
        _now = _now > Latest ? _now : Latest;
        foreach (var fact in RandomProcedure.Facts.Where(f => f == RandomProcedure.Facts[0] || !_model.Facts.ContainsKey(f)))
            if (_model.Phase == CasePhase.None || !_model.Facts.ContainsKey(fact)) yield return new(ActKind.Learn, _now, "clerk") { What = fact, Flag = true };
        if (_model.Phase == CasePhase.None) yield return new(ActKind.Receive, _now, "applicant");
        foreach (var evidence in _model.Declaration.Evidence)
            if (_model.Phase != CasePhase.Closed && !_model.Evidence.ContainsKey(evidence.Id) && _model.MayBring(evidence)) yield return new(ActKind.Give, _now, "applicant") { What = evidence.Id };
        foreach (var item in _model.Declaration.Items.Select(i => _model.Items[i.Id]))
        {
            while (_model.Phase != CasePhase.Closed && !item.IsOver)
                if (Step(item) is { } act) yield return act;
                else yield break;
        }
    }

    private DateTimeOffset Latest => _acts.Count == 0 ? Begin : _acts.Max(a => a.At);

    private Act? Step(ModelItem item)
    {
        var id = item.Declared.Id;
        if (item.Inquiries.FirstOrDefault(q => q.Value.Runs).Key is { } inquiry) return new(ActKind.Answer, _now, "asked") { Item = id, What = inquiry, Other = "agrees" };
        return item.Phase switch
        {
            ItemPhase.Open => new(ActKind.Accept, _now, "a") { Item = id },
            ItemPhase.Deficient => new(ActKind.Supply, _now, "applicant") { Item = id, What = item.Told.First() },
            ItemPhase.Handling when item.Stage < item.Declared.Stages.Count - 1 => new(ActKind.Pass, _now, $"finisher{item.Stage}") { Item = id, What = item.Declared.Stages[item.Stage].Id },
            ItemPhase.Handling => new(ActKind.End, _now, "finisher9") { Item = id, What = item.Following.Values.Any(f => f.Runs) ? "refused" : "granted" },
            _ => null,
        };
    }

    /// <summary>The events, folded anew, give the state.</summary>
    private string? Folded() => Comparison.Of(_model, CaseFold.Of(_versions.First, _engine.Events, _versions.Of), Calendar, ForEngine) is { } difference ? $"folded anew: {difference}" : null;

    private static string? Replay(Versions versions, IReadOnlyList<Act> acts)
    {
        var script = new Script(versions);
        foreach (var act in acts)
            if (script.Do(act) is { } difference) return difference;
        return null;
    }

    /// <summary>Leaves out one act after another so long as a difference stays.</summary>
    private static string Say(int seed, Versions versions, List<Act> acts, string difference)
    {
        for (var shorter = true; shorter;)
        {
            shorter = false;
            for (var i = acts.Count - 1; i >= 0; i--)
            {
                List<Act> tried = [.. acts.Take(i), .. acts.Skip(i + 1)];
                if (Replay(versions, tried) is not { } still) continue;
                (acts, difference, shorter) = (tried, still, true);
            }
        }
        var said = new StringBuilder();
        foreach (var version in versions.Names.Where(v => v == versions.First.Version || acts.Exists(a => a.Kind == ActKind.Move && a.What == v))) Say(said, versions.Of(version), acts, difference);
        foreach (var act in acts) said.AppendLine("- " + act.Say());
        return $"seed {seed}: {difference}{Environment.NewLine}{said}";
    }

    private static void Say(StringBuilder said, CaseDeclaration declaration, List<Act> acts, string difference)
    {
        said.AppendLine($"{declaration.Version}: join {declaration.Join.Policy} {declaration.Join.Quorum} [{string.Join(' ', declaration.Join.Required)}] ends rest: {declaration.Join.EndsRest}; cut-off {declaration.Notice.CutOff}");
        var named = declaration.Items.Where(i => acts.Exists(a => a.Item == i.Id) || difference.Contains(i.Id, StringComparison.Ordinal) || declaration.Join.Policy != JoinPolicy.All);
        foreach (var item in named)
        {
            said.AppendLine($"{item.Id}: needs [{string.Join(' ', item.Needs)}] when {item.NeededWhen?.Fields()[0].Name ?? "always"}, accepted: {item.IsAccepted}, stages {string.Join(' ', item.Stages.Select(s => s.ByAnother ? s.Id + "*" : s.Id))}");
            foreach (var c in item.Clocks) said.AppendLine($"  {c.Id}: {c.Term.Amount} {c.Term.Unit}{(c.Term.RollsOn ? " rolls on" : "")} from {c.Starts} to {c.Stops}, on notice {c.OnNotice}, then {c.Expiry} {c.ExpiryOutcome}, extension {c.Extension?.Most}/{c.Extension?.Times}");
            foreach (var q in item.Inquiries) said.AppendLine($"  {q.Id}: {q.Term.Amount} {q.Term.Unit}, pauses [{string.Join(' ', q.Pauses)}]");
        }
    }
}
