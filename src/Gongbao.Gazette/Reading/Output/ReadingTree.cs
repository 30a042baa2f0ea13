using System.Text;
using Gongbao.Gazette.Library;

namespace Gongbao.Gazette.Reading;

/// <summary>A reading for the eye: each document's head, its outline, and what was counted.</summary>
internal static class ReadingTree
{
    public static string Write(GazetteReading reading)
    {
        var text = new StringBuilder();
        foreach (var document in reading.Documents) Write(text, document);
        text.AppendLine(Counts(reading));
        return text.ToString();
    }

    /// <summary>What was read, in one line: 10 份文件、107 项任务….</summary>
    public static string Counts(GazetteReading reading)
    {
        var documents = reading.Documents;
        return $"{documents.Count} 份文件、{documents.Sum(d => d.Obligations.Count)} 项任务、{documents.Sum(d => d.Honours.Count)} 项表扬、"
            + $"{documents.Sum(d => d.Grades.Sum(g => g.Names.Count))} 个考核等次、{documents.Sum(d => d.Personnel.Count)} 项任免、"
            + $"{documents.Sum(d => d.ScoreSheet.Count)} 个评价项、{documents.Sum(d => d.Flags.Count)} 处需人工确认；"
            + $"全文 {reading.Source.Characters} 字，未入账 {reading.Coverage.Unaccounted} 字。";
    }

    private static void Write(StringBuilder text, ReadDocument document)
    {
        text.AppendLine($"■ {document.Number?.Value ?? "（无文号）"}  {FullTitle.Of(string.Join('、', document.Issuers.Select(i => i.Value)), document.Title?.Value ?? "")}");
        if (document.Addressees.Count > 0) text.AppendLine($"  主送：{string.Join('，', document.Addressees.Select(a => a.Value))}");
        if (document.DatedOn is { } date) text.AppendLine($"  成文日期：{date.Value:yyyy-MM-dd}");
        if (document.ForwardedFrom is { } from) text.AppendLine($"  转发自：{from.Value}");
        foreach (var attachment in document.Attachments) text.AppendLine($"  附件：{attachment.Value}");
        foreach (var heading in document.Headings)
            text.Append(' ', heading.Level * 2).AppendLine($"{heading.Label}{heading.Text.Value}  （第 {heading.Line} 行）");
        foreach (var flag in document.Flags) text.AppendLine($"  ？第 {flag.Line} 行：{flag.Why}");
        text.AppendLine();
    }
}
