using Gongbao.Platform.City;

namespace Gongbao.Clauses;

/// <summary>One clause that orders something, with what serves it (条款落实).</summary>
/// <param name="Id">Such as <c>GAZ-01</c>.</param>
/// <param name="Clause">Its address in the gazette.</param>
/// <param name="System">The system that it belongs to.</param>
/// <param name="Requirement">What must work for it to be served.</param>
/// <param name="ServedBy">Room, pages, commands and endpoints; empty until something serves it.</param>
internal sealed record ClauseBinding(string Id, string Clause, string System, string Requirement, IReadOnlyList<string> ServedBy)
{
    public static IReadOnlyList<ClauseBinding> Of(CityDeclarations city) =>
    [
        .. city.Section("clauses").Things().OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => new ClauseBinding(
            c.Id, c.Thing.RequiredText("clause"), c.Thing.RequiredText("system"), c.Thing.RequiredText("requirement"), Serving(c.Thing.Map("served_by")))),
    ];

    private static IReadOnlyList<string> Serving(DeclaredMap served) =>
    [
        .. served.Text("room") is { } room ? [$"room {room}"] : Array.Empty<string>(),
        .. served.Texts("pages").Select(p => $"page {p}"),
        .. served.Texts("commands").Select(c => $"command {c}"),
        .. served.Texts("endpoints").Select(e => $"endpoint {e}"),
    ];
}
