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

    /// <summary>The places by the numbers that the text has on a day.</summary>
    /// <param name="day">The day, counted from 0001-01-01; as printed where no amendment changed the text.</param>
    public PlaceIndex On(int day)
    {
        foreach (var (days, places) in wordings)
            if (days.Hold(day)) return places;
        return printed;
    }

    /// <summary>The places by which another text names them.</summary>
    /// <param name="signedOn">The day on which that text was signed; null where it prints none: then as printed. A decision that amends at once still counts as it was the day before.</param>
    public PlaceIndex CitedBy(DateOnly? signedOn) => signedOn is { } day ? On(day.DayNumber - 1) : printed;
}
