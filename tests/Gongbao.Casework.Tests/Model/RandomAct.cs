using Gongbao.Casework.Declarations;
using Gongbao.Casework.Running;

namespace Gongbao.Casework.Tests.Model;

/// <summary>The next act of a script by chance: mostly one that can be done as the case stands, and now and then any.</summary>
internal static class RandomAct
{
    private static readonly string[] People = ["a", "b", "c"];

    /// <summary>Chooses, and moves time on.</summary>
    /// <returns>Null where chance hit upon something that the procedure does not have at all.</returns>
    public static Act? Of(Random random, Versions versions, CaseModel model, ref DateTimeOffset now)
    {
        var declaration = model.Declaration;
        now = Later(random, now);
        // Now and then something is recorded late, with the instant at which it was.
        var at = random.Next(25) == 0 ? now.AddHours(-random.Next(1, 100)) : now;
        var by = People[random.Next(People.Length)];
        if (random.Next(12) == 0) return new(ActKind.Learn, at, by) { What = Any(random, RandomProcedure.Facts), Flag = random.Next(3) != 0 };
        if (model.Phase == CasePhase.None) return new(random.Next(8) == 0 ? ActKind.Halt : ActKind.Receive, at, by) { What = "died" };
        if (versions.Names.Count > 1 && random.Next(8) == 0) return new(ActKind.Move, at, by) { What = versions.Names.ElementAt(random.Next(versions.Names.Count)) };
        if (random.Next(model.Phase == CasePhase.Closed ? 2 : 30) == 0) return Again(random, model, at, by);
        switch (random.Next(18))
        {
            case 16: return new(ActKind.Commit, at, by) { What = Any(random, declaration.Evidence.Where(e => e.MayBeCommitted || random.Next(6) == 0).ToList())?.Id ?? "nothing" };
            case 17: return new(ActKind.Disprove, at, by) { What = model.Commitments.FirstOrDefault() ?? "nothing" };
            case 0 or 1 or 2: return new(ActKind.Give, at, by) { What = random.Next(30) == 0 ? "nothing" : Any(random, declaration.Evidence)?.Id };
            case 3 or 4: return new(ActKind.Expire, at, "system");
            case 5: return new(ActKind.Notify, at, by) { Flag = random.Next(3) != 0 };
            case 6 when random.Next(12) == 0: return new(ActKind.Halt, at, by) { What = random.Next(5) == 0 ? "nothing" : "died" };
            case 6 when random.Next(20) == 0: return new(ActKind.Receive, at, by);
        }
        var open = model.Items.Values.Where(i => !i.IsOver).ToList();
        var item = open.Count > 0 && random.Next(10) != 0 ? open[random.Next(open.Count)] : model.Items.Values.ElementAt(random.Next(model.Items.Count));
        var kind = random.Next(8) == 0 ? (ActKind)random.Next((int)ActKind.Accept, (int)ActKind.Expire) : Fitting(random, item);
        return OfItem(random, item, kind, new(kind, at, by) { Item = random.Next(200) == 0 ? "nothing" : item.Declared.Id });
    }

    private static Act Again(Random random, CaseModel model, DateTimeOffset at, string by)
    {
        var item = model.Items.Values.ElementAt(random.Next(model.Items.Count));
        var given = item.Declared.Outcomes.FirstOrDefault(o => o.Id == item.Outcome)?.Gives ?? [];
        return new(random.Next(2) == 0 ? ActKind.Correct : ActKind.Reissue, at, by)
        {
            Item = item.Declared.Id, What = random.Next(3) switch { 0 => null, 1 => Any(random, model.Declaration.Evidence)?.Id, _ => given.Count > 0 ? given[0] : null }, Other = random.Next(8) == 0 ? "" : "姓名写错。",
        };
    }

