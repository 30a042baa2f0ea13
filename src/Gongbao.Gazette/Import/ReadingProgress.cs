using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Results;
using Spectre.Console;

namespace Gongbao.Gazette.Import;

/// <summary>Reads a file with a progress bar; the bar is drawn only where somebody can see it.</summary>
internal static class ReadingProgress
{
    public static Result<GazetteReading> Read(FileInfo file, ReaderContext context)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().HideCompleted(false).AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask($"正在读 {Markup.Escape(file.Name)}");
                var result = GazetteFile.Read(file, context);
                task.Value = task.MaxValue;
                return result;
            });
    }
}
