using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Declarations;

/// <summary>
/// A procedure as the city declares it (办件流程): what is asked, who is entitled, which items of which departments run, with which clocks, and how they join. Immutable; a case
/// keeps the version under which it began.
/// </summary>
/// <param name="Id">Its id: <c>newborn</c>.</param>
/// <param name="Title">Its name: 新生儿出生一件事.</param>
/// <param name="Version">Hash of its canonical JSON.</param>
/// <param name="Source">The clause that orders it, or the law.</param>
internal sealed record CaseDeclaration(string Id, string Title, string Version, string? Source)
{
    /// <summary>What the form asks, in the order in which it asks.</summary>
    public required IReadOnlyList<CaseField> Fields { get; init; }

    /// <summary>Conditions of the joint procedure (申请条件).</summary>
    public IReadOnlyList<EligibilityRule> Eligibility { get; init; } = [];

    /// <summary>Papers and facts on which items start, and which they give (材料、结果).</summary>
    public IReadOnlyList<EvidenceDeclaration> Evidence { get; init; } = [];

    /// <summary>The items (事项), in the order in which they are shown.</summary>
    public required IReadOnlyList<ItemDeclaration> Items { get; init; }

    /// <summary>When the case as a whole has come to its end.</summary>
    public JoinRule Join { get; init; } = JoinRule.Everything;

    /// <summary>How deficiencies are told (一次性告知).</summary>
    public NoticeRule Notice { get; init; } = new(null, null);

    /// <summary>What ends everything gently, whatever has come of it until then: 新生儿死亡.</summary>
    public IReadOnlyList<HaltRule> Halts { get; init; } = [];

    /// <summary>Pages of the form, in order.</summary>
    public IReadOnlyList<CasePage> Pages { get; init; } = [];

    /// <summary>Groups of fields that are filled in as often as needed: children.</summary>
    public IReadOnlyList<CaseGroup> Groups { get; init; } = [];

    /// <summary>Ways in which an application can come, and which day counts as its receipt.</summary>
    public IReadOnlyList<CaseChannel> Channels { get; init; } = [];

    /// <summary>How results reach the applicant; null where nothing is handed out.</summary>
    public DeliveryRule? Delivery { get; init; }

    /// <summary>How long everything is kept, by how the case came out (保存期限).</summary>
    public IReadOnlyDictionary<CaseOutcome, RetentionRule> Retention { get; init; } = new Dictionary<CaseOutcome, RetentionRule>();

    /// <summary>Days that the law sets for the applicant.</summary>
    public IReadOnlyList<OwnDay> OwnDays { get; init; } = [];

    /// <summary>What the applicant is told, and when.</summary>
    public IReadOnlyList<CaseNotice> Notices { get; init; } = [];

    /// <summary>Forms that are printed or shown, made of this declaration.</summary>
    public IReadOnlyList<CaseForm> Forms { get; init; } = [];

    /// <summary>Series of document numbers (文号).</summary>
    public IReadOnlyList<CaseNumbers> Numbers { get; init; } = [];

    public ItemDeclaration? Item(string id) => Items.FirstOrDefault(i => i.Id == id);

    public CaseField? Field(string id) => Fields.FirstOrDefault(f => f.Id == id);
}

/// <summary>A condition of the joint procedure. Where it does not hold nobody loses a right: <see cref="Otherwise"/> says what to do instead.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rule">What has to hold.</param>
/// <param name="Otherwise">A whole sentence for whom it does not hold.</param>
/// <param name="Source">The clause.</param>
internal sealed record EligibilityRule(string Id, Predicate Rule, string Otherwise, string? Source)
{
    /// <summary>Items that stay open one by one to whom it does not hold (可以单独申请的事项).</summary>
    public IReadOnlyList<string> LeadsTo { get; init; } = [];
}

/// <summary>Who brings a piece of evidence.</summary>
internal enum EvidenceFrom
{
    /// <summary>The applicant, at a window, by upload or post (申请人提交).</summary>
    Applicant,

    /// <summary>An item, as its result (前一事项的结果).</summary>
    Item,

    /// <summary>A clerk who checks something and records it (窗口核验).</summary>
    Clerk,
}

/// <summary>A paper, a fact that was checked, or the result of an item (材料).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name: 出生医学证明.</param>
/// <param name="From">Who brings it.</param>
/// <param name="NeededWhen">Where it is needed only for some; null for all.</param>
internal sealed record EvidenceDeclaration(string Id, string Label, EvidenceFrom From, Predicate? NeededWhen = null)
{
    /// <summary>
    /// So long it may follow after acceptance (容缺受理); null where it may not. No decision grants an item as long as it has not come, though where silence is consent it is; where it does not come in time the item ends with its
    /// first outcome of kind <see cref="OutcomeKind.Lapsed"/>, or, where it declares none, <see cref="OutcomeKind.Closed"/>.
    /// </summary>
    public Term? MayFollow { get; init; }

    /// <summary>
    /// Whether a commitment may stand in for it (告知承诺). One that turns out untrue ends the items that rest on it and still run, and is not made a second time
    /// (国办发〔2020〕42号：承诺不实的，依法终止办理、撤销行政决定).
    /// </summary>
    public bool MayBeCommitted { get; init; }
}

/// <summary>How the case's end follows from those of its items (联办汇合).</summary>
internal enum JoinPolicy
{
    /// <summary>All have ended.</summary>
    All,

    /// <summary>One is granted.</summary>
    Any,

    /// <summary>So many are granted. Where that can no longer be reached the case ends with its last item: nobody loses an item because another one was refused.</summary>
    Quorum,

    /// <summary>Those that are required have ended; the others go on for themselves (尽力而为). Where none of those that are required belongs to the case, all have.</summary>
    Required,
}

/// <param name="Policy">Which.</param>
/// <param name="Quorum">How many; 0 where the policy asks for none.</param>
/// <param name="Required">Which items; empty where the policy asks for none.</param>
/// <param name="EndsRest">Whether items that are still open are ended when the case has joined; else they go on.</param>
internal sealed record JoinRule(JoinPolicy Policy, int Quorum, IReadOnlyList<string> Required, bool EndsRest)
{
    public static JoinRule Everything { get; } = new(JoinPolicy.All, 0, [], EndsRest: false);
}

/// <summary>One merged notice of everything that is missing (一次性告知).</summary>
/// <param name="CutOff">So long after an item was opened its department may add to the notice; null: the notice waits until all have looked.</param>
/// <param name="Source">The law: 《行政许可法》第三十二条第一款第四项.</param>
internal sealed record NoticeRule(Term? CutOff, string? Source);

/// <param name="Id">Its id: <c>child-died</c>.</param>
/// <param name="Label">What has happened.</param>
/// <param name="Says">What the family is told, a whole sentence.</param>
internal sealed record HaltRule(string Id, string Label, string Says);
