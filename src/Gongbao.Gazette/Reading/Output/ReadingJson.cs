using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gongbao.Gazette.Reading;

/// <summary>
/// Writes a reading as JSON, key order fixed, so that two readings of the same bytes are the same bytes. Absent is null or an
/// empty list.
/// </summary>
internal static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static byte[] Write(GazetteReading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("name", reading.Source.Name);
            json.WriteString("sha256", reading.Source.Sha256);
            json.WriteString("encoding", reading.Source.Encoding);
            json.WriteNumber("characters", reading.Source.Characters);
            json.WriteEndObject();
            json.WriteStartObject("coverage");
            json.WriteNumber("in_nodes", reading.Coverage.InNodes);
            json.WriteNumber("discarded", reading.Coverage.Discarded);
            json.WriteNumber("unaccounted", reading.Coverage.Unaccounted);
            json.WriteEndObject();
            json.WriteStartArray("documents");
            foreach (var document in reading.Documents) Write(json, document);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReadDocument document)
    {
        json.WriteStartObject();
        json.WriteString("number", document.Number?.Value);
        json.WriteString("issuer", document.Issuers.Count > 0 ? document.Issuers[0].Value : null);
        WriteNames(json, "issuers", document.Issuers);
        json.WriteString("title", document.Title?.Value);
        json.WriteString("kind", document.Kind?.Value);
        WriteNames(json, "addressees", document.Addressees);
        json.WriteString("date", document.DatedOn?.Value.ToString("yyyy-MM-dd"));
        WriteNames(json, "attachments", document.Attachments);
        json.WriteString("forwarded_from", document.ForwardedFrom?.Value);
        WriteNames(json, "cites", document.Cites);
        WriteHeadings(json, document);
        FactsJson.Write(json, document);
        json.WriteStartArray("flags");
        foreach (var flag in document.Flags)
        {
            json.WriteStartObject();
            json.WriteString("at", flag.At);
            json.WriteString("why", flag.Why);
            json.WriteNumber("line", flag.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHeadings(Utf8JsonWriter json, ReadDocument document)
    {
        json.WriteStartArray("headings");
        foreach (var heading in document.Headings)
        {
            json.WriteStartObject();
            json.WriteNumber("level", heading.Level);
            json.WriteString("label", heading.Label);
            json.WriteString("text", heading.Text.Value);
            json.WriteNumber("line", heading.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void WriteNames(Utf8JsonWriter json, string key, IReadOnlyList<Found<string>> names)
    {
        json.WriteStartArray(key);
        foreach (var name in names) json.WriteStringValue(name.Value);
        json.WriteEndArray();
    }
}
