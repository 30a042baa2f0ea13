using Gongbao.Kernel.Time;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>Makes claims of what a document says of itself (施行日期、有效期); what is counted begins on the day on which it was made known.</summary>
internal sealed class OwnClaims(FoundClaims found, WorkCalendar? calendar)
{
    public void Add(Passage passage, OwnTerm term)
    {
        var first = First(term);
        if (term.Commences)
        {
            var why = first is null ? WhyNot(term) : term.On is null ? found.MadeKnown.Doubt : null;
            found.Add(passage, term.From, term.To, ValidityEffect.Commence, null, c => c with { On = first, Why = why, Confidence = first is null ? 0.3 : why is null ? 1 : 0.9 });
        }
        if (!term.Ends) return;
        var begins = term.Commences ? first : found.Commencement is { } before ? before.On : found.MadeKnown.Day;
        var until = term.Until ?? (term.TermMonths is { } months && begins is { } day ? Days.Until(day, months) : null);
        found.Add(passage, term.From, term.To, ValidityEffect.Term, null, c => c with
        {
            On = begins, Until = until, Confidence = until is null || begins is null ? 0.3 : 1, Why = until is null || begins is null ? "推算不出有效期的起止日期，请填写。" : null,
        });
    }

    /// <summary>
    /// The first day in force; null where it cannot be told. The day on which the document was made known is not counted (民法典第二百零一条):
    /// thirty days after 28 April end on 28 May, and what comes into force after them does so on 29 May.
    /// </summary>
    private DateOnly? First(OwnTerm term)
    {
        if (term.On is { } on) return on;
        if (term.IsWithin || found.MadeKnown.Day is not { } known) return null;
        if (term.DaysAfter is 0) return known;
        var last = term switch
        {
            { DaysAfter: { } days } => known.AddDays(days),
            { MonthsAfter: { } months } => known.AddMonths(months),
            { WorkingDaysAfter: { } days } => Days.EndOfWorkingDays(calendar, known, days),
            _ => (DateOnly?)null,
        };
        return term.IsOnLast ? last : last?.AddDays(1);
    }

    private string WhyNot(OwnTerm term)
    {
        if (term.IsWithin) return "文件只写明在多长时间之内施行，没有写明是哪一天，请填写。";
        if (found.MadeKnown.Day is null) return "文件没有写明成文日期和印发日期，推算不出施行日期。";
        return $"施行日期按工作日推算，工作日历里没有{found.MadeKnown.Day.Value.Year}年或者其后的年份，推算不出，请填写。";
    }
}
