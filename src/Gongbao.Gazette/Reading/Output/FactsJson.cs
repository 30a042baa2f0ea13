using System.Text.Json;

namespace Gongbao.Gazette.Reading;

/// <summary>The facts of a document as JSON: obligations, honours, grades, personnel acts, score sheet.</summary>
internal static class FactsJson
{
    public static void Write(Utf8JsonWriter json, ReadDocument document)
    {
        json.WriteStartArray("obligations");
        foreach (var obligation in document.Obligations) Write(json, obligation);
        json.WriteEndArray();
        json.WriteStartArray("honours");
        foreach (var honour in document.Honours)
        {
            json.WriteStartObject();
            json.WriteString("category", honour.Category.Value);
            json.WriteString("grade", honour.Grade?.Value);
            json.WriteString("name", honour.Name.Value);
            json.WriteString("county", honour.County?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("grades");
        foreach (var row in document.Grades)
        {
            json.WriteStartObject();
            json.WriteString("grade", row.Grade.Value);
            ReadingJson.WriteNames(json, "names", row.Names);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("personnel");
        foreach (var act in document.Personnel) Write(json, act);
        json.WriteEndArray();
        json.WriteStartArray("score_sheet");
        foreach (var item in document.ScoreSheet) Write(json, item);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Obligation obligation)
    {
        json.WriteStartObject();
        json.WriteString("measure", obligation.Measure?.Value);
        json.WriteString("group", obligation.Group?.Value);
        json.WriteString("task", obligation.Task.Value);
        json.WriteString("output", obligation.Output?.Value);
        json.WriteString("units_text", obligation.Units?.Value);
        ReadingJson.WriteNames(json, "lead", obligation.Lead);
        ReadingJson.WriteNames(json, "responsible", obligation.Responsible);
        ReadingJson.WriteNames(json, "supporting", obligation.Supporting);
        json.WriteStartArray("organizations");
        foreach (var name in obligation.Organizations) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteBoolean("others", obligation.Others);
        json.WriteString("due_text", obligation.DueText?.Value);
        if (obligation.Due is { } due)
        {
            json.WriteStartObject("due");
            json.WriteString("kind", due.Kind);
            json.WriteString("text", due.Text);
            json.WriteString("date", due.Date?.ToString("yyyy-MM-dd"));
            json.WriteEndObject();
        }
        else json.WriteNull("due");
        json.WriteNumber("line", obligation.Line);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonnelAct act)
    {
        json.WriteStartObject();
        json.WriteString("person", act.Person.Value);
        json.WriteString("unit", act.Unit.Value);
        json.WriteString("post", act.Post.Value);
        json.WriteString("act", act.Act switch
        {
            PersonnelActKind.Appoint => "appoint",
            PersonnelActKind.Remove => "remove",
            PersonnelActKind.Confirm => "confirm",
        });
        WriteNumber(json, "probation_years", act.ProbationYears);
        json.WriteBoolean("secondment", act.Secondment);
        WriteNumber(json, "secondment_years", act.SecondmentYears);
        json.WriteBoolean("concurrent", act.Concurrent);
        json.WriteString("rank", act.Rank?.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScoreItem item)
    {
        json.WriteStartObject();
        WriteNumber(json, "no", item.No?.Value);
        json.WriteString("category", item.Category?.Value);
        WriteNumber(json, "category_points", item.CategoryPoints?.Value);
        json.WriteString("text", item.Text.Value);
        WriteNumber(json, "points", item.Points?.Value);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string key, decimal? value)
    {
        if (value is { } number) json.WriteNumber(key, number);
        else json.WriteNull(key);
    }
}
