using Gongbao.Casework.Declarations;

namespace Gongbao.Casework.Tests.Model;

/// <summary>Versions of one procedure, each changed by chance from the one before.</summary>
internal sealed class Versions
{
    private readonly Dictionary<string, CaseDeclaration> _all = [];

    public Versions(Random random)
    {
        First = RandomProcedure.Of(random);
        var count = random.Next(3) == 0 ? 3 : 1;
        for (var declaration = First; ; declaration = RandomProcedure.Changed(random, declaration, $"v{_all.Count + 1}"))
        {
            _all.Add(declaration.Version, declaration);
            if (_all.Count == count) break;
        }
    }

    public CaseDeclaration First { get; }

    public IReadOnlyCollection<string> Names => _all.Keys;

    /// <summary>Ids of the items of all versions.</summary>
    public IEnumerable<string> Items => _all.Values.SelectMany(d => d.Items).Select(i => i.Id).Distinct();

    public CaseDeclaration Of(string version) => _all[version];
}
