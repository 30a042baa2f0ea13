using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;

namespace Gongbao.Contracts.Gazette;

/// <summary>
/// Says whether a clause may be cited as the basis of something (作为依据): the one check for all rooms. A document that is not published, or
/// is not in force on the day, is no basis.
/// </summary>
public interface ILegalBasis
{
    /// <param name="clause">A document, or a place in one.</param>
    /// <param name="on">The legal day on which it is relied on.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>
    /// What may be cited. Refusals: <c>basis.not-published</c> (the library does not show it), <c>basis.ambiguous</c> (several documents bear the
    /// name), <c>basis.withdrawn</c>, <c>basis.undated</c> (nothing tells since when it counts), <c>basis.not-made-yet</c>, <c>basis.not-in-force-yet</c>,
    /// <c>basis.repealed</c>, <c>basis.expired</c>, <c>basis.declared-invalid</c>, <c>basis.no-such-clause</c>, <c>basis.clause-repealed</c>.
    /// </returns>
    Task<Result<LegalBasis>> FindAsync(ClauseRef clause, DateOnly on, CancellationToken stop);
}

/// <summary>A clause that may be cited as a basis on the day asked for.</summary>
/// <param name="Clause">As it was asked for.</param>
/// <param name="On">The day asked for.</param>
/// <param name="Title">The document's title with its issuers.</param>
/// <param name="Number">Its number (发文字号); null where none is printed.</param>
/// <param name="Place">How a citation names the place, as 三（十）; null for the whole document and for a place without a name.</param>
/// <param name="State">The state of the document on the day.</param>
/// <param name="Address">The page of the place, a path on this site.</param>
public sealed record LegalBasis(ClauseRef Clause, DateOnly On, string Title, string? Number, string? Place, BasisState State, string Address);

/// <summary>The states in which a document is a basis.</summary>
public enum BasisState
{
    /// <summary>As it was made (现行有效).</summary>
    InForce,

    /// <summary>With changed words (已修改).</summary>
    Amended,

    /// <summary>Without one or more of its clauses (部分失效); the clause asked for is not among them.</summary>
    PartlyInvalid,
}
