using System.Collections.Immutable;
using Gongbao.Casework.Declarations;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Casework.Running;

/// <summary>A case in hand: under which declaration it runs, where it stands, and the answers that rules ask about. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">受理号.</param>
/// <param name="Declaration">The version under which it began.</param>
/// <param name="State">As its events make it.</param>
/// <param name="Answers">Answers to the fields that rules and units ask about, as <see cref="FormAnswers"/> writes them; of fields that are asked once.</param>
internal sealed record OpenCase(Guid Id, string Reference, CaseDeclaration Declaration, CaseState State, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>What the journal and its data key call it.</summary>
    public string Subject => SubjectOf(Id);

    /// <summary>When things run out, by <see cref="Calendar"/>; null where it was not worked out yet.</summary>
    public CaseEnds? Ends { get; init; }

    /// <summary>By which calendar <see cref="Ends"/> was worked out.</summary>
    public string? Calendar { get; init; }

    /// <summary>By which calendar the days in the rows were.</summary>
    public string? StoredCalendar { get; init; }

    public static string SubjectOf(Guid id) => $"case:{id:N}";

    /// <summary>The answer to a field, for rules.</summary>
    public FieldValue? Fact(string field) => Answers.TryGetValue(field, out var text) ? FormAnswers.Value(Declaration.Field(field)!, text) : null;

    /// <summary>Who does an item; null as long as no field names it.</summary>
    public string? UnitOf(ItemDeclaration item) => item.Unit.StartsWith('$') ? Answers.GetValueOrDefault(item.Unit[1..]) : item.Unit;
}

/// <summary>When items run out, by one calendar (届满时间).</summary>
/// <param name="Next">The first instant at which anything does; null where nothing does.</param>
/// <param name="ByItem">Of items of which something runs out, the first.</param>
internal sealed record CaseEnds(DateTimeOffset? Next, IReadOnlyDictionary<string, DateTimeOffset> ByItem)
{
    public static CaseEnds Of(CaseDeclaration declaration, CaseState state, WorkCalendar calendar)
    {
        var byItem = ImmutableDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (item, _, _, ends) in ClockActs.Ends(declaration, state, calendar))
            if (!byItem.TryGetValue(item, out var first) || ends < first) byItem[item] = ends;
        return new(byItem.Count == 0 ? null : byItem.Values.Min(), byItem);
    }

    /// <summary>The last day on which an item is kept, Beijing. What ends at midnight was kept through the day before.</summary>
    public DateOnly? DueOn(string item) => ByItem.TryGetValue(item, out var ends) ? ends.AddTicks(-1).BeijingDate() : null;

    /// <summary>By which calendar of the city days are worked out; another where the city has declared another.</summary>
    public static string CalendarOf(CityDeclarations city) => Marks.GetValue(city, static c =>
        string.Concat(c.Versions.Where(v => v.Section == "calendar").OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => v.Hash[..16])) is { Length: > 0 } mark ? mark : "-");

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CityDeclarations, string> Marks = [];
}
