namespace Gongbao.Gazette.Validity;

/// <summary>What a sentence does to the validity of a document or a clause (效力事件).</summary>
internal enum ValidityEffect
{
    /// <summary>Comes into force (施行).</summary>
    Commence,

    /// <summary>Is in force for a term (有效期).</summary>
    Term,

    /// <summary>Some of its words change (修改).</summary>
    Amend,

    /// <summary>One or more clauses end (部分废止).</summary>
    RepealPart,

    /// <summary>Ends (废止).</summary>
    Repeal,

    /// <summary>Is found to be no longer of use (宣布失效).</summary>
    Invalidate,

    /// <summary>Goes on being in force (继续有效), for a new term or without one.</summary>
    Continue,

    /// <summary>Does not come into force yet, or is out of force for a time (推迟、暂缓施行).</summary>
    Suspend,

    /// <summary>Is in force again (恢复施行).</summary>
    Resume,
}

/// <summary>Something that holds of a document from a day on.</summary>
/// <param name="Effect">What happens.</param>
/// <param name="On">First day on which it holds: of a repeal, the first day on which the document is no longer in force.</param>
/// <param name="Until">Of a term or a continuation: the last day in force; of a suspension: the last day out of force; null for no end.</param>
/// <param name="Claim">The claim that says so.</param>
internal sealed record ValidityEvent(ValidityEffect Effect, DateOnly On, DateOnly? Until = null, Guid? Claim = null);
