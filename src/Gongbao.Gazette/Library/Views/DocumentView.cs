using System.Text.Json.Serialization;
using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Library;

/// <summary>One document (公文) as its page shows it. Personal values are already masked in every text here.</summary>
internal sealed record DocumentView
{
    public required string Slug { get; init; }

    public required string IssueSlug { get; init; }

    public required string IssueTitle { get; init; }

    /// <summary>True for a document that came by itself and not in an issue (单独来文).</summary>
    public bool IsSingle { get; init; }

    /// <summary>Document number (发文字号); null when none is printed.</summary>
    public string? Number { get; init; }

    /// <summary>Issuing bodies (发文机关), the leading one first.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>As printed after the issuer.</summary>
    public required string Title { get; init; }

    /// <summary>One of the fifteen kinds (文种); null when none can be told.</summary>
    public string? Kind { get; init; }

    /// <summary>Topics, audiences, level and whether normative.</summary>
    public DocumentClasses Classes { get; init; } = DocumentClasses.None;

    /// <summary>To whom it is addressed (主送机关), as printed, without the colon; null when to nobody in particular.</summary>
    public IReadOnlyList<TextRun>? Addressees { get; init; }

    /// <summary>Day of signature (成文日期).</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>Names of the attachments (附件说明).</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Documents that the text cites, in order of appearance.</summary>
    public IReadOnlyList<CitedDocument> Cites { get; init; } = [];

    /// <summary>Text, signature, date and attachments in printed order; head and addressees are not repeated here.</summary>
    public required IReadOnlyList<BlockView> Body { get; init; }

    public IReadOnlyList<ObligationView> Obligations { get; init; } = [];

    /// <summary>Doubts that a person has not decided yet.</summary>
    public IReadOnlyList<FlagView> Flags { get; init; } = [];

    /// <summary>In force or not, as of the day that was asked for; null where the document is shown outside of the library.</summary>
    public ValidityView? Validity { get; init; }

    /// <summary>A whole sentence where there was no such document yet on the day that was asked for; null where there was.</summary>
    [JsonIgnore]
    public string? NotYet => Validity is { State: null, NotKnown: null } none ? $"{ValidityWords.NoDocument}：{Citation}成文于{ChineseFormat.Date(DatedOn)}，{ChineseFormat.Date(none.Day)}时还没有这份文件。" : null;

    /// <summary>First and last source line.</summary>
    public int FromLine { get; init; }

    public int ToLine { get; init; }

    /// <summary>The neighbours in the issue; null at its ends.</summary>
    public DocumentLine? Previous { get; init; }

    public DocumentLine? Next { get; init; }

    /// <summary>《…》（文号）, as one document cites another; an order is cited by its number, 清河市人民政府令第8号.</summary>
    public string Citation => FullTitle.Cited(string.Join('、', Issuers), Title, Number);

    /// <summary>Whether this is an order (令), whose number begins with its title.</summary>
    [JsonIgnore]
    public bool IsOrder => FullTitle.IsOrder(Title, Number);

    /// <summary>The number as it stands under the title: an order's without the title that it begins with; null when none is printed.</summary>
    [JsonIgnore]
    public string? NumberUnderTitle => IsOrder ? Number![Title.Length..] : Number;

    /// <summary>The block of a clause slug; null when there is none.</summary>
    public BlockView? Find(string clause) => Body.SelectMany(b => b.WithAll).FirstOrDefault(b => b.Slug == clause);
}

/// <summary>A document that a text cites.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Slug">Its part of the address; null when the library does not hold it.</param>
internal sealed record CitedDocument(string Number, string? Slug);

/// <summary>A document that explains another (解读).</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">Its title.</param>
internal sealed record ExplainingDocument(string Slug, string Title);

/// <summary>
/// A part of a document's body. Clauses, paragraphs, attachments, tables and their rows have a slug, hence an address of their own.
/// </summary>
internal sealed record BlockView
{
    public required NodeKind Kind { get; init; }

    /// <summary>Its part of the address and its anchor on the page; null where it has none.</summary>
    public string? Slug { get; init; }

    /// <summary>How a citation names the place: 三（十）, 附件1; null where it has no name.</summary>
    public string? Place { get; init; }

    /// <summary>Number as printed; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>1 一、 2 （一） 3 1． 4 （1）; 0 where there is no number.</summary>
    public int Level { get; init; }

    /// <summary>What parts the cells of a row where they are shown or looked for in one line: no phrase goes from one into the next.</summary>
    public const char PartBreak = '｜';

    /// <summary>Own words, the number left out.</summary>
    public IReadOnlyList<TextRun> Text { get; init; } = [];

