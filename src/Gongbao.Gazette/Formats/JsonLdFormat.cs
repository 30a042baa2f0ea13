using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Formats;

/// <summary>Linked data: the document and its clauses as <c>Legislation</c> of schema.org, with the terms of the European Legislation Identifier beside them.</summary>
internal static class JsonLdFormat
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static void Write(DocumentView document, Uri site, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 });
        Of(document, site).WriteTo(json, Options);
    }

    public static JsonObject Of(DocumentView document, Uri site)
    {
        string Address(string path) => new Uri(site, path).AbsoluteUri;
        var address = Address("/d/" + Uri.EscapeDataString(document.Slug));
        var legislation = new JsonObject
        {
            ["@context"] = new JsonArray("https://schema.org", new JsonObject { ["eli"] = "http://data.europa.eu/eli/ontology#" }),
            ["@type"] = new JsonArray("Legislation", "eli:LegalResource"),
            ["@id"] = address,
            ["url"] = address,
            ["name"] = document.Title,
            ["eli:title"] = document.Title,
            ["inLanguage"] = "zh-CN",
            ["isPartOf"] = new JsonObject { ["@type"] = "PublicationIssue", ["@id"] = Address("/i/" + Uri.EscapeDataString(document.IssueSlug)), ["name"] = document.IssueTitle },
        };
        if (document.Number is { } number)
        {
            legislation["legislationIdentifier"] = number;
            legislation["eli:id_local"] = number;
        }
        if (document.Kind is { } kind) legislation["legislationType"] = kind;
        if (document.DatedOn is { } on)
        {
            legislation["legislationDate"] = ChineseFormat.Iso(on);
            legislation["eli:date_document"] = ChineseFormat.Iso(on);
        }
        if (document.Issuers.Count > 0)
            legislation["legislationPassedBy"] = new JsonArray([.. document.Issuers.Select(i => new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = i })]);
        if (document.Cites.Count > 0)
            legislation["eli:cites"] = new JsonArray([.. document.Cites.DistinctBy(c => c.Number).Select(c => c.Slug is { } slug
                ? new JsonObject { ["@id"] = Address("/d/" + Uri.EscapeDataString(slug)), ["legislationIdentifier"] = c.Number }
                : new JsonObject { ["legislationIdentifier"] = c.Number })]);
        if (document.Validity is { } validity) Force(legislation, validity);
        var parts = Parts(document.Body, address);
        if (parts.Count > 0) legislation["hasPart"] = parts;
        return legislation;
    }

    /// <summary>Whether it is in force as of the day, from when, and since when no more.</summary>
    private static void Force(JsonObject legislation, ValidityView validity)
    {
        if (validity.Known is not { } state || state is ValidityState.Unknown) return;
        var force = state is ValidityState.PartlyInvalid ? "PartiallyInForce" : state.IsInForce() ? "InForce" : "NotInForce";
        legislation["legislationLegalForce"] = "https://schema.org/" + force;
        legislation["eli:in_force"] = new JsonObject { ["@id"] = "eli:InForce-" + (force == "InForce" ? "inForce" : force == "NotInForce" ? "notInForce" : "partiallyInForce") };
        if (validity.States.FirstOrDefault(s => s.State == ValidityWords.Code(ValidityState.InForce))?.From is { } first) legislation["eli:first_date_entry_in_force"] = ChineseFormat.Iso(first);
        if (state.HasEnded() && validity.Since is { } ended) legislation["eli:date_no_longer_in_force"] = ChineseFormat.Iso(ended.AddDays(-1));
    }

    /// <summary>The numbered clauses and attachments, each at its own address.</summary>
    private static JsonArray Parts(IEnumerable<BlockView> blocks, string address)
    {
        var parts = new JsonArray();
        foreach (var block in blocks)
        {
            var inner = Parts(block.Children, address);
            if (block is { Kind: NodeKind.Clause or NodeKind.Attachment or NodeKind.AttachedText, Slug: { } slug })
            {
                var part = new JsonObject
                {
                    ["@type"] = "Legislation",
                    ["@id"] = $"{address}/{Uri.EscapeDataString(slug)}",
                    ["name"] = block.Place ?? block.Label,
                    ["text"] = block.Plain,
                };
                if (inner.Count > 0) part["hasPart"] = inner;
                parts.Add(part);
            }
            else foreach (var part in inner.ToList())
            {
                inner.Remove(part);
                parts.Add(part);
            }
        }
        return parts;
    }
}
