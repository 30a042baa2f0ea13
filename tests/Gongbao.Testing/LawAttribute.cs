using Xunit.v3;

namespace Gongbao.Testing;

/// <summary>Marks a test that states what a law says: the instrument and the article, as lawyers cite them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LawAttribute(string instrument, string article) : Attribute, ITraitAttribute
{
    public string Instrument { get; } = instrument;

    public string Article { get; } = article;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Law", Instrument + Article)];
}