    public IReadOnlyList<BlockView> Children { get; init; } = [];

    /// <summary>Source line of the first word, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Number of that line's page as printed; null where the text does not tell.</summary>
    public int? Page { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>True for words that go on in the line in which those of their clause end: they are no 款 of their own.</summary>
    [JsonIgnore]
    public bool RunsIn { get; init; }

    /// <summary>Duties read from the block itself, not from those inside it.</summary>
    public IReadOnlyList<ObligationView> Obligations { get; init; } = [];

    public IReadOnlyList<FlagView> Flags { get; init; } = [];

    public IReadOnlyList<CitedDocument> Cites { get; init; } = [];

    /// <summary>What later documents did to it by the day that was asked for, in order.</summary>
    public IReadOnlyList<BlockChange> Changes { get; init; } = [];

    /// <summary>How many other documents cite just this place.</summary>
    public int CitedBy { get; init; }

    /// <summary>Documents that explain this place (政策解读).</summary>
    public IReadOnlyList<ExplainingDocument> ExplainedBy { get; init; } = [];

    /// <summary>The row that heads the columns of its table (表头).</summary>
    public bool IsTableHead => Kind is NodeKind.Row && Label == TableNodes.HeadLabel;

    /// <summary>Own words as plain text.</summary>
    public string Plain => string.Concat(Text.Select(t => t.Text));

    /// <summary>True for a clause that stands over others or over text of its own, so that it heads them.</summary>
    [JsonIgnore]
    public bool IsHeading => Kind is NodeKind.Clause && Plain.Length <= 80 && (Children.Count > 0 || Level <= 2 && Plain is not [.., '；' or ';']);

    /// <summary>The title of an attachment or an attached text; empty where it has none.</summary>
    [JsonIgnore]
    public string PartTitle => string.Concat(Children.Where(c => c.Kind is NodeKind.Title).Select(c => c.Plain));

    /// <summary>
    /// Own words with those of the parts inside that never have an address, parted by <see cref="PartBreak"/>: the cells of a row, the title of an
    /// attachment. The words that are found, and shown as found, at this address.
    /// </summary>
    [JsonIgnore]
    public string WordsHere => string.Join(PartBreak, Children.Where(c => c.Slug is null && c.Kind is not (NodeKind.Clause or NodeKind.Paragraph)).Select(c => c.WordsHere).Prepend(Plain).Where(w => w.Length > 0));

    /// <summary>Own and inner words as plain text.</summary>
    [JsonIgnore]
    public string AllWords => Plain + string.Concat(Children.Select(c => c.AllWords));

    /// <summary>The block and all inside it, in printed order.</summary>
    [JsonIgnore]
    public IEnumerable<BlockView> WithAll => Children.SelectMany(c => c.WithAll).Prepend(this);
}

/// <summary>A stretch of text of one kind.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Kind">Plain, masked or a citation.</param>
/// <param name="Href">Where a citation leads; null when nowhere.</param>
internal sealed record TextRun(string Text, RunKind Kind = RunKind.Plain, string? Href = null);

/// <summary>What a stretch of text is.</summary>
internal enum RunKind
{
    Plain,

    /// <summary>A personal value (个人信息), shown masked.</summary>
    Masked,

    /// <summary>The number of another document.</summary>
    Cite,
}

/// <summary>A duty (任务) as a page shows it.</summary>
internal sealed record ObligationView
{
    /// <summary>The measure in the body it belongs to, as （五）; null where none can be told.</summary>
    public string? Measure { get; init; }

    public string? Group { get; init; }

    public required string Task { get; init; }

    /// <summary>What is to be shown for it (成果形式); null where nothing is said.</summary>
    public string? Output { get; init; }

    /// <summary>The responsible units as printed; null where none are.</summary>
    public string? Units { get; init; }

    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Supporting { get; init; } = [];

    /// <summary>The limit as printed; null where the source states none.</summary>
    public string? DueText { get; init; }

    /// <summary>The last day in time, inclusive, when the limit is a date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Slug of the block it was read from; null when it has no address.</summary>
    public string? Slug { get; init; }

    public double Confidence { get; init; } = 1;
}

/// <summary>A doubt for a person to decide.</summary>
/// <param name="Why">A whole Chinese sentence.</param>
/// <param name="Line">Source line.</param>
/// <param name="Slug">Slug of the block in doubt; null when it has no address.</param>
/// <param name="Confidence">How sure the reader is of its proposal, 0 to 1.</param>
internal sealed record FlagView(string Why, int Line, string? Slug, double Confidence);
