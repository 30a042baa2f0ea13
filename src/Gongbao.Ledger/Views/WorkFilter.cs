using Gongbao.Ledger.Storage;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Views;

/// <summary>Which shares of a list over programmes are wanted (筛选).</summary>
/// <param name="Unit">Only those of this unit, by directory id; null for all.</param>
/// <param name="Programme">Only those of this document, by its part of the address; null for all.</param>
internal sealed record WorkFilter(string? Unit = null, string? Programme = null)
{
    public static WorkFilter None { get; } = new();

    public static WorkFilter Of(HttpRequest request) => new(Word(request, "unit"), Word(request, "programme"));

    /// <summary>What of a list is wanted.</summary>
    public IQueryable<StoredAssignment> In(IQueryable<StoredAssignment> shares, LedgerDb db)
    {
        if (Unit is { } unit) shares = shares.Where(a => a.Unit == unit);
        return Programme is { } slug ? shares.Where(a => db.Programmes.Any(p => p.Id == a.ProgrammeId && p.Slug == slug)) : shares;
    }

    /// <summary>As it is put behind an address that asks for something already: <c>&amp;unit=…</c>; empty where all is wanted.</summary>
    public string Query => string.Concat(new[] { ("unit", Unit), ("programme", Programme) }.Where(a => a.Item2 is not null).Select(a => $"&{a.Item1}={Uri.EscapeDataString(a.Item2!)}"));

    private static string? Word(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 and < 400 } word ? word : null;
}
