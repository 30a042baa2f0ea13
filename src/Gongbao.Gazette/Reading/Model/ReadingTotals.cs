namespace Gongbao.Gazette.Reading;

/// <summary>What a reading holds, counted.</summary>
internal sealed record ReadingTotals(int Documents, int Obligations, int Honours, int Grades, int PersonnelActs, int ScoreItems, int Flags)
{
    /// <summary>Tables and lists that state the obligations; 0 also for readings stored before this was counted.</summary>
    public int ObligationTables { get; init; }

    /// <summary>Characters of the source (Unicode scalar values), and those that neither a node nor a named discard accounts for.</summary>
    public int Characters { get; init; }

    public int Unaccounted { get; init; }

    public static ReadingTotals Of(GazetteReading reading) => new(
        reading.Documents.Count, reading.Documents.Sum(d => d.Obligations.Count), reading.Documents.Sum(d => d.Honours.Count), reading.Documents.Sum(d => d.Grades.Sum(g => g.Names.Count)),
        reading.Documents.Sum(d => d.Personnel.Count), reading.Documents.Sum(d => d.ScoreSheet.Count), reading.Flags.Count())
    {
        ObligationTables = reading.Documents.Sum(TablesOf),
        Characters = reading.Source.Characters,
        Unaccounted = reading.Coverage.Unaccounted,
    };

    /// <summary>读出 10 份文件、4 张表和清单中的 107 项任务…</summary>
    public string InWords() =>
        $"读出 {Documents} 份文件、{(ObligationTables > 0 ? $"{ObligationTables} 张表和清单中的 " : "")}{Obligations} 项任务、{Honours} 项表扬、{Grades} 项考核等次、{PersonnelActs} 项任免、{ScoreItems} 个评分项，"
        + $"{(Flags == 0 ? "没有存疑之处" : $"{Flags} 处需要人工审读")}；共 {Characters} 字，未计入的字 {Unaccounted} 个。";

    /// <summary>Each table with obligations in it; all that stand outside tables are one list.</summary>
    private static int TablesOf(ReadDocument document)
    {
        var tables = document.Root.WithAll().Where(n => n.Kind is NodeKind.Table).Select(n => n.Span).ToList();
        return document.Obligations.Select(o => tables.FindIndex(t => t.From <= o.Task.Span.From && o.Task.Span.To <= t.To)).Distinct().Count();
    }
}
