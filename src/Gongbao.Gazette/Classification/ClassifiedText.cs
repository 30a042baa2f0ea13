using Gongbao.Gazette.Citations;
using Gongbao.Gazette.Reading;

namespace Gongbao.Gazette.Classification;

/// <summary>What the rules look at of one document.</summary>
internal sealed class ClassifiedText
{
    private static readonly string[] IssuingWords = ["印发", "公布", "发布"];
    private static readonly string[] IssuingEnds = ["的通知", "的决定", "的公告", "的通告", "的令"];
    private readonly string _title;
    private readonly string[] _issued;
    private readonly string[] _number;
    private readonly string[] _kind;
    private readonly IReadOnlyList<string> _addressees;

    /// <param name="read">The document as read.</param>
    /// <param name="clauses">The words of its clauses, personal values masked.</param>
    public ClassifiedText(ReadDocument read, IReadOnlyList<string> clauses)
    {
        _title = Plain(read.Title?.Value ?? "");
        _issued = Issued(_title) is { } issued ? [issued] : [];
        _number = read.Number is { } number ? [number.Value] : [];
        _kind = read.Kind is { } kind ? [kind.Value] : [];
        _addressees = [.. read.Addressees.Select(a => a.Value)];
        Issuers = [.. read.Issuers.Select(i => Plain(i.Value))];
        DatedOn = read.DatedOn?.Value;
        Clauses = clauses;
    }

    public IReadOnlyList<string> Issuers { get; }

    public DateOnly? DatedOn { get; }

    private IReadOnlyList<string> Clauses { get; }

    public IEnumerable<string> Parts(RulePlace place) => place switch
    {
        RulePlace.Title => [_title],
        RulePlace.Issued => _issued,
        RulePlace.Number => _number,
        RulePlace.Issuer => Issuers,
        RulePlace.Addressees => _addressees,
        RulePlace.Kind => _kind,
        RulePlace.Text => Clauses,
        RulePlace.Directory => [],
    };

    /// <summary>关于印发《甲办法（试行）》的通知 gives 甲办法; 甲办法 itself gives 甲办法; 关于贯彻《甲办法》的意见 gives null.</summary>
    public static string? Issued(string title)
    {
        var form = TitleForm.WithoutBrackets(Plain(title));
        foreach (var word in IssuingWords)
        {
            var at = form.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || Array.Find(IssuingEnds, e => form.EndsWith(e, StringComparison.Ordinal)) is not { } end || form.Length - end.Length <= at + word.Length) continue;
            return TitleForm.WithoutBrackets(form[(at + word.Length)..^end.Length].Trim('《', '》', '〈', '〉'));
        }
        return form.Length == 0 || form.Contains("关于", StringComparison.Ordinal) ? null : form.Trim('《', '》');
    }

    private static string Plain(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
}
