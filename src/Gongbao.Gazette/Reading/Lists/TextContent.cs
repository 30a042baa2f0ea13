namespace Gongbao.Gazette.Reading;

/// <summary>Reads what stands inside running text: duties, personnel acts, grades, citations, times, personal values.</summary>
internal static class TextContent
{
    /// <param name="passages">The running text of a document, clause by clause.</param>
    /// <param name="year">Year of the document's date; null where unknown.</param>
    public static ContentReading Read(IReadOnlyList<Passage> passages, int? year)
    {
        var obligations = new List<Obligation>();
        var personnel = new List<PersonnelAct>();
        var grades = new List<GradeRow>();
        var cites = new List<Found<string>>();
        var times = new List<TimeMention>();
        var personal = new List<PersonalMark>();
        var flags = new List<Flag>();
        InlineDuties.Read(passages, year, obligations, flags);
        PersonnelNotice.Read(passages, personnel, flags);
        GradeList.Read(passages, grades);
        Citations.Read(passages, cites);
        TimeMentions.Read(passages, year, times);
        PersonalMarks.Read(passages, personal);
        return new() { Obligations = obligations, Personnel = personnel, Grades = grades, Cites = cites, Times = times, Personal = personal, Flags = flags };
    }
}
