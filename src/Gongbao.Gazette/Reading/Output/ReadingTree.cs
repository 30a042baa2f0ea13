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
        text.AppendLine(ReadingTotals.Of(reading).InWords());
        return text.ToString();
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
