using System.Globalization;
using Gongbao.Gazette.Generating.Words;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>A document while it is being written: what it may speak of, and the truth of what it has said.</summary>
internal sealed class Saying(CityWords city, Dice dice, AmendableDocument own, IReadOnlyList<AmendableDocument> earlier, List<TrueEvent> truth, WorkCalendar? calendar = null)
{
    /// <summary>The working days that sentences may count; null where none are known.</summary>
    public WorkCalendar? Calendar => calendar;

    public CityWords City => city;

    public Dice Dice => dice;

    public Speech Speech { get; } = new(dice);

    public AmendableDocument Own => own;

    /// <summary>Notes what a sentence says, and does it to the document it is about.</summary>
    public void Note(ValidityEffect effect, Named? target, DateOnly on, string words, DateOnly? until = null, string? place = null)
    {
        truth.Add(new(own.Number, effect, target?.Target, place, on, until, words) { IsHeld = target?.Document is not null || target is null });
        var about = target is null ? own : target.Document;
        if (about is null) return;
        if (effect is ValidityEffect.Repeal or ValidityEffect.Invalidate) about.HasEnded = true;
        if (effect is ValidityEffect.Term or ValidityEffect.Continue) about.Until = until;
        if (effect is ValidityEffect.Suspend or ValidityEffect.Resume && place is null) about.IsSuspended = effect is ValidityEffect.Suspend;
    }

    public void Amend(Named target, DateOnly on, string words, string? place, TrueAction action, string? old = null, string? @new = null) =>
        truth.Add(new(own.Number, ValidityEffect.Amend, target.Target, place, on, null, words) { IsHeld = target.Document is not null, Action = action, Old = old, New = @new });

    /// <summary>Documents of the library that are still in force, as named here; one that the library does not hold where there are too few.</summary>
    public List<Named> Some(int count, bool mayBeOutside = true)
    {
        var alive = earlier.Where(e => e.IsPolicy && !e.HasEnded).ToList();
        var some = dice.Some(alive, count).ConvertAll(Name);
        for (var i = 0; mayBeOutside && i < some.Count; i++)
            if (dice.Chance(0.12)) some[i] = Outside();
        while (some.Count < count) some.Add(Outside());
        return some;
    }

    /// <summary>A document with articles of which some are as they were written; null where there is none.</summary>
    public AmendableDocument? WithArticles() =>
        earlier.Where(e => !e.HasEnded && e.Articles.Count - e.Touched.Count > 4).ToList() is { Count: > 0 } rules ? dice.Pick(rules) : null;

    public Named Name(AmendableDocument document) => new(Naming(document), document.Number, document);

    /// <summary>The name with its number, as lists print it: with title marks or without.</summary>
    public string Listed(Named named, bool marked) => named.Document switch
    {
        null => named.Words,
        { IsOrder: true } order => $"《{order.Issued}》（{order.Number}）",
        { } known => marked ? $"《{Inner(known)}》（{Bracketed(known.Number)}）" : $"{known.Issuer}{known.Title}（{Bracketed(known.Number)}）",
    };

    /// <summary>A document that the library does not hold.</summary>
    public Named Outside()
    {
        var year = dice.Between(2005, 2015);
        var number = string.Create(CultureInfo.InvariantCulture, $"{city.Code}府{dice.Pick<string>(["发", "办发"])}〔{year}〕{dice.Between(100, 190)}号");
        var title = Speech.Fresh(() => $"{city.City}{Speech.Matter()}管理规定");
        return dice.Chance(0.7) ? new($"《{title}》（{Bracketed(number)}）", number, null) : new($"《{title}》", title, null);
    }

    private string Naming(AmendableDocument document)
    {
        if (document.IsOrder) return $"《{document.Issued}》（{document.Number}）";
        var number = $"（{Bracketed(document.Number)}）";
        if (document.Issued is not { } issued) return dice.Chance(0.8) ? $"《{Inner(document)}》{number}" : $"《{Inner(document)}》";
        return dice.Below(5) switch { 0 => $"《{issued}》", 1 or 2 => $"《{issued}》{number}", _ => $"《{Inner(document)}》{number}" };
    }

    private static string Inner(AmendableDocument document) => document.Issuer + document.Title.Replace('《', '〈').Replace('》', '〉');

    private string Bracketed(string number) => dice.Below(6) switch
    {
        0 => number.Replace('〔', '[').Replace('〕', ']'),
        1 => number.Replace('〔', '［').Replace('〕', '］'),
        2 => number.Replace("〕", "〕第", StringComparison.Ordinal),
        _ => number,
    };
}

/// <summary>A document as a sentence names it.</summary>
/// <param name="Words">As printed.</param>
/// <param name="Target">Its number; of one that the library does not hold its number or title as printed.</param>
/// <param name="Document">Null where the library does not hold it.</param>
internal sealed record Named(string Words, string Target, AmendableDocument? Document);
