using Gongbao.Gazette.Generating;
using Gongbao.Gazette.Library.Storage;

namespace Gongbao.Bench.Search;

/// <summary>One query as a user types it.</summary>
/// <param name="Class">What kind of query it is.</param>
/// <param name="Text">As typed.</param>
/// <param name="Filter">Further parameters of the address; empty for none.</param>
internal sealed record BenchQuery(string Class, string Text, string Filter = "");

/// <summary>Queries drawn from the library's own documents, in the shares in which people ask.</summary>
internal sealed class SearchBenchQueries(IReadOnlyList<(StoredDocument Document, List<StoredClause> Clauses)> sample, ulong seed)
{
    private readonly Dice _dice = new(seed);

    public BenchQuery Next() => _dice.Below(100) switch
    {
        < 15 => new("number", _dice.Pick(sample).Document.Number!),
        < 25 => new("title", _dice.Pick(sample).Document.Title),
        < 45 => new("2 characters", Stretch(2)),
        < 65 => new("4 characters", Stretch(4)),
        < 80 => new("8 characters", Stretch(8)),
        < 90 => new("2 words", Two()),
        < 95 => new("as of a day", Stretch(2 + _dice.Below(3)), $"&on={2001 + _dice.Below(24)}-0{1 + _dice.Below(9)}-15"),
        _ => new("filtered", Stretch(2), $"&year={2000 + _dice.Below(20)}"),
    };

    /// <summary>What has been typed of a title or number so far.</summary>
    public string Begun()
    {
        var (document, _) = _dice.Pick(sample);
        var text = _dice.Chance(0.3) ? document.Number! : document.Title;
        var from = _dice.Chance(0.4) ? _dice.Below(Math.Max(1, text.Length - 4)) : 0;
        return text.Substring(from, Math.Min(text.Length - from, 1 + _dice.Below(8)));
    }

    private string Two()
    {
        var (_, clauses) = _dice.Pick(sample);
        return Stretch(2, clauses) + " " + Stretch(2 + _dice.Below(3), clauses);
    }

    /// <summary>Ideographs next to each other in one clause.</summary>
    private string Stretch(int length, List<StoredClause>? of = null)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var text = _dice.Pick(of ?? _dice.Pick(sample).Clauses).Text;
            if (text.Length <= length) continue;
            var stretch = text.Substring(_dice.Below(text.Length - length), length);
            if (stretch.All(c => c is >= '\u4e00' and <= '\u9fff')) return stretch;
        }
        return "工作";
    }
}
