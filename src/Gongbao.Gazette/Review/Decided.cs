using System.Globalization;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Review;

/// <summary>
/// A document as people decided it is: corrected values in place of what was read, rejected things left out, and no doubt shown where
/// somebody has decided. What a correction cannot be put into stays as read; the desk still shows the decision.
/// </summary>
internal static class Decided
{
    public static ReadDocument Apply(ReadDocument document, IReadOnlyList<StoredReading> decided)
    {
        var settled = decided.Where(r => r.State is ReadingState.Accepted or ReadingState.Corrected or ReadingState.Rejected).ToList();
        if (settled.Count == 0) return document;

        var doubts = settled.Select(r => (r.At, r.Why, r.SpanFrom, r.SpanTo)).ToHashSet();
        document = document with { Flags = [.. document.Flags.Where(f => !doubts.Contains((f.At, f.Why, f.Span.From, f.Span.To)))] };
        foreach (var reading in settled.Where(r => r.State is ReadingState.Corrected)) document = Put(document, ValuePlace.Parse(reading.At), reading.Correction);
        foreach (var reading in settled.Where(r => r.State is ReadingState.Rejected && ValuePlace.Parse(r.At).Field is not null)) document = Put(document, ValuePlace.Parse(reading.At), null);
        foreach (var thing in settled.Where(r => r.State is ReadingState.Rejected).Select(r => ValuePlace.Parse(r.At))
                     .Where(p => p is { Index: not null, Field: null }).OrderByDescending(p => p.Index))
            document = Remove(document, thing);
        return document;
    }

    private static ReadDocument Put(ReadDocument d, ValuePlace place, string? value) => place.Name switch
    {
        "number" => d with { Number = Text(d.Number, value) },
        "title" => d with { Title = Text(d.Title, value) },
        "kind" => d with { Kind = Text(d.Kind, value) },
        "forwarded_from" => d with { ForwardedFrom = Text(d.ForwardedFrom, value) },
        "date" => d with { DatedOn = Day(value) is { } day ? new(day, d.DatedOn?.Span ?? d.Root.Span) : null },
        "obligations" => d with { Obligations = At(d.Obligations, place, o => Put(o, place.Field, value)) },
        "honours" => d with { Honours = At(d.Honours, place, h => Put(h, place.Field, value)) },
        "personnel" => d with { Personnel = At(d.Personnel, place, p => Put(p, place.Field, value)) },
        "score_sheet" => d with { ScoreSheet = At(d.ScoreSheet, place, s => Put(s, place.Field, value)) },
        _ => d,
    };

    private static Obligation Put(Obligation o, string? field, string? value) => field switch
    {
        "measure" => o with { Measure = Text(o.Measure, value, o) },
        "group" => o with { Group = Text(o.Group, value, o) },
        "task" when value is not null => o with { Task = o.Task with { Value = value, Confidence = 1 } },
        "output" => o with { Output = Text(o.Output, value, o) },
        "units_text" => o with { Units = Text(o.Units, value, o) },
        "due_text" => o with { DueText = Text(o.DueText, value, o) },
        _ => o,
    };

    private static Honour Put(Honour h, string? field, string? value) => field switch
    {
        "category" when value is not null => h with { Category = h.Category with { Value = value, Confidence = 1 } },
        "grade" => h with { Grade = Text(h.Grade, value, h.Name.Span) },
        "name" when value is not null => h with { Name = h.Name with { Value = value, Confidence = 1 } },
        "county" => h with { County = Text(h.County, value, h.Name.Span) },
        _ => h,
    };

    private static PersonnelAct Put(PersonnelAct p, string? field, string? value) => field switch
    {
        "person" when value is not null => p with { Person = p.Person with { Value = value, Confidence = 1 } },
        "unit" when value is not null => p with { Unit = p.Unit with { Value = value, Confidence = 1 } },
        "post" when value is not null => p with { Post = p.Post with { Value = value, Confidence = 1 } },
        "rank" => p with { Rank = Text(p.Rank, value, p.Person.Span) },
        _ => p,
    };

    private static ScoreItem Put(ScoreItem s, string? field, string? value) => field switch
    {
        "no" => s with { No = Whole(value) is { } no ? new(no, s.No?.Span ?? s.Text.Span) : null },
        "category" => s with { Category = Text(s.Category, value, s.Text.Span) },
        "category_points" => s with { CategoryPoints = Whole(value) is { } points ? new(points, s.CategoryPoints?.Span ?? s.Text.Span) : null },
        "text" when value is not null => s with { Text = s.Text with { Value = value, Confidence = 1 } },
        "points" => s with { Points = decimal.TryParse(value, CultureInfo.InvariantCulture, out var points) ? new(points, s.Points?.Span ?? s.Text.Span) : null },
        _ => s,
    };

    private static ReadDocument Remove(ReadDocument d, ValuePlace place) => place.Name switch
    {
        "obligations" => d with { Obligations = Without(d.Obligations, place) },
        "honours" => d with { Honours = Without(d.Honours, place) },
        "grades" => d with { Grades = Without(d.Grades, place) },
        "personnel" => d with { Personnel = Without(d.Personnel, place) },
        "score_sheet" => d with { ScoreSheet = Without(d.ScoreSheet, place) },
        _ => d,
    };

    private static IReadOnlyList<T> At<T>(IReadOnlyList<T> list, ValuePlace place, Func<T, T> put) =>
        [.. list.Select((item, i) => i == place.Index ? put(item) : item)];

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, ValuePlace place) => [.. list.Where((_, i) => i != place.Index)];

    private static Found<string>? Text(Found<string>? read, string? value, Span near = default) => value is null ? null : new(value, read?.Span ?? near);

    private static Found<string>? Text(Found<string>? read, string? value, Obligation o) => Text(read, value, o.Task.Span);

    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? Whole(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