    private static ActKind Fitting(Random random, ModelItem item) => item.Phase switch
    {
        ItemPhase.Open => random.Next(6) switch { 0 => ActKind.Look, 1 or 2 => ActKind.Note, 3 => ActKind.Notify, _ => ActKind.Accept },
        ItemPhase.Deficient => random.Next(8) switch { 0 => ActKind.Note, 1 => ActKind.Pause, 2 => ActKind.Resume, 3 => ActKind.Answer, _ => ActKind.Supply },
        ItemPhase.Handling => random.Next(16) switch
        {
            0 or 1 => ActKind.Note, 2 => ActKind.Notify, 3 => item.Stage > 0 ? ActKind.SendBack : ActKind.Pass, 4 or 5 => ActKind.Inquire, 6 => ActKind.Answer, 7 or 8 => ActKind.Pause, 9 or 10 => ActKind.Resume, 11 => ActKind.Extend,
            12 => item.Stage > 0 ? ActKind.SendBack : ActKind.End, _ => ActKind.Pass,
        },
        ItemPhase.Waiting => random.Next(6) switch { 0 => ActKind.Withdraw, 1 => ActKind.Look, _ => ActKind.AcceptAhead },
        ItemPhase.Ended or ItemPhase.LeftOut => ActKind.Supply,
    };

    private static Act? OfItem(Random random, ModelItem item, ActKind kind, Act act)
    {
        var declared = item.Declared;
        switch (kind)
        {
            case ActKind.Notify:
                return act with { Item = null, Flag = random.Next(3) != 0 };
            case ActKind.Note or ActKind.Supply:
                var lack = kind == ActKind.Supply && item.Told.Count > 0 && random.Next(6) != 0 ? item.Told.First() : Any(random, [.. declared.Deficiencies.Keys]) ?? "nothing";
                return act with { What = lack };
            case ActKind.Pass:
                return act with { What = random.Next(6) == 0 ? Any(random, declared.Stages)!.Id : declared.Stages[Math.Min(item.Stage, declared.Stages.Count - 1)].Id };
            case ActKind.SendBack:
                return act with { What = random.Next(20) == 0 ? "nothing" : Any(random, declared.Stages)!.Id };
            case ActKind.End:
                var last = item.Stage == declared.Stages.Count - 1;
                return act with { What = random.Next(30) == 0 ? "nothing" : last && random.Next(3) != 0 ? "granted" : Any(random, declared.Outcomes)!.Id };
            case ActKind.Pause or ActKind.Resume:
                var still = kind == ActKind.Resume ? declared.Clocks.FirstOrDefault(c => item.Clocks.TryGetValue(c.Id, out var stands) && c.Pauses.Any(p => stands.StandsStillFor("pause " + p.Id))) : null;
                if (still is not null && random.Next(3) != 0)
                    return act with { What = still.Id, Other = still.Pauses.First(p => item.Clocks[still.Id].StandsStillFor("pause " + p.Id)).Id };
                var clock = Running(random, item);
                // Also what an inquiry or a notice has set.
                string?[] reasons = random.Next(4) != 0 && clock?.Pauses.Count > 0 ? [.. clock.Pauses.Select(p => p.Id)] : [.. (clock?.Pauses ?? []).SelectMany(p => new[] { p.Id, p.Id, p.Label }), .. declared.Inquiries.SelectMany(q => new[] { q.Id, q.Title }), "notice"];
                return act with { What = clock?.Id ?? "nothing", Other = Any(random, reasons) };
            case ActKind.Extend:
                return act with { What = Running(random, item)?.Id ?? "nothing", Amount = random.Next(-1, 8) };
            case ActKind.Inquire:
                return act with { What = Any(random, declared.Inquiries)?.Id ?? "nothing" };
            case ActKind.Answer:
                return act with { What = Any(random, declared.Inquiries)?.Id ?? "nothing", Other = random.Next(8) == 0 ? "nothing" : "agrees" };
            default:
                return act;
        }
    }

    /// <summary>Mostly a clock that runs.</summary>
    private static ClockDeclaration? Running(Random random, ModelItem item) =>
        random.Next(5) != 0 && item.Declared.Clocks.Where(c => item.Clocks.GetValueOrDefault(c.Id) is { Runs: true }).ToList() is [_, ..] running ? running[random.Next(running.Count)] : Any(random, item.Declared.Clocks);

    private static DateTimeOffset Later(Random random, DateTimeOffset now) => random.Next(8) switch
    {
        0 or 1 => now,
        2 or 3 => now.AddMinutes(random.Next(1, 600)),
        4 or 5 => now.AddDays(1),
        // Midnight itself: the first instant at which a day is over.
        6 => new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, now.Offset).AddDays(1),
        _ => now.AddDays(random.Next(1, 12)),
    };

    private static T? Any<T>(Random random, IReadOnlyList<T> of) => of.Count == 0 ? default : of[random.Next(of.Count)];
}
