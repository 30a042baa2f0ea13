using Gongbao.Gazette.Library;
using Gongbao.Kernel.Time;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Validity.Detection;

/// <summary>The declared words by which documents speak of validity, the lists <c>validity-…</c> of the section <c>lexicon</c>. Without a declaration nothing is found.</summary>
internal sealed class ValidityLexicon
{
    public static readonly ValidityLexicon None = new(_ => []);

    private ValidityLexicon(Func<string, string[]> list, WorkCalendar? calendar = null)
    {
        Calendar = calendar;
        Commence = list("validity-commence");
        MadeKnown = list("validity-made-known");
        Term = list("validity-term");
        Repeal = list("validity-repeal");
        Invalidate = list("validity-invalidate");
        Continue = list("validity-continue");
        Suspend = list("validity-suspend");
        Resume = list("validity-resume");
        Amend = list("validity-amend");
        Substitute = list("validity-substitute");
        Delete = list("validity-delete");
        Not = list("validity-not");
    }

    /// <summary>施行, 实施 …</summary>
    public string[] Commence { get; }

    /// <summary>印发, 公布 …: acts from whose day a document counts.</summary>
    public string[] MadeKnown { get; }

    /// <summary>有效期, 试行期 …</summary>
    public string[] Term { get; }

    public string[] Repeal { get; }

    public string[] Invalidate { get; }

    public string[] Continue { get; }

    /// <summary>推迟施行, 暂缓施行 …</summary>
    public string[] Suspend { get; }

    /// <summary>恢复施行 …</summary>
    public string[] Resume { get; }

    /// <summary>修改, 修订 …: what is done to a document.</summary>
    public string[] Amend { get; }

    /// <summary>修改为, 改为 …: behind it stand the new words.</summary>
    public string[] Substitute { get; }

    /// <summary>删去, 删除 …</summary>
    public string[] Delete { get; }

    /// <summary>What before a verb makes it no act of this document: 已, 被 …</summary>
    public string[] Not { get; }

    /// <summary>The city's working days, by which 二十个工作日后 is counted; null where no city is declared.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>The verbs that end, continue or put off a document, longest first.</summary>
    public IReadOnlyList<(string Word, ValidityEffect Effect)> Acts => _acts ??=
    [
        .. Repeal.Select(w => (w, ValidityEffect.Repeal)).Concat(Invalidate.Select(w => (w, ValidityEffect.Invalidate))).Concat(Continue.Select(w => (w, ValidityEffect.Continue)))
            .Concat(Suspend.Select(w => (w, ValidityEffect.Suspend))).Concat(Resume.Select(w => (w, ValidityEffect.Resume)))
            .OrderByDescending(a => a.w.Length),
    ];

    private IReadOnlyList<(string, ValidityEffect)>? _acts;

    /// <param name="city">The city's declarations; null where none are at hand.</param>
    public static ValidityLexicon Of(CityDeclarations? city) => city is null ? None : new(DeclaredWords.Of(city), city.Calendar);
}
