using Gongbao.Gazette.Search.Index;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Citations.Resolution;

/// <summary>A place of a document as resolving sees it.</summary>
/// <param name="Id">Its id; null for one that an amendment brought, which is no clause of the print.</param>
/// <param name="Number">Its address by the numbers that the text has (<see cref="ClausePath.Slug"/>); by another day's numbers it may be another.</param>
/// <param name="Slug">Its lasting part of the address.</param>
/// <param name="RunsIn">Whether it goes on in the line of the place that it stands in.</param>
internal sealed record KnownPlace(Guid? Id, string Number, string Slug, bool RunsIn);

/// <summary>The places of a document: as printed, and by the numbers that it had on each day since an amendment changed any.</summary>
internal sealed class DocumentPlaces(PlaceIndex printed, IReadOnlyList<(WordingDays Days, PlaceIndex Places)> wordings)
{
    public static readonly DocumentPlaces None = new(PlaceIndex.Empty, []);

    /// <summary>Those of a document that no amendment changed.</summary>
    public static DocumentPlaces Of(IEnumerable<KnownPlace> printed) => new(new(printed), []);

    public PlaceIndex Printed => printed;

    /// <summary>The places by which a text of the day names them.</summary>
    /// <param name="signedOn">The day on which the citing text was signed; null where it prints none: then as printed. A decision that amends at once still counts as it was before.</param>
    public PlaceIndex On(DateOnly? signedOn)
    {
        if (signedOn is { } day && day > DateOnly.MinValue)
            foreach (var (days, places) in wordings)
                if (days.Hold(day.DayNumber - 1)) return places;
        return printed;
    }
}
