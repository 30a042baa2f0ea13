using System.Globalization;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Microsoft.AspNetCore.Http;

namespace Gongbao.Ledger.Views;

/// <summary>Which shares of a list over programmes are wanted (筛选).</summary>
/// <param name="Unit">Only those of this unit, by directory id; null for all.</param>
/// <param name="Programme">Only those of this document, by its part of the address; null for all.</param>
internal sealed record WorkFilter(string? Unit = null, string? Programme = null)
{
    private const int MostDays = 3_660;

    public static WorkFilter None { get; } = new();

    /// <summary>The parameters of an address.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["unit", "programme", "state", "within", "text"];

    /// <summary>Only those that are in this state today; null for all.</summary>
    public AssignmentState? State { get; init; }

    /// <summary>Only those whose day is at most so many days from today, what is late with them; null for all.</summary>
    public int? WithinDays { get; init; }

    /// <summary>Only those whose task has these words; null for all.</summary>
    public string? Text { get; init; }

    public static WorkFilter Of(HttpRequest request) => new(Word(request, "unit"), Word(request, "programme"))
    {
        State = Word(request, "state") is { } word ? StateWords.All.Cast<AssignmentState?>().FirstOrDefault(s => ProgrammeData.Code(s!) == word) : null,
        WithinDays = int.TryParse(Word(request, "within"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days : null,
        Text = Word(request, "text")?.Trim() is { Length: > 0 } text ? text : null,
    };

    /// <summary>What of a list is wanted.</summary>
    /// <param name="shares">The list.</param>
    /// <param name="db">Where it is.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="rules">How the city keeps its ledger; null where it says nothing of it, and then no share is in any state.</param>
    public IQueryable<StoredAssignment> In(IQueryable<StoredAssignment> shares, LedgerDb db, DateOnly today, LedgerRules? rules)
    {
        if (Unit is { } unit) shares = shares.Where(a => a.Unit == unit);
        if (Programme is { } slug) shares = shares.Where(a => a.ProgrammeId == db.Programmes.Where(p => p.Slug == slug).Select(p => p.Id).FirstOrDefault());
        if (State is { } state) shares = rules is null ? shares.Where(a => false) : shares.Where(InState.Of(state, today, rules));
        if (WithinDays is { } days)
        {
            var last = today.AddDays(days);
            shares = shares.Where(a => a.NextOn <= last);
        }
        return Text is { } text ? shares.Where(a => db.Obligations.Any(o => o.Id == a.ObligationId && o.Task.Contains(text))) : shares;
    }

    /// <summary>As it is put behind an address that asks for something already: <c>&amp;unit=…</c>; empty where all is wanted.</summary>
    public string Query => string.Concat(
        new[] { ("unit", Unit), ("programme", Programme), ("state", State is { } state ? ProgrammeData.Code(state) : null), ("within", WithinDays?.ToString(CultureInfo.InvariantCulture)), ("text", Text) }
            .Where(a => a.Item2 is not null).Select(a => $"&{a.Item1}={Uri.EscapeDataString(a.Item2!)}"));

    private static string? Word(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 and < 400 } word ? word : null;
}
