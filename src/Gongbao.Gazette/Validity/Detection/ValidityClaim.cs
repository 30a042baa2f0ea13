using Gongbao.Gazette.Reading;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>What is to be done to the words of a document (修改指令).</summary>
internal enum AmendmentAction
{
    /// <summary>Words of a place, or everywhere in the document, in another's stead (替换字句).</summary>
    ReplaceWords,

    /// <summary>A whole place in another's stead (整条修改).</summary>
    ReplaceClause,

    /// <summary>A place is taken out (删去).</summary>
    Delete,

    /// <summary>A new place (增加).</summary>
    Insert,

    /// <summary>A place gets another number (移动序号).</summary>
    Renumber,

    /// <summary>The term is longer by some months (延长有效期).</summary>
    ExtendTerm,

    /// <summary>A chapter, a section or an attachment is called otherwise (修改章名、标题).</summary>
    Retitle,
}

/// <summary>One instruction.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Old">Words that go; null where a whole place does.</param>
/// <param name="New">Words that come; null where none do, or where they stand elsewhere: in an attachment of the decision. Of a number: the new place, as 第十一条.</param>
/// <param name="Months">Of a longer term: how many months.</param>
internal sealed record AmendmentInstruction(AmendmentAction Action, string? Old = null, string? New = null, int? Months = null);

/// <summary>What a sentence of a document says about validity (效力主张), before anybody decided on it.</summary>
internal sealed record ValidityClaim
{
    public required ValidityEffect Effect { get; init; }

    /// <summary>The sentence, line breaks gone, personal values masked.</summary>
    public required string Words { get; init; }

    /// <summary>Where it stands in the source.</summary>
    public required Span Span { get; init; }

    /// <summary>Address of the place that says so; null in the head.</summary>
    public string? Slug { get; init; }

    /// <summary>The citation that names what it is about, by its place in <see cref="Citations.DocumentCitations.Of"/>; null where it is about its own document or nothing citable is printed.</summary>
    public int? Citation { get; init; }

    /// <summary>What it is about as printed; empty where it is about its own document.</summary>
    public string TargetWords { get; init; } = "";

    /// <summary>The place in the target; null for the whole.</summary>
    public ClausePath? Place { get; init; }

    public AmendmentInstruction? Instruction { get; init; }

    /// <summary>First day on which it holds; null where nothing printed tells.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Last day in force.</summary>
    public DateOnly? Until { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>Why it is in doubt, a whole Chinese sentence.</summary>
    public string? Why { get; init; }

    /// <summary>Whether it is about the document that says so.</summary>
    public bool IsOwn => TargetWords.Length == 0;
}
