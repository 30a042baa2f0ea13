using Gongbao.Kernel.Predicates;
using Gongbao.Kernel.Time;

namespace Gongbao.Casework.Declarations;

/// <summary>A page of a form (一页一问).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Asks">The question: 孩子叫什么名字？</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="AskedWhen">When it is asked; null for always.</param>
internal sealed record CasePage(string Id, string Asks, IReadOnlyList<string> Fields, Predicate? AskedWhen = null);

/// <summary>Fields that are filled in together as often as needed (重复填写): one child after another.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What each is: 新生儿.</param>
/// <param name="Least">At least so many.</param>
/// <param name="Most">At most so many.</param>
internal sealed record CaseGroup(string Id, string Name, int Least, int Most);

/// <summary>Which day counts as the receipt (收到之日).</summary>
internal enum ReceiptRule
{
    /// <summary>The day it was handed in (提交之日).</summary>
    Submitted,

    /// <summary>The day the office signed for it (签收之日).</summary>
    SignedFor,

    /// <summary>The day both sides confirmed it (双方确认之日).</summary>
    Confirmed,
}

/// <summary>A way in which an application can come (申请渠道).</summary>
/// <param name="Id">Its id: <c>web</c>.</param>
/// <param name="Name">Its name: 网上.</param>
/// <param name="Received">Which day counts.</param>
/// <param name="Source">The law.</param>
internal sealed record CaseChannel(string Id, string Name, ReceiptRule Received, string? Source);

/// <summary>How results reach the applicant (送达).</summary>
/// <param name="ChosenBy">The field in which the applicant chooses; its options are the ways.</param>
/// <param name="Ways">The ways.</param>
/// <param name="Source">The clause.</param>
internal sealed record DeliveryRule(string ChosenBy, IReadOnlyList<DeliveryWay> Ways, string? Source);

/// <param name="Id">Its id, an option of the field.</param>
/// <param name="Name">Its name: 邮政寄递.</param>
/// <param name="Address">Fields that say where to.</param>
/// <param name="IsTracked">Whether a number of the carrier is recorded.</param>
internal sealed record DeliveryWay(string Id, string Name, IReadOnlyList<string> Address, bool IsTracked);

/// <summary>A day that the law sets for the applicant, not for an office (当事人自己的法定期限), such as 90 days for a newborn's insurance. Reckoned from an answer, of each member of a group.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">The field from whose day it runs; that day is not counted.</param>
/// <param name="Term">How long.</param>
/// <param name="Says">What comes of being late, a whole sentence; null where nothing does.</param>
/// <param name="Source">The law.</param>
internal sealed record OwnDay(string Id, string Name, string From, Term Term, string? Says, string? Source);

/// <param name="Keep">So long after the case is closed.</param>
/// <param name="Source">The law.</param>
internal sealed record RetentionRule(Term Keep, string? Source);

/// <summary>When the applicant is told something.</summary>
internal enum CaseNoticeMoment
{
    Received,
    Accepted,
    Notified,
    Extended,

    /// <summary>An item has ended.</summary>
    Ended,

    /// <summary>The case has joined.</summary>
    Joined,
    Halted,

    /// <summary>A date of the applicant's own is near.</summary>
    Reminder,
}

/// <summary>What the applicant is told (告知申请人).</summary>
/// <param name="Id">Its id.</param>
/// <param name="When">When.</param>
/// <param name="Item">Of which item; null of any.</param>
/// <param name="Says">The words, with <see cref="Placeholders"/>.</param>
/// <param name="Encloses">Forms that go with it.</param>
internal sealed record CaseNotice(string Id, CaseNoticeMoment When, string? Item, string Says, IReadOnlyList<string> Encloses)
{
    /// <summary>What stands in braces and is filled in.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["reference", "title", "item", "outcome", "due"];
}

/// <summary>A form made of the declaration (打印件): the application, a receipt, a letter of attorney, a guide.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What is on it, in order.</param>
/// <param name="SignedBy">Fields that are signatures.</param>
/// <param name="Source">The clause.</param>
internal sealed record CaseForm(string Id, string Title, IReadOnlyList<CaseFormBlock> Blocks, IReadOnlyList<string> SignedBy, string? Source);

/// <param name="Heading">Its heading; null for none.</param>
/// <param name="Text">Words; null for none.</param>
/// <param name="Fields">Fields that are printed with their answers.</param>
/// <param name="Items">Items that are printed with unit and time limits.</param>
/// <param name="Needs">Items whose evidence is printed.</param>
internal sealed record CaseFormBlock(string? Heading, string? Text, IReadOnlyList<string> Fields, IReadOnlyList<string> Items, IReadOnlyList<string> Needs)
{
    /// <summary>It is printed on letters of this day and later ones; null for all before <see cref="Until"/>. A change of law changes the words from a day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>It is printed on letters up to this day, inclusive; null for all from <see cref="From"/> on.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A series of document numbers, counted anew each year, without gaps (文号).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Pattern">The number, with <see cref="Placeholders"/>.</param>
/// <param name="Code">The office's code (机关代字); null where the pattern has none.</param>
/// <param name="Source">Where the code comes from.</param>
internal sealed record CaseNumbers(string Id, string Pattern, string? Code, string? Source)
{
    /// <summary>What stands in braces and is filled in.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["code", "year", "number"];
}
