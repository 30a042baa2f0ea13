namespace Gongbao.Gazette.Validity.Detection;

/// <summary>Makes claims of what a document says of itself (施行日期、有效期); what is counted begins on the day on which it was made known.</summary>
internal static class OwnClaims
{
    public static void Add(FoundClaims found, Passage passage, OwnTerm term)
    {
        var (known, doubt) = found.MadeKnown;
        DateOnly? first = term switch
        {
            { On: { } on } => on,
            { DaysAfter: { } days } => known?.AddDays(days == 0 ? 0 : days + 1),
            { MonthsAfter: { } months } => known?.AddMonths(months).AddDays(1),
            _ => null,
        };
        if (term.Commences)
        {
            var why = term.On is not null ? null : known is null ? "文件没有写明成文日期和印发日期，推算不出施行日期。" : doubt;
            found.Add(passage, term.From, term.To, ValidityEffect.Commence, null, c => c with { On = first, Why = why, Confidence = first is null ? 0.3 : why is null ? 1 : 0.9 });
        }
        if (!term.Ends) return;
        var begins = first ?? found.CommencesOn ?? known;
        var until = term.Until ?? (term.TermMonths is { } term_ && begins is { } day ? Days.Until(day, term_) : null);
        found.Add(passage, term.From, term.To, ValidityEffect.Term, null, c => c with
        {
            On = begins, Until = until, Confidence = until is null || begins is null ? 0.3 : 1, Why = until is null || begins is null ? "推算不出有效期的起止日期，请填写。" : null,
        });
    }
}
