using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Campaigns;

/// <summary>One that gives an opinion on each document (提意见的一方).</summary>
/// <param name="Id">As declared.</param>
/// <param name="Name">As 司法行政部门.</param>
/// <param name="IsRequired">Whether every campaign asks it.</param>
/// <param name="IsIssuer">Whether it is the document's own issuer.</param>
/// <param name="Unit">The unit of the directory that it is; null where any person with the right speaks for it.</param>
internal sealed record Office(string Id, string Name, bool IsRequired, bool IsIssuer, string? Unit);

/// <summary>How the city goes through its documents, as it declares (清理办法).</summary>
/// <param name="Opinions">So many offices at least give an opinion on each document.</param>
/// <param name="DeciderGivesNone">Whether one who gave an opinion on a document may not decide on it.</param>
/// <param name="Offices">In the order of the declaration.</param>
/// <param name="MonthsBefore">So many months before the end of its term a document has to be looked at.</param>
/// <param name="EvaluationSource">What says so.</param>
internal sealed record CleanUpRules(int Opinions, bool DeciderGivesNone, IReadOnlyList<Office> Offices, int MonthsBefore, string EvaluationSource)
{
    /// <summary>Opens and ends campaigns, decides and publishes.</summary>
    public const string Verb = "gazette.clean-up";

    /// <summary>Gives opinions.</summary>
    public const string OpinionVerb = "gazette.clean-up-opinion";

    /// <summary>Where the city declares nothing of it: said on the page and to programs alike.</summary>
    public static Refusal NotDeclared { get; } = new("clean-up.not-declared", "本市还没有规定怎样清理文件，现在不能开展清理。请联系管理本市声明的人，由他在声明的“文件清理”一节登记由哪几方提出意见、至少几方，在“声明发布”页发布后，再来开展清理。");

    private const string Section = "clean_up";

    /// <returns>Null where the city declares nothing of it.</returns>
    public static CleanUpRules? Of(CityDeclarations? city)
    {
        if (city?.Section(Section) is not { Entries.Count: > 0 } declared) return null;
        var evaluation = declared.Map("evaluation");
        return new(
            declared.Number("opinions")!.Value, declared.Flag("decider_gives_no_opinion"),
            [.. declared.Map("offices").Things().Select(o => new Office(o.Id, o.Thing.RequiredText("name"), o.Thing.Flag("required"), o.Thing.Flag("issuer"), o.Thing.Text("unit")))],
            evaluation.Number("months_before")!.Value, evaluation.RequiredText("source"));
    }

    /// <summary>What an office is called; its id where it is declared no longer.</summary>
    public string NameOf(string office) => Offices.FirstOrDefault(o => o.Id == office)?.Name ?? office;

    /// <summary>Whether somebody may speak for an office about a document.</summary>
    /// <param name="by">Who.</param>
    /// <param name="office">The office.</param>
    /// <param name="issuers">The document's issuers joined by 、.</param>
    /// <param name="city">The directory in which issuers are units.</param>
    /// <param name="on">The day on which names are looked up.</param>
    public static bool MaySpeak(Actor by, Office office, string issuers, CityDeclarations city, DateOnly on) => office switch
    {
        { Unit: { } unit } => by.May(OpinionVerb, new AccessTarget(Unit: unit)),
        { IsIssuer: true } => issuers.Split('、').Select(i => new AccessTarget(Unit: city.Directory.Named(i, on)?.Id)).Any(t => by.May(OpinionVerb, t)),
        _ => by.May(OpinionVerb),
    };
}
