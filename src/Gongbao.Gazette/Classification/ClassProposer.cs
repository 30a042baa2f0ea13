using Gongbao.Kernel.Directory;

namespace Gongbao.Gazette.Classification;

/// <summary>What a rule found that spoke for a class or against it.</summary>
/// <param name="In">Where.</param>
/// <param name="Words">The words found; of the directory, the issuer's name.</param>
/// <param name="Weight">What it added to the score.</param>
internal sealed record ClassEvidence(RulePlace In, IReadOnlyList<string> Words, int Weight)
{
    /// <summary>标题“粮食、大豆”（10 分）.</summary>
    public string InWords() => $"{PlaceName}“{string.Join('、', Words)}”（{Weight} 分）";

    private string PlaceName => In switch
    {
        RulePlace.Title => "标题",
        RulePlace.Issued => "所印发文件的名称",
        RulePlace.Number => "文号",
        RulePlace.Issuer => "发文机关",
        RulePlace.Addressees => "主送机关",
        RulePlace.Kind => "文种",
        RulePlace.Text => "正文",
        RulePlace.Directory => "单位表里的",
    };
}

/// <summary>A class that the rules propose for a document (建议), with what caused it.</summary>
internal sealed record ProposedClass(Aspect Aspect, string Id, int Score, IReadOnlyList<ClassEvidence> Evidence);

/// <summary>Proposes classes by the declared rules. It proposes; people decide.</summary>
internal static class ClassProposer
{
    /// <returns>Topics and audiences by score, the highest first; of level and normative status one at most.</returns>
    public static IReadOnlyList<ProposedClass> Propose(ClassScheme scheme, ClassifiedText text) =>
    [
        .. Best(scheme, Aspect.Topic, text, scheme.MostTopics), .. Best(scheme, Aspect.Audience, text, scheme.MostAudiences),
        .. Best(scheme, Aspect.Level, text, 1), .. Best(scheme, Aspect.Normative, text, 1),
    ];

    private static IEnumerable<ProposedClass> Best(ClassScheme scheme, Aspect aspect, ClassifiedText text, int most)
    {
        var found = scheme.Of(aspect).Where(c => !c.IsOtherwise).Select(c => Judge(scheme, c, text)).Where(p => p.Score >= scheme.Threshold).ToList();
        if (found.Count == 0) return scheme.Of(aspect).Where(c => c.IsOtherwise).Select(c => new ProposedClass(aspect, c.Id, 0, [])).Take(most);
        // A topic says all that the topic above it says.
        var above = found.Select(p => scheme.Find(aspect, p.Id)!).SelectMany(scheme.Above).Select(c => c.Id).ToHashSet();
        return found.Where(p => !above.Contains(p.Id)).OrderByDescending(p => p.Score).Take(most);
    }

    private static ProposedClass Judge(ClassScheme scheme, DeclaredClass declared, ClassifiedText text)
    {
        var evidence = declared.Rules.Select(r => new ClassEvidence(r.In, r.Applied(text), r.Weight)).Where(e => e.Words.Count > 0).ToList();
        if (declared.UnitLevel is { } level && Issuer(scheme, text) is { } issuer && issuer.Level == level && (declared.UnitKinds.Count == 0 || declared.UnitKinds.Contains(issuer.Kind)))
            evidence.Add(new(RulePlace.Directory, [issuer.FullName], declared.UnitKinds.Count > 0 ? scheme.Threshold + 1 : scheme.Threshold));
        return new(declared.Aspect, declared.Id, evidence.Sum(e => e.Weight), evidence);
    }

    /// <summary>The leading issuer as the directory knows it; null where it does not.</summary>
    private static Unit? Issuer(ClassScheme scheme, ClassifiedText text) => text.Issuers is not [var leading, ..] ? null
        : scheme.Directory?.Units.FirstOrDefault(u => (u.FullName == leading || u.Names.Contains(leading)) && (text.DatedOn is not { } day || u.Existence.Includes(day)));
}
