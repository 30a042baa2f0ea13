using Xunit.v3;

namespace Gongbao.Testing;

/// <summary>
/// Marks an acceptance test with the gazette clause it proves served, by its id (<c>GAZ-01</c>).
/// Such a test drives the program from outside and would fail if the clause were not served.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ClauseAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The clause id.</summary>
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Clause", Id)];
}
