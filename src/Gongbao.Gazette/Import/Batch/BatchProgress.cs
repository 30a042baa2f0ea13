using Spectre.Console;

namespace Gongbao.Gazette.Import.Batch;

/// <summary>Shows how far a batch is, and what became of each file that was read.</summary>
internal static class BatchProgress
{
    /// <param name="files">How many.</param>
    /// <param name="work">Told of a file when it is done.</param>
    public static Task<BatchTotals> RunAsync(int files, Func<Action<BroughtFile, FileOutcome>, Task<BatchTotals>> work) => WorkProgress.Bar().StartAsync(progress =>
    {
        var task = progress.AddTask("正在导入", maxValue: files);
        return work((file, outcome) =>
        {
            task.Increment(1);
            task.Description = $"正在导入 {Markup.Escape(file.Name)}";
            if (!outcome.WasSkipped) Console.Out.WriteLine($"{FileList.Words(outcome.State)}\t{file.Origin}{(outcome.Reason is { } why ? $"\t{why}" : "")}");
        });
    });
}
