using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Reports;
using Gongbao.Platform.City;

namespace Gongbao.Ledger;

/// <summary>How the city keeps its ledger, as it declares (台账办法).</summary>
/// <param name="DueSoonDays">From so many days before the last day on a share is near its end.</param>
/// <param name="Rhythm">How often is reported where no day is set.</param>
/// <param name="Grace">So many days after a turn's end its report is still in time.</param>
/// <param name="AnswerDays">So many working days are given for an answer.</param>
/// <param name="DoneAt">An obligation is done when its shares reach so many per cent.</param>
/// <param name="Weights">What the share of one unit counts.</param>
/// <param name="Score">How units are scored in reports.</param>
internal sealed record LedgerRules(int DueSoonDays, RecurrencePeriod Rhythm, int Grace, int AnswerDays, int DoneAt, IReadOnlyDictionary<DutyRole, int> Weights, ScoreRules Score)
{
    /// <summary>Accepts obligations, decides what is unclear, answers units.</summary>
    public const string ManageVerb = "ledger.manage";

    /// <summary>Reports for a unit.</summary>
    public const string ReportVerb = "ledger.report";

    /// <summary>Verifies what was reported.</summary>
    public const string VerifyVerb = "ledger.verify";

    /// <summary>Knows what the own unit owes, and says who stands in for whom.</summary>
    public const string HeadVerb = "ledger.head";

    private const string Section = "ledger";

    /// <returns>Null where the city declares nothing of it.</returns>
    public static LedgerRules? Of(CityDeclarations? city)
    {
        if (city?.Section(Section) is not { Entries.Count: > 0 } declared) return null;
        var (rhythm, rollUp) = (declared.Map("rhythm"), declared.Map("roll_up"));
        return new(
            declared.Map("due_soon").Number("days")!.Value,
            rhythm.RequiredText("period") switch
            {
                "month" => RecurrencePeriod.Month,
                "half-year" => RecurrencePeriod.HalfYear,
                "year" => RecurrencePeriod.Year,
                _ => RecurrencePeriod.Quarter,
            },
            rhythm.Number("grace")!.Value,
            declared.Map("answers").Number("working_days")!.Value,
            rollUp.Number("done_at")!.Value,
            new Dictionary<DutyRole, int>
            {
                [DutyRole.Lead] = rollUp.Number("lead")!.Value, [DutyRole.Responsible] = rollUp.Number("responsible")!.Value, [DutyRole.Supporting] = rollUp.Number("supporting")!.Value,
            },
            ScoreRules.Of(declared.Map("score")));
    }

    /// <summary>The running city's declarations with its rules.</summary>
    /// <returns>Refused with <c>ledger.not-declared</c>.</returns>
    public static Result<(CityDeclarations City, LedgerRules Rules)> InForce(IServiceProvider services)
    {
        var city = (CityDeclarations?)services.GetService(typeof(CityDeclarations));
        return city is not null && Of(city) is { } rules ? (city, rules) : new Refusal("ledger.not-declared", "本市还没有声明怎样管理任务台账；请系统管理员在城市声明里补上“任务台账”一节并发布。");
    }

    /// <summary>The turns in which is reported on what has no last day.</summary>
    /// <param name="since">The first day on which it is owed.</param>
    public IEnumerable<Occurrence> ReportingTurns(DateOnly since) => Occurrence.Since(Rhythm, since, grace: Grace);
}
