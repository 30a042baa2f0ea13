using System.Globalization;

namespace Gongbao.Kernel.Clauses;

/// <summary>What one step of a path names. The order of the members is the order in which they stand in a document.</summary>
public enum ClauseStepKind
{
    /// <summary>The whole text (全文).</summary>
    WholeText,

    /// <summary>The title (题).</summary>
    Title,

    /// <summary>Those it is addressed to (主送).</summary>
    Addressees,

    /// <summary>What stands before the first numbered clause (前言).</summary>
    Preamble,

    /// <summary>The body (正文): what stands between addressees and signature.</summary>
    Body,

    /// <summary>A text that the document issues or forwards (印发件); its clauses are named after it only where they would else be taken for the document's own.</summary>
    IssuedText,

    /// <summary>An unnumbered paragraph, by its position from 1 within what it stands in (款): 第二款.</summary>
    Paragraph,

    /// <summary>第一编</summary>
    Part,

    /// <summary>第一章</summary>
    Chapter,

    /// <summary>第一节</summary>
    Section,

    /// <summary>第一条; one that was put behind it later: 第一条之一.</summary>
    Article,

    /// <summary>一、: first level of an outline.</summary>
    Level1,

    /// <summary>（一）: second level; under an article the item (项), printed 第一项.</summary>
    Level2,

    /// <summary>1．: third level; under an article the subitem (目), printed 第一目.</summary>
    Level3,

    /// <summary>（1）: fourth level.</summary>
    Level4,

    /// <summary>①: fifth level.</summary>
    Level5,

    /// <summary>A table (表), by position.</summary>
    Table,

    /// <summary>A row of a table (行), by position of its data rows from 1.</summary>
    Row,

    /// <summary>Signature and day of signature (落款).</summary>
    Signature,

    /// <summary>A note under the signature (附注).</summary>
    Note,

    /// <summary>An attachment (附件); the only one of a document has no number.</summary>
    Attachment,

    /// <summary>A remark below a table (备注).</summary>
    Remark,
}

/// <summary>One step of a path: a kind and, where the kind has one, a number from 1.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Number">Null for kinds that are not counted and for the only attachment, table or issued text.</param>
/// <param name="Inserted">Which of the articles that were put behind the one of the number (之一), from 1; null for the article itself and for every other kind.</param>
public readonly record struct ClauseStep(ClauseStepKind Kind, int? Number = null, int? Inserted = null) : IComparable<ClauseStep>
{
    /// <summary>No law has put more articles behind one; the Criminal Law has nine behind its 第一百二十条.</summary>
    private const int MostInserted = 99;

    /// <summary>True for kinds that always have a number.</summary>
    public bool IsCounted => Kind is >= ClauseStepKind.Paragraph and <= ClauseStepKind.Level5 or ClauseStepKind.Row;

    /// <summary>True for kinds that may have one.</summary>
    public bool MayBeCounted => IsCounted || Kind is ClauseStepKind.Attachment or ClauseStepKind.Table or ClauseStepKind.IssuedText or ClauseStepKind.Remark;

    /// <summary>True for what stands inside the body.</summary>
    public bool IsInBody => Kind is >= ClauseStepKind.Preamble and <= ClauseStepKind.Row;

    /// <summary>True for the five levels of an outline (层次序数).</summary>
    internal bool IsOutline => Kind is >= ClauseStepKind.Level1 and <= ClauseStepKind.Level5;

    internal bool IsValid => (Number is null ? !IsCounted : MayBeCounted && Number is >= 1 and <= ChineseNumerals.Largest && (Kind != ClauseStepKind.Level5 || Number <= 20))
        && (Inserted is null || Kind is ClauseStepKind.Article && Inserted is >= 1 and <= MostInserted);

    public int CompareTo(ClauseStep other)
    {
        var order = Kind.CompareTo(other.Kind);
        if (order == 0) order = (Number ?? 0).CompareTo(other.Number ?? 0);
        return order == 0 ? (Inserted ?? 0).CompareTo(other.Inserted ?? 0) : order;
    }

    /// <summary>The step as it is written in a path.</summary>
    /// <param name="underArticle">Whether an article stands above: then （一） is written 第一项.</param>
    internal string Print(bool underArticle)
    {
        var chinese = Number is { } n ? ChineseNumerals.Format(n) : "";
        var digits = Number?.ToString(CultureInfo.InvariantCulture) ?? "";
        return Kind switch
        {
            ClauseStepKind.WholeText => "全文",
            ClauseStepKind.Title => "题",
            ClauseStepKind.Addressees => "主送",
            ClauseStepKind.Preamble => "前言",
            ClauseStepKind.Body => "正文",
            ClauseStepKind.IssuedText => "印发件" + digits,
            ClauseStepKind.Paragraph => $"第{chinese}款",
            ClauseStepKind.Part => $"第{chinese}编",
            ClauseStepKind.Chapter => $"第{chinese}章",
            ClauseStepKind.Section => $"第{chinese}节",
            ClauseStepKind.Article => Inserted is { } behind ? $"第{chinese}条之{ChineseNumerals.Format(behind)}" : $"第{chinese}条",
            ClauseStepKind.Level1 => chinese,
            ClauseStepKind.Level2 => underArticle ? $"第{chinese}项" : $"（{chinese}）",
            ClauseStepKind.Level3 => underArticle ? $"第{chinese}目" : digits,
            ClauseStepKind.Level4 => $"（{digits}）",
            ClauseStepKind.Level5 => ((char)('①' + (Number ?? 1) - 1)).ToString(),
            ClauseStepKind.Signature => "落款",
            ClauseStepKind.Note => "附注",
            ClauseStepKind.Attachment => "附件" + digits,
            ClauseStepKind.Table => "表" + digits,
            ClauseStepKind.Row => $"第{digits}行",
            ClauseStepKind.Remark => "备注" + digits,
        };
    }
}
