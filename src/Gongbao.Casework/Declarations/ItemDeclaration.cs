using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;

namespace Gongbao.Casework.Declarations;

/// <summary>What one department does in a case (事项). It starts when its evidence is there, goes through its stages in their order, and ends with one of its outcomes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name: 户口登记.</param>
/// <param name="Unit">Who does it: a unit's id, or <c>$field</c> where a field names it.</param>
/// <param name="Source">The clause that orders it.</param>
internal sealed record ItemDeclaration(string Id, string Title, string Unit, string? Source)
{
    /// <summary>Evidence on which it starts; what is needed only for some is left out for the others.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>When the item belongs to the case; null for always.</summary>
    public Predicate? NeededWhen { get; init; }

    /// <summary>The fields that its department is given, and no other (目的限定).</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The group of which each member gets a result of its own, such as each child a certificate; null where there is one result.</summary>
    public string? ForEach { get; init; }

    /// <summary>Whether somebody has to accept it (受理); else it is accepted when it opens.</summary>
    public bool IsAccepted { get; init; } = true;

    /// <summary>What is done one after another; none can be skipped. At least one.</summary>
    public required IReadOnlyList<StageDeclaration> Stages { get; init; }

    public required IReadOnlyList<OutcomeDeclaration> Outcomes { get; init; }

    public IReadOnlyList<ClockDeclaration> Clocks { get; init; } = [];

    /// <summary>Whom it may ask, with time limits of their own (征求意见).</summary>
    public IReadOnlyList<InquiryDeclaration> Inquiries { get; init; } = [];

    /// <summary>What may be missing or wrong (需补正的情形), by id, each with its words.</summary>
    public IReadOnlyDictionary<string, string> Deficiencies { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the applicant may take it back, by the phase in which it stands; every phase is declared.</summary>
    public required IReadOnlyDictionary<ItemPhase, WithdrawalRule> Withdrawal { get; init; }

    public OutcomeDeclaration? Outcome(string id) => Outcomes.FirstOrDefault(o => o.Id == id);

    public ClockDeclaration? Clock(string id) => Clocks.FirstOrDefault(c => c.Id == id);

    public int StageIndex(string id) => Stages.Select((s, i) => (s, i)).Where(x => x.s.Id == id).Select(x => (int?)x.i).FirstOrDefault() ?? -1;
}

/// <summary>A step of an item (环节).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name: 法制审核.</param>
/// <param name="Verb">The verb of whoever does it.</param>
/// <param name="ByAnother">Whether it has to be somebody else than who did the stage before it.</param>
internal sealed record StageDeclaration(string Id, string Title, string Verb, bool ByAnother = false);

/// <summary>How an item came out, for the join.</summary>
internal enum OutcomeKind
{
    /// <summary>What was asked for was given (办结).</summary>
    Granted,

    /// <summary>It was not, with reason and law (不予办理).</summary>
    Refused,

    /// <summary>The applicant took it back (撤回).</summary>
    Withdrawn,

    /// <summary>It ended because something did not come in time (视为放弃).</summary>
    Lapsed,

    /// <summary>It was ended with the case, or because the result of another item for which it waits can no longer come (终止). Every item declares one.</summary>
    Closed,
}

/// <summary>A way in which an item ends (办理结果).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name.</param>
/// <param name="Kind">What it counts as.</param>
/// <param name="Gives">Evidence that comes of it.</param>
/// <param name="IsEarly">Whether the item may end so before its last stage: 撤回, 逾期不补正.</param>
internal sealed record OutcomeDeclaration(string Id, string Label, OutcomeKind Kind, IReadOnlyList<string> Gives, bool IsEarly = false)
{
    /// <summary>The row of the yearly report in which it counts (年度报告的行): 三（三）4; null where it counts in none.</summary>
    public string? Row { get; init; }

    /// <summary>The form that goes out with it (告知书); null where none does.</summary>
    public string? Letter { get; init; }

    /// <summary>The law it rests on.</summary>
    public string? Source { get; init; }
}

/// <summary>What comes of an applicant's wish to take an item back.</summary>
internal enum WithdrawalEffect
{
    /// <summary>It ends (可以撤回).</summary>
    Free,

    /// <summary>It ends, and something has to be undone or made good (撤回需善后).</summary>
    WithCompensation,

    /// <summary>It does not (不能撤回).</summary>
    NotPossible,
}

/// <param name="Effect">Which.</param>
/// <param name="Says">What the applicant reads before pressing, a whole sentence.</param>
/// <param name="Source">The law it rests on.</param>
internal sealed record WithdrawalRule(WithdrawalEffect Effect, string Says, string? Source = null);
