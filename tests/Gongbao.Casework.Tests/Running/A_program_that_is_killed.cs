using System.Diagnostics;
using System.Globalization;
using Gongbao.Casework.Running;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Casework.Tests.Running;

/// <summary>Cases are run by a process of its own, which is killed while it works and started again on what it left.</summary>
public sealed class A_program_that_is_killed
{
    public const string Flag = "--case-child";
    private const int Kills = 5;

    [Fact]
    public async Task Has_lost_no_transition_that_it_acknowledged_and_no_case_is_stuck()
    {
        var folder = Directory.CreateTempSubdirectory("gongbao-killed-").FullName;
        var random = new Random(7);
        var acknowledged = new Dictionary<Guid, int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await LoadAndKillAsync(folder, random.Next(60, 500), acknowledged);
            await using var room = await TestCasework.OpenAsync(folder);
            foreach (var (id, events) in acknowledged)
            {
                var stored = await room.StoredAsync(id);
                Assert.True(stored.State.Events >= events);
                TestCasework.Same(CaseFold.Of(SixItems.Declaration, await room.EventsAsync(id)), stored.State);
            }
        }

        await using var last = await TestCasework.OpenAsync(folder);
        foreach (var id in await last.ReadAsync(db => db.Cases.Select(c => c.Id).ToListAsync())) await FinishAsync(last, id);
        Assert.All(await last.ReadAsync(db => db.Cases.ToListAsync()), c => Assert.Equal((CasePhase.Closed, CaseOutcome.Completed), (c.Phase, c.Outcome!.Value)));
        await last.Get<Writer>().DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the child does: cases side by side, without end, each transition told when it was answered.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        await using var room = await TestCasework.OpenAsync(folder);
        using var output = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(async () =>
        {
            for (; ; n += 32)
            {
                var begun = await room.BeginAsync(n);
                Tell(output, begun);
                await FinishAsync(room, begun.Id, s => Tell(output, s));
            }
        })));
        return 0;
    }

    private static void Tell(Stream output, CaseStanding standing)
    {
        var line = System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{standing.Id:N} {standing.Events}\n"));
        lock (output) output.Write(line);
    }

    /// <summary>Does whatever is still to be done, from wherever the case stands.</summary>
    private static async Task FinishAsync(TestCasework room, Guid id, Action<CaseStanding>? told = null)
    {
        var acts = new List<CaseAct> { CaseAct.Give("papers") };
        foreach (var item in SixItems.Declaration.Items) acts.AddRange([CaseAct.Accept(item.Id), CaseAct.End(item.Id, "granted")]);
        foreach (var act in acts)
            if (!(await room.DoAsync(id, act, CaseworkTests.Everybody)).IsRefused(out var refusal, out var standing)) told?.Invoke(standing);
            else Assert.Contains(refusal.Code, (string[])["case.not-open", "case.item-ended", "case.closed"]);
    }

    private static async Task LoadAndKillAsync(string folder, int answers, Dictionary<Guid, int> acknowledged)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { typeof(A_program_that_is_killed).Assembly.Location, Flag, folder } };
        using var child = Process.Start(start)!;
        for (var seen = 0; await child.StandardOutput.ReadLineAsync() is { } line; seen++)
        {
            // A line that was cut off by the kill tells nothing.
            if (line.Split(' ') is [{ Length: 32 } id, { Length: > 0 } events] && Guid.TryParseExact(id, "N", out var known)) acknowledged[known] = Math.Max(acknowledged.GetValueOrDefault(known), int.Parse(events, CultureInfo.InvariantCulture));
            if (seen == answers) child.Kill();      // what is in the pipe was acknowledged too: read on to its end
        }
        await child.WaitForExitAsync();
    }
}
