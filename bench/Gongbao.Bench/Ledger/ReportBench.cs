using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Gongbao.Contracts.Gazette;
using Gongbao.Ledger;
using Gongbao.Ledger.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Bench.Ledger;

/// <summary>
/// The yearly report of the programme of 2,000 obligations and 20,000 shares: its figures, its text, its DOCX. Its figures are counted once more from the raw rows, by code that shares
/// nothing with the room; beside it, the rows that it rests on read by plain SQL.
/// </summary>
internal static class ReportBench
{
    private static readonly ReportPeriod Year = ReportPeriod.Containing(ReportKind.Year, new(2025, 6, 1));

    public static async Task RunAsync(StoreBenchDatabase database, DbConnection bare, DateOnly today, LedgerRules rules)
    {
        var (figures, document) = (new List<TimeSpan>(), new List<TimeSpan>());
        ProgrammeReport? report = null;
        var bytes = 0;
        for (var i = 0; i < 6; i++)
        {
            await using var scope = database.Services.CreateAsyncScope();
            var begun = Stopwatch.GetTimestamp();
            report = await scope.ServiceProvider.GetRequiredService<ReportDesk>().OfAsync(LedgerBenchFill.BigSlug, Year, default) ?? throw new InvalidOperationException("No report.");
            figures.Add(Stopwatch.GetElapsedTime(begun));
            var written = scope.ServiceProvider.GetRequiredService<IOfficialDocuments>().Write(new ReportText(report, IsPublic: false).Document("清河市人民政府办公室", "清河市人民政府"), OfficialFormat.Docx);
            if (written.IsRefused(out var refusal, out var file)) throw new InvalidOperationException(refusal.Reason);
            document.Add(Stopwatch.GetElapsedTime(begun));
            bytes = file.Content.Length;
        }
        var read = Stopwatch.GetTimestamp();
        var oracle = ReportOracle.Of(bare, LedgerBenchFill.BigSlug, today, rules.Score);
        var rows = Stopwatch.GetElapsedTime(read);
        var differences = oracle.Differences(report!, rules.Score);
        // The first round warms up.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"yearly report of {report!.View.Rows.Count:N0} obligations, {report.Units.Sum(u => u.Shares):N0} shares, {oracle.Acts:N0} acts: figures {Most(figures):0.00} s, with its DOCX of {bytes / 1000:N0} kB {Most(document):0.00} s (slowest of 5); the rows read and counted by plain SQL {rows.TotalSeconds:0.00} s; {(differences.Count == 0 ? $"equal to the count by hand ({oracle.Overdue:N0} overdue, {oracle.Late:N0} done late, scores and lists of {report.Units.Count:N0} units)" : "DIFFERS: " + string.Join("; ", differences.Take(5)))}"));

        static double Most(List<TimeSpan> times) => times.Skip(1).Max().TotalSeconds;
    }
}
