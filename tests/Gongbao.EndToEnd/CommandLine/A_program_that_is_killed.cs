using Gongbao.Bench.Kills;

namespace Gongbao.EndToEnd.CommandLine;

/// <summary>
/// The sender as a process of its own that is killed (SIGKILL) and started again while some weeks of reminders fall due, with a real receiver on the other
/// side: a short run of <c>gongbao bench kills</c>, which ends with 1 where a message is missed or doubled.
/// </summary>
public class A_program_that_is_killed
{
    [Theory, Clause("LED-07")]
    [InlineData("sqlite")]
    [InlineData("postgres2")]
    public async Task Misses_nothing_and_doubles_nothing(string setup)
    {
        Assert.SkipWhen(setup != "sqlite" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GONGBAO_TEST_POSTGRES")), "GONGBAO_TEST_POSTGRES names no server.");
        var run = await GongbaoProgram.RunOtherAsync("Gongbao.Bench.dll", "kills", "3", setup, "14");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches($"{setup} +14 +3 ", run.Output);
    }

    [Theory]
    [InlineData(1, 0, 0, 1)] // came once, as it is owed
    [InlineData(0, 1, 0)] // did not come
    [InlineData(2, 0, 1, 1, 1)] // the same said again under another message id
    [InlineData(1, 0, 1, 2)] // the same message id in two deliveries
    public void Is_found_out_where_it_misses_or_doubles(int came, int missed, int doubled, params int[] byId)
    {
        var (owed, told) = (new Dictionary<(string, string), int> { [("1", "甲")] = 1 }, new Dictionary<(string, string), int>());
        if (came > 0) told[("1", "甲")] = came;

        var found = KillsDifference.Of(owed, told, byId.Select((n, i) => (n, i)).ToDictionary(m => $"{m.i}", m => m.n));

        Assert.Equal((missed, doubled), (found.Missed, found.Doubled));
    }
}
