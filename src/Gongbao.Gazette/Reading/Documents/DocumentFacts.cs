namespace Gongbao.Gazette.Reading;

/// <summary>Gathers what the parts of one document state, and renumbers the addresses of their doubts.</summary>
internal sealed class DocumentFacts
{
    private readonly List<Heading> _headings = [];
    private readonly List<Obligation> _obligations = [];
    private readonly List<Honour> _honours = [];
    private readonly List<GradeRow> _grades = [];
    private readonly List<PersonnelAct> _personnel = [];
    private readonly List<ScoreItem> _scores = [];
    private readonly List<TimeMention> _times = [];
    private readonly List<PersonalMark> _personal = [];
    private readonly List<Found<string>> _cites = [];
    private readonly List<Flag> _flags = [];

    public void Add(Outline outline)
    {
        foreach (var flag in outline.Flags) _flags.Add(Moved(flag, "headings", _headings.Count));
        _headings.AddRange(outline.Headings);
    }

    public void AddText(IReadOnlyList<Passage> passages, int? year) => Add(ContentReaders.ReadText(passages, year));

    public void Add(ContentReading content)
    {
        foreach (var flag in content.Flags)
        {
            var moved = Moved(flag, "obligations", _obligations.Count);
            moved = Moved(moved, "honours", _honours.Count);
            moved = Moved(moved, "grades", _grades.Count);
            moved = Moved(moved, "personnel", _personnel.Count);
            _flags.Add(Moved(moved, "score_sheet", _scores.Count));
        }
        _obligations.AddRange(content.Obligations);
        _honours.AddRange(content.Honours);
        _grades.AddRange(content.Grades);
        _personnel.AddRange(content.Personnel);
        _scores.AddRange(content.ScoreSheet);
        _times.AddRange(content.Times);
        _personal.AddRange(content.Personal);
        _cites.AddRange(content.Cites);
    }

    public ReadDocument Complete(ReadDocument document, ReaderContext reader)
    {
        var own = document.Number?.Value;
        var units = ObligationUnits.Resolve(_obligations, document.DatedOn?.Value, reader);
        return document with
        {
            Headings = _headings,
            Obligations = units.Obligations,
            Honours = _honours,
            Grades = _grades,
            Personnel = _personnel,
            ScoreSheet = _scores,
            Times = _times,
            Personal = [.. _personal.OrderBy(p => p.Span.From)],
            Cites = [.. _cites.Where(c => c.Value != own).DistinctBy(c => c.Value).OrderBy(c => c.Span.From)],
            Flags = [.. _flags.Concat(units.Flags).Concat(HeadDoubts.Of(document)).OrderBy(f => f.Line).ThenBy(f => f.At, StringComparer.Ordinal)],
        };
    }

    private static Flag Moved(Flag flag, string list, int by)
    {
        if (by == 0 || !flag.At.StartsWith(list + "[", StringComparison.Ordinal)) return flag;
        var close = flag.At.IndexOf(']');
        return close > 0 && int.TryParse(flag.At.AsSpan(list.Length + 1, close - list.Length - 1), out var index)
            ? flag with { At = $"{list}[{index + by}{flag.At[close..]}" } : flag;
    }
}
