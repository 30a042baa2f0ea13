using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongbao.Gazette.Tests.Generated.Scoring;

/// <summary>Compares one document: its head, its lists of names, its outline and the rows of its tables and lists.</summary>
internal sealed class DocumentComparison(Score score, string issue, JsonObject truth, JsonObject read)
{
    private static readonly (string Field, Func<JsonNode?, string> Form)[] HeadingFields = [("level", Plain.Text), ("label", Plain.Form), ("text", Plain.Text)];
    private static readonly (string Field, Func<JsonNode?, string> Form)[] RowFields =
    [
        ("measure", Plain.Form), ("group", Plain.Text), ("task", Plain.Stopped), ("output", Plain.Stopped), ("units_text", Plain.Names), ("lead", Plain.Names),
        ("due_text", Plain.Text),
    ];

    private readonly List<string> _flags = [.. (read["flags"]?.AsArray() ?? []).Select(f => f!["at"]?.ToString() ?? "")];
    private readonly string _number = Plain.Text(truth["number"]);

    public void Run()
    {
        foreach (var (field, form) in new (string, Func<JsonNode?, string>)[]
                 { ("number", Plain.Form), ("issuer", Plain.Text), ("title", Plain.Text), ("date", Plain.Text) })
            score.Head(field, Value(field, form(truth[field]), form(read[field])));
        Value("kind", Plain.Text(truth["kind"]), Plain.Text(read["kind"]));
        Value("forwarded_from", Plain.Text(truth["forwarded_from"]), Plain.Text(read["forwarded_from"]));
        foreach (var list in new[] { "issuers", "addressees", "attachments" }) Value(list, Plain.Text(truth[list]), Plain.Text(read[list]));
        Value("cites", Plain.Set(truth["cites"]), Plain.Set(read["cites"]));
        Rows("headings", score.Nodes, HeadingFields, []);
        Rows("obligations", score.Rows, RowFields, [("organizations", Plain.Set), ("others", Plain.Text), ("due", Due)]);
        Rows("score_sheet", score.Rows, [("no", Plain.Text), ("category", Plain.Text), ("category_points", Plain.Text), ("text", Plain.Stopped), ("points", Plain.Text)], []);
        Rows("honours", score.Lists, [("category", Plain.Text), ("grade", Plain.Text), ("name", Plain.Text), ("county", Plain.Text)], []);
        Rows("grades", score.Lists, [("grade", Plain.Text), ("names", Plain.Text)], []);
        Rows("personnel", score.Lists,
            [("person", Plain.Text), ("unit", Plain.Text), ("post", Plain.Text), ("act", Plain.Text)],
            [("probation_years", Plain.Text), ("secondment", No), ("secondment_years", Plain.Text), ("concurrent", No), ("rank", Plain.Text)]);
    }

    private static string Due(JsonNode? due) => due is null ? "null" : $"{Plain.Text(due["kind"])} {Plain.Text(due["text"])} {Plain.Text(due["date"])}";

    private static string No(JsonNode? claim) => Plain.Text(claim) is "null" or "false" ? "null" : "true";

    private void Rows(string list, Found found, (string Field, Func<JsonNode?, string> Form)[] fields, (string Field, Func<JsonNode?, string> Form)[] more)
    {
        var right = truth[list]!.AsArray().Select(r => r!.AsObject()).ToList();
        var have = (read[list]?.AsArray() ?? []).Select(r => r!.AsObject()).ToList();
        found.True += right.Count;
        found.Read += have.Count;
        bool Same(JsonObject t, JsonObject r, (string Field, Func<JsonNode?, string> Form) f) => Silent(list, t, f.Field) || f.Form(t[f.Field]) == f.Form(r[f.Field]);
        foreach (var (t, r) in Alignment.Of(right.Count, have.Count, (i, j) => fields.Count(f => !Silent(list, right[i], f.Field) && Same(right[i], have[j], f)) / (double)fields.Length))
        {
            if (t < 0) Value($"{list}[{r}]", "(none)", string.Join(' ', fields.Select(f => Plain.Text(have[r][f.Field]))));
            else if (r < 0)
                foreach (var field in fields.Where(f => !Silent(list, right[t], f.Field))) Value($"{list}[{t}].{field.Field} missing", Plain.Text(right[t][field.Field]), "(no row)", list);
            else
            {
                var all = true;
                foreach (var f in fields.Concat(more))
                {
                    if (Silent(list, right[t], f.Field)) continue;
                    var same = Value($"{list}[{r}].{f.Field}", f.Form(right[t][f.Field]), f.Form(have[r][f.Field]));
                    if (fields.Contains(f)) all &= same;
                }
                if (all) found.Right++;
            }
        }
    }

    /// <summary>What the truth says nothing about, because the document does not.</summary>
    private static bool Silent(string list, JsonObject row, string field) =>
        list == "obligations" && field is "measure" or "group" or "task" or "output" or "lead" or "due_text" or "due" && row[field] is null or JsonArray { Count: 0 }
        || list == "score_sheet" && field == "no" && row[field] is null;

    /// <summary>Counts a value: flagged ones apart, wrong ones noted. A row that is not there counts as flagged only where its whole list is.</summary>
    private bool Value(string at, string want, string have, string? path = null)
    {
        score.Values++;
        var flagged = path is null ? _flags.Any(f => f.Length > 0 && (Covers(f, at) || Covers(at, f))) : _flags.Contains(path);
        if (flagged) score.Flagged++;
        if (want == have) return true;
        if (!flagged)
        {
            score.WrongUnflagged++;
            score.Differences.Add(new(issue, _number, at, Short(want), Short(have)));
        }
        return false;
    }

    private static bool Covers(string whole, string part) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '.' or '[');

    private static string Short(string text) => text.Length <= 160 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..150]}… ({text.Length})");
}
