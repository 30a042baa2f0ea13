using Gongbao.Platform.City;

namespace Gongbao.Casework.Declarations.Checking;

/// <summary>Looks for every mistake of the declared procedures at once (流程检查), and replays the examples of those that have none.</summary>
internal static class CaseExamination
{
    /// <summary>The section as the room examines it.</summary>
    public static SectionShape Section { get; } = CityDeclarations.KnownSections.Single(s => s.Name == CaseReader.Section) with { Examine = Of };

    private static void Of(DeclaredMap cases, Examination city)
    {
        foreach (var entry in cases.Entries)
        {
            var draft = new CaseDraft(entry, city);
            FieldChecks.Check(draft);
            PrivacyChecks.Check(draft);
            RuleChecks.Check(draft);
            EvidenceChecks.Check(draft);
            ItemChecks.Check(draft);
            OutcomeChecks.Check(draft);
            ClockChecks.Check(draft);
            JoinChecks.Check(draft);
            OutputChecks.Check(draft);
            ExampleChecks.Check(draft);
            if (draft.Problems == 0 && city.Calendar is { } calendar) ExampleReplay.Check(draft, calendar);
        }
    }
}
