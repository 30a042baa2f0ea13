using Gongbao.Kernel.Predicates;
using Gongbao.Platform.Access.Fields;

namespace Gongbao.Casework.Declarations;

/// <summary>What a field of a form takes (填写类型).</summary>
internal enum CaseFieldType
{
    Text,
    LongText,
    Number,
    Flag,
    Choice,
    Day,

    /// <summary>A day and a minute of it (日期和时间).</summary>
    Instant,

    /// <summary>A natural person's name (姓名).</summary>
    Name,

    /// <summary>公民身份号码, with its check digit.</summary>
    IdentityNumber,
    Phone,
    Email,

    /// <summary>A unit of the city's directory (单位).</summary>
    Organisation,

    /// <summary>A region, down to village or community (区划).</summary>
    Region,
    Address,
    File,
    Signature,

    /// <summary>A consent to one purpose, given by itself (单独同意).</summary>
    Consent,
}

/// <summary>A question of a form (填写项).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name: 新生儿姓名.</param>
/// <param name="Type">What it takes.</param>
internal sealed record CaseField(string Id, string Label, CaseFieldType Type)
{
    /// <summary>What it is about: <c>mother.identity-number</c>. No two fields of a form mean the same.</summary>
    public string? Meaning { get; init; }

    /// <summary>The question of the page it stands on; fields of one page are asked together.</summary>
    public string Page { get; init; } = "";

    /// <summary>The group that repeats as a whole, such as children; null where it is asked once.</summary>
    public string? Group { get; init; }

    /// <summary>Why it is asked, a whole sentence.</summary>
    public string? Why { get; init; }

    public FieldClass Class { get; init; } = FieldClass.Internal;

    public MaskKind Mask { get; init; } = MaskKind.Whole;

    /// <summary>Whether equality search is declared.</summary>
    public bool IsIndexed { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Sensitive personal information (敏感个人信息), as of a child under 14: an item is given it by a consent of its own.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The items for which a consent lets sensitive fields be used; empty for other types.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Fewest characters; null where it is not limited.</summary>
    public int? LeastCharacters { get; init; }

    /// <summary>Most characters; null where it is not limited.</summary>
    public int? MostCharacters { get; init; }

    /// <summary>Smallest number, inclusive; null where it is not limited.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>Largest number, inclusive; null where it is not limited.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>Whether a person types it, key by key; what is chosen, signed or attached is not.</summary>
    public bool IsTyped => Type is CaseFieldType.Text or CaseFieldType.LongText or CaseFieldType.Number or CaseFieldType.Day or CaseFieldType.Instant or CaseFieldType.Name
        or CaseFieldType.IdentityNumber or CaseFieldType.Phone or CaseFieldType.Email or CaseFieldType.Address;

    /// <summary>When it is asked; null for always. A field that is not asked has no answer, whatever was typed before.</summary>
    public Predicate? AskedWhen { get; init; }

    /// <summary>Codes of its options with their labels; empty for other types.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The field as rules ask about it.</summary>
    public PredicateField ForRules => new(Id, Label, Type switch
    {
        CaseFieldType.Number => FieldKind.Number,
        CaseFieldType.Flag or CaseFieldType.Consent => FieldKind.Flag,
        CaseFieldType.Day or CaseFieldType.Instant => FieldKind.Day,
        _ => FieldKind.Text,
    }) { Options = Options };
}
