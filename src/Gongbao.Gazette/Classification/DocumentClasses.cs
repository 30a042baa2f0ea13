using System.Text.Json.Serialization;
using Gongbao.Gazette.Classification.Storage;

namespace Gongbao.Gazette.Classification;

/// <summary>A class by id and name.</summary>
internal sealed record ClassName(string Id, string Name);

/// <summary>How a document is classified, as its page and the API show it.</summary>
/// <param name="Topics">What it is about (主题).</param>
/// <param name="Audiences">Whom it concerns (对象).</param>
/// <param name="Level">The level that issued it (制发层级); null where it cannot be told.</param>
/// <param name="NormativeStatus">Government rule, normative document, or neither; null where it cannot be told.</param>
/// <param name="IsProposed">True while no person has decided (待确认).</param>
internal sealed record DocumentClasses(IReadOnlyList<ClassName> Topics, IReadOnlyList<ClassName> Audiences, ClassName? Level, ClassName? NormativeStatus, bool IsProposed)
{
    public static readonly DocumentClasses None = new([], [], null, null, true);

    [JsonIgnore]
    public bool IsEmpty => Topics.Count + Audiences.Count == 0 && Level is null && NormativeStatus is null;

    /// <param name="classes">Those that the document has.</param>
    /// <param name="state">Null where it was never looked at.</param>
    public static DocumentClasses Of(IEnumerable<StoredClass> classes, ClassificationState? state)
    {
        var byAspect = classes.Where(c => !c.IsImplied).OrderBy(c => c.Ordinal).ToLookup(c => c.Aspect, c => new ClassName(c.Class, c.Name));
        return new(
            [.. byAspect[Aspect.Topic]], [.. byAspect[Aspect.Audience]], byAspect[Aspect.Level].FirstOrDefault(), byAspect[Aspect.Normative].FirstOrDefault(),
            state is not (ClassificationState.Accepted or ClassificationState.Changed));
    }

    public IReadOnlyList<ClassName> Of(Aspect aspect) => aspect switch
    {
        Aspect.Topic => Topics,
        Aspect.Audience => Audiences,
        Aspect.Level => Level is null ? [] : [Level],
        Aspect.Normative => NormativeStatus is null ? [] : [NormativeStatus],
    };
}
