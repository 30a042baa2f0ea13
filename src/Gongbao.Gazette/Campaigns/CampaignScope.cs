using System.Text.Json;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Clauses;
using Gongbao.Platform.City;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Campaigns;

/// <summary>Which documents a campaign goes through (清理范围). Every condition narrows; named documents are taken as they are.</summary>
internal sealed record CampaignScope
{
    /// <summary>Issued by one of these; empty for all.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>First day of signature; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of signature; null for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Of one of these kinds (文种), by the end of the title; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether only government rules and normative documents, as they are classified.</summary>
    public bool NormativeOnly { get; init; }

    /// <summary>Whether only those in force on the day of the opening.</summary>
    public bool InForceOnly { get; init; } = true;

    /// <summary>Whose term ends within so many days; null for all.</summary>
    public int? ExpiresWithin { get; init; }

    /// <summary>Exactly these documents, by number or part of the address, instead of every condition; empty for none.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, JsonFormat.Options);

    public static CampaignScope Read(string json) => JsonSerializer.Deserialize<CampaignScope>(json, JsonFormat.Options)!;

    /// <summary>The scope in words.</summary>
    public string Says()
    {
        if (Documents.Count > 0) return $"指定的 {Documents.Count} 份文件";
        var says = new List<string>();
        if (Issuers.Count > 0) says.Add($"{string.Join("、", Issuers)}制发");
        if (From is not null || To is not null) says.Add($"成文日期{(From is { } from ? $"自{ChineseFormat.Date(from)}" : "")}{(To is { } to ? $"至{ChineseFormat.Date(to)}" : "起")}");
        if (Kinds.Count > 0) says.Add($"文种为{string.Join("、", Kinds)}");
        if (NormativeOnly) says.Add("政府规章和行政规范性文件");
        if (InForceOnly) says.Add("开展清理时有效");
        if (ExpiresWithin is { } days) says.Add($"有效期在 {days} 天内届满");
        return says.Count == 0 ? "文件库里的全部文件" : string.Join("，", says);
    }
}

/// <summary>A document that a scope takes in.</summary>
internal sealed record ScopedDocument(Guid Id, string Slug, string? Number, string Title, string Issuers, DateOnly? DatedOn, ValidityState State, DateOnly? ExpiresOn);

/// <summary>Lists what a scope takes in. Only shown documents are listed.</summary>
internal sealed class ScopeListing(GazetteDb db, CityDeclarations? city)
{
    private const int AtOnce = 400;

    /// <summary>The declared classes of documents that have to be published, which are those that bind the public.</summary>
    private readonly string[] _normative = city is null ? [] : [.. city.Section("normative_status").Things().Where(c => c.Thing.Flag("must_be_carried")).Select(c => c.Id)];

    /// <param name="scope">The scope.</param>
    /// <param name="on">The day on which states are told.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>By day of signature, oldest first.</returns>
    public async Task<IReadOnlyList<ScopedDocument>> ListAsync(CampaignScope scope, DateOnly on, CancellationToken stop)
    {
        if (scope.Documents.Count > 0) return [.. (await NamedAsync(scope.Documents, on, stop)).Found];
        var documents = db.Documents.Where(d => !d.IsWithdrawn);
        if (scope.From is { } from) documents = documents.Where(d => d.DatedOn >= from);
        if (scope.To is { } to) documents = documents.Where(d => d.DatedOn <= to);
        if (scope.ExpiresWithin is { } days)
        {
            var last = on.AddDays(days);
            documents = documents.Where(d => d.ExpiresOn >= on && d.ExpiresOn <= last);
        }
        if (scope.NormativeOnly) documents = documents.Where(d => db.Classes.Any(c => c.DocumentId == d.Id && c.Aspect == Aspect.Normative && _normative.Contains(c.Class)));
        return [.. (await RowsAsync(documents, on, stop)).Where(d => Holds(scope, d))];
    }

    /// <summary>Documents by number or part of the address, and the names that lead to none.</summary>
    public async Task<(IReadOnlyList<ScopedDocument> Found, IReadOnlyList<string> Missing)> NamedAsync(IReadOnlyList<string> names, DateOnly on, CancellationToken stop)
    {
        var asked = names.Distinct().Select(n => (Name: n, Key: DocumentNumber.Normalise(n) ?? n)).ToList();
        var ids = new Dictionary<string, Guid>();
        foreach (var some in asked.Chunk(AtOnce))
        {
            var (keys, slugs) = (some.Select(a => a.Key).ToList(), some.Select(a => a.Name).ToList());
            foreach (var d in await db.Documents.Where(d => !d.IsWithdrawn && (keys.Contains(d.Key) || slugs.Contains(d.Slug))).Select(d => new { d.Id, d.Key, d.Slug }).ToListAsync(stop))
                (ids[d.Key], ids[d.Slug]) = (d.Id, d.Id);
        }
        var rows = new Dictionary<Guid, ScopedDocument>();
        foreach (var some in ids.Values.Distinct().Chunk(AtOnce))
            foreach (var row in await RowsAsync(db.Documents.Where(d => some.Contains(d.Id)), on, stop)) rows.Add(row.Id, row);
        var found = asked.Select(a => (a.Name, Id: ids.TryGetValue(a.Key, out var id) || ids.TryGetValue(a.Name, out id) ? id : (Guid?)null)).ToList();
        return ([.. found.Select(f => f.Id).OfType<Guid>().Distinct().Select(id => rows[id])], [.. found.Where(f => f.Id is null).Select(f => f.Name)]);
    }

    private static bool Holds(CampaignScope scope, ScopedDocument document) =>
        (!scope.InForceOnly || document.State.IsInForce())
        && (scope.Issuers.Count == 0 || document.Issuers.Split('、').Any(scope.Issuers.Contains))
        && (scope.Kinds.Count == 0 || scope.Kinds.Any(k => document.Title.EndsWith(k, StringComparison.Ordinal)));

    private static async Task<IReadOnlyList<ScopedDocument>> RowsAsync(IQueryable<StoredDocument> documents, DateOnly on, CancellationToken stop)
    {
        var rows = await documents.OrderBy(d => d.DatedOn).ThenBy(d => d.Key)
            .Select(d => new { d.Id, d.Slug, d.Number, d.Title, d.Issuers, d.DatedOn, d.Validity, d.ExpiresOn }).ToListAsync(stop);
        return [.. rows.Select(d => new ScopedDocument(d.Id, d.Slug, d.Number, d.Title, d.Issuers, d.DatedOn, ValidityTimeline.Parse(d.Validity).At(on) ?? ValidityState.NotYetInForce, d.ExpiresOn))];
    }
}
