using Gongbao.Gazette.Validity;

namespace Gongbao.Gazette.Generating.Amending;

/// <summary>What an amendment does to the words of a document (修改指令).</summary>
internal enum TrueAction
{
    /// <summary>A clause has new words (修改为).</summary>
    Replace,

    /// <summary>Some words give way to others, or to none (将“甲”修改为“乙”).</summary>
    ReplaceWords,

    /// <summary>A clause goes (删去).</summary>
    Delete,

    /// <summary>A clause comes (增加).</summary>
    Insert,

    /// <summary>A clause gets another number (第五条改为第六条).</summary>
    Renumber,

    /// <summary>A chapter is called otherwise (章名修改为).</summary>
    Retitle,
}

/// <summary>What one sentence of a made-up document truly says about the validity of a document.</summary>
/// <param name="In">Number of the document that says so.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Target">Number of the document it is about; null for its own. Of one that the library does not hold: its number or title as printed.</param>
/// <param name="Place">Address of the clause in it; null for the whole document.</param>
/// <param name="On">First day on which it holds.</param>
/// <param name="Until">Of a term or continuation: the last day in force; null where the sentence does not tell.</param>
/// <param name="Words">The sentence, list item or table row, before lines are broken.</param>
internal sealed record TrueEvent(string In, ValidityEffect Effect, string? Target, string? Place, DateOnly? On, DateOnly? Until, string Words)
{
    /// <summary>False where the library does not hold the document that is meant.</summary>
    public bool IsHeld { get; init; } = true;

    /// <summary>Of an amendment.</summary>
    public TrueAction? Action { get; init; }

    /// <summary>The words that go, where the sentence names them.</summary>
    public string? Old { get; init; }

    /// <summary>The words that come; empty where words go without any in their place. Paragraphs are parted by line breaks.</summary>
    public string? New { get; init; }
}

/// <summary>A document that others may end, continue or amend.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issued">The text that it issues; null where it speaks itself.</param>
/// <param name="DatedOn">Day of signature.</param>
internal sealed record AmendableDocument(string Number, string Issuer, string Title, string? Issued, DateOnly DatedOn)
{
    /// <summary>Its articles, each with its paragraphs (款); none where it has no articles.</summary>
    public List<IReadOnlyList<string>> Articles { get; } = [];

    /// <summary>Its chapters, first article and number of articles each; none where it has none.</summary>
    public List<(string Title, int First, int Count)> Chapters { get; } = [];

    /// <summary>Its attachments, title and lines each.</summary>
    public List<(string Title, IReadOnlyList<string> Lines)> Annexes { get; } = [];

    /// <summary>Chapters and attachments that later documents have changed: 第三章, 附件2.</summary>
    public HashSet<string> TouchedParts { get; } = [];

    /// <summary>Whether it is put off or out of force until further notice.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>Articles that later documents have ended or changed, from 1.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>Last day of its term as last told.</summary>
    public DateOnly? Until { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether it orders something itself; what only ends, lists or changes others does not.</summary>
    public bool IsPolicy => !Reading.Lexicon.ContainsAny(Title, ["废止", "清理", "修改", "延长", "推迟", "暂缓", "恢复"]);

    public bool IsOrder => Title.EndsWith('令');
}

/// <summary>A made-up library whose documents come into force, end, continue and change one another.</summary>
/// <param name="Sources">The documents as printed or as files give them, earliest first.</param>
/// <param name="Documents">The same documents.</param>
/// <param name="Truth">Every event, by document and in printed order.</param>
internal sealed record AmendingLibrary(IReadOnlyList<Reading.SourceText> Sources, IReadOnlyList<AmendableDocument> Documents, IReadOnlyList<TrueEvent> Truth);
