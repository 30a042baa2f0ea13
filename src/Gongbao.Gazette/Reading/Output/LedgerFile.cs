using System.Text;

namespace Gongbao.Gazette.Reading;

/// <summary>The character ledger as text: <c>from TAB to TAB path</c>, in Unicode scalar values from 0, end excluded.</summary>
internal static class LedgerFile
{
    public static string Write(GazetteReading reading)
    {
        var text = new StringBuilder();
        foreach (var entry in reading.Ledger)
            text.Append(reading.Source.ToScalar(entry.Span.From)).Append('\t').Append(reading.Source.ToScalar(entry.Span.To)).Append('\t').Append(entry.Path).Append('\n');
        return text.ToString();
    }
}
