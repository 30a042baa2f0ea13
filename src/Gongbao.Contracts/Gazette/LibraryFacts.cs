namespace Gongbao.Contracts.Gazette;

/// <summary>A document came into the library (新文件入库). Published by the gazette in the unit that stores it, not for a new version of one that was there.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issuers">Names of the bodies that issued it, as it prints them.</param>
/// <param name="Topics">Ids of the declared topics that it has.</param>
public sealed record DocumentPublished(string Slug, string Title, IReadOnlyList<string> Issuers, IReadOnlyList<string> Topics);

/// <summary>
/// What holds of a document changed (修改、废止、失效……): a person confirmed what another document says of it or took that back, the result of a clean-up was
/// published, or its issue no longer prints it. Published by the gazette in that unit.
/// </summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Place">The place in it that it is about, as an address has it; null for the whole document.</param>
/// <param name="Title">Its title.</param>
public sealed record DocumentChanged(string Slug, string? Place, string Title);

/// <summary>A new version of a document came in with other words (文字更正). Published by the gazette in the unit that stores it, once a document.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Places">Lasting places of the clauses that came, went, moved or have other words, as addresses have them; also the old place of what moved.</param>
/// <param name="Title">Its title, as it is now.</param>
public sealed record DocumentCorrected(string Slug, IReadOnlyList<string> Places, string Title);
