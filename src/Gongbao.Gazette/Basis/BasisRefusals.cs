using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Web.Formats;

namespace Gongbao.Gazette.Basis;

/// <summary>Why something is no basis, in whole sentences, with what the city declares the refusal to rest on.</summary>
/// <param name="unpublished">What says that an unpublished document is no basis; null where nothing is declared.</param>
/// <param name="notInForce">What says the same of one that is not in force.</param>
internal sealed class BasisRefusals(string? unpublished, string? notInForce)
{
    /// <param name="city">The city's declarations; null where none are at hand.</param>
    public static BasisRefusals Of(CityDeclarations? city)
    {
        var declared = city?.Section("basis");
        return new(declared?.Map("unpublished").Text("source"), declared?.Map("not_in_force").Text("source"));
    }

    public Refusal NotPublished(DocumentKey asked) =>
        new("basis.not-published", $"文件库里没有“{asked}”，不能确认它已经公布；没有公布的文件不得作为依据。请先把登载它的公报或者文件导入文件库。", unpublished);

    public Refusal Ambiguous(DocumentKey asked, int found) =>
        new("basis.ambiguous", $"文件库里有 {found} 份文件叫“{asked}”，不能确定是哪一份；请改写发文字号。");

    public Refusal Withdrawn(string name) =>
        new("basis.withdrawn", $"{name}已从公报撤下，不再公布，不得作为依据。", unpublished);

    public Refusal Undated(string name) =>
        new("basis.undated", $"{name}没有印明成文日期和施行日期，不能确认它从哪一天起有效；请先在审读台或者效力确认里补上日期。", notInForce);

    public Refusal NotMadeYet(string name, DateOnly datedOn, DateOnly on) =>
        new("basis.not-made-yet", $"{name}成文于{ChineseFormat.Date(datedOn)}，在{ChineseFormat.Date(on)}还没有公布，不得作为当天的依据。", unpublished);

    /// <param name="name">The document.</param>
    /// <param name="state">One that is no basis.</param>
    /// <param name="since">The first day of the state; of one not yet in force, the first day in force where it is known.</param>
    /// <param name="by">What brought it about, in words; null where the document's own words did.</param>
    public Refusal NotInForce(string name, ValidityState state, DateOnly? since, string? by) => state switch
    {
        ValidityState.NotYetInForce => new("basis.not-in-force-yet", since is { } begins ? $"{name}自{ChineseFormat.Date(begins)}起施行，此前不得作为依据。" : $"{name}尚未施行，不得作为依据。", notInForce),
        ValidityState.Suspended => new("basis.suspended", $"{name}自{ChineseFormat.Date(since)}起{By(by)}暂缓施行，恢复施行之前不得作为依据。", notInForce),
        ValidityState.Expired => new("basis.expired", $"{name}的有效期已满，自{ChineseFormat.Date(since)}起失效，不得再作为依据。", notInForce),
        ValidityState.DeclaredInvalid => new("basis.declared-invalid", $"{name}自{ChineseFormat.Date(since)}起{By(by)}宣布失效，不得再作为依据。", notInForce),
        _ => new("basis.repealed", $"{name}自{ChineseFormat.Date(since)}起{By(by)}废止，不得再作为依据。", notInForce),
    };

    public Refusal NoSuchClause(string name, ClausePath asked) =>
        new("basis.no-such-clause", $"{name}里没有“{asked}”这一处；请核对条款，写成“三（十）”“第十二条第二款”“附件2”的样子。");

    public Refusal ClauseRepealed(string name, string place, DateOnly since, string? by) =>
        new("basis.clause-repealed", $"{name}的{place}自{ChineseFormat.Date(since)}起{By(by)}废止，不得再作为依据；文件的其余部分仍然有效。", notInForce);

    public Refusal ClauseSuspended(string name, string place, DateOnly since, string? by) =>
        new("basis.clause-suspended", $"{name}的{place}自{ChineseFormat.Date(since)}起{By(by)}暂缓施行，恢复施行之前不得作为依据；文件的其余部分仍然有效。", notInForce);

    private static string By(string? by) => by is null ? "" : $"由{by}";
}
