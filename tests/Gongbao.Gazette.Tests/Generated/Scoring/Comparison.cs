using System.Text;
using System.Text.Json.Nodes;
using Gongbao.Gazette.Generating.Truth;

namespace Gongbao.Gazette.Tests.Generated.Scoring;

/// <summary>Compares a reading's JSON with the truth, value by value. White space does not count; document numbers and labels are compared in one form.</summary>
internal sealed class Comparison
{
    private static readonly string[] HeadFields = ["number", "issuer", "title", "date"];
    private readonly string _issue;
    private readonly Score _score = new();

    private Comparison(string issue) => _issue = issue;

    public static Score Of(string issue, TrueIssue truth, byte[] reading)
    {
        var comparison = new Comparison(issue);
        comparison.Compare(JsonNode.Parse(truth.ToJson())!.AsObject(), JsonNode.Parse(reading)!.AsObject());
        return comparison._score;
    }

    private void Compare(JsonObject truth, JsonObject reading)
    {
        var right = truth["documents"]!.AsArray().Select(d => d!.AsObject()).ToList();
        var read = reading["documents"]!.AsArray().Select(d => d!.AsObject()).ToList();
        var coverage = reading["coverage"]!["unaccounted"]!.GetValue<int>();
        if (coverage != 0) Wrong("", "coverage", "0", coverage.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _score.Boundaries.True += right.Count;
        _score.Boundaries.Read += read.Count;
        foreach (var (t, r) in Alignment.Of(right.Count, read.Count, (i, j) => Likeness(right[i], read[j])))
        {
            if (t < 0) Wrong(Number(read[r]), "document", "(none)", Plain.Text(read[r]["title"]));
            else if (r < 0) Missing(right[t]);
            else
            {
                _score.Boundaries.Right++;
                new DocumentComparison(_score, _issue, right[t], read[r]).Run();
            }
        }
    }

    private void Missing(JsonObject document)
    {
        Wrong(Number(document), "document", Plain.Text(document["title"]), "(none)");
        foreach (var field in HeadFields) _score.Head(field, false);
        _score.Nodes.True += document["headings"]!.AsArray().Count;
        _score.Rows.True += document["obligations"]!.AsArray().Count + document["score_sheet"]!.AsArray().Count;
        _score.Lists.True += document["honours"]!.AsArray().Count + document["grades"]!.AsArray().Count + document["personnel"]!.AsArray().Count;
    }

    private void Wrong(string document, string at, string want, string have)
    {
        _score.Values++;
        _score.WrongUnflagged++;
        _score.Differences.Add(new(_issue, document, at, want, have));
    }

    private static double Likeness(JsonObject truth, JsonObject read) =>
        (Number(truth) == Number(read) ? 0.6 : 0) + (Plain.Text(truth["title"]) == Plain.Text(read["title"]) ? 0.4 : 0);

    private static string Number(JsonObject document) => Plain.Form(document["number"]);
}

/// <summary>Values made comparable.</summary>
internal static class Plain
{
    public static string Text(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray list => string.Join(" | ", list.Select(Text)),
        JsonValue scalar => string.Concat(scalar.ToString().Where(c => !char.IsWhiteSpace(c))),
        _ => value.ToJsonString(),
    };

    /// <summary>Without the marks that part names and the stop at the end.</summary>
    public static string Names(JsonNode? value) => string.Concat(Text(value).Where(c => c is not ('、' or '，' or ',' or '|'))).TrimEnd('。');

    public static string Stopped(JsonNode? value) => Text(value).TrimEnd('。');

    /// <summary>Width and brackets folded, as numbers and labels are compared.</summary>
    public static string Form(JsonNode? value)
    {
        var text = Text(value).Normalize(NormalizationForm.FormKC).Replace("【", "(").Replace("】", ")").Replace("〔", "(").Replace("〕", ")").Replace("[", "(").Replace("]", ")");
        return text.Replace("第", "").Replace("．", ".");
    }

    public static string Set(JsonNode? value) => value is JsonArray list ? string.Join(" | ", list.Select(Text).Distinct().Order(StringComparer.Ordinal)) : Text(value);
}
