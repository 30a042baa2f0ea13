using Spectre.Console;

namespace Gongbao.Gazette;

/// <summary>The bar that shows how far long work on the command line is; on the error stream, so that the output stays clean.</summary>
internal static class WorkProgress
{
    public static Progress Bar() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress().HideCompleted(false).AutoClear(false)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    /// <param name="title">What is being done.</param>
    /// <param name="work">Tells how many are done, and how many there are.</param>
    public static Task<T> RunAsync<T>(string title, Func<Action<int, int>, Task<T>> work) => Bar().StartAsync(progress =>
    {
        var task = progress.AddTask(title);
        return work((done, all) => (task.MaxValue, task.Value) = (Math.Max(1, all), done));
    });
}
