using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;

namespace Gongbao.Gazette.Basis;

/// <summary>A declaration that rests on a clause which is no basis on the day.</summary>
/// <param name="Clause">The clause as declared.</param>
/// <param name="Places">Where it is declared: section and ids, as <c>clauses.GAZ-01.clause</c>.</param>
/// <param name="Refusal">Why it is none.</param>
internal sealed record WeakDeclaration(string Clause, IReadOnlyList<string> Places, Refusal Refusal);

/// <summary>The clauses on which the city's declarations rest (声明的依据), each asked whether it is a basis. A warning: declarations of other laws are not asked.</summary>
internal sealed class DeclaredBases(ILegalBasis basis)
{
    /// <returns>How many clauses were asked about, and those that are none.</returns>
    public async Task<(int Asked, IReadOnlyList<WeakDeclaration> Weak)> OnAsync(CityDeclarations city, DateOnly on, CancellationToken stop)
    {
        var declared = new Dictionary<string, (ClauseRef Clause, List<string> Places)>(StringComparer.Ordinal);
        foreach (var section in CityDeclarations.KnownSections)
            Collect(city.Section(section.Name), section.Name, declared);
        var weak = new List<WeakDeclaration>();
        foreach (var (words, (clause, places)) in declared)
            if ((await basis.FindAsync(clause, on, stop)).IsRefused(out var refusal, out _)) weak.Add(new(words, places, refusal));
        return (declared.Count, weak);
    }

    private static void Collect(DeclaredMap map, string at, Dictionary<string, (ClauseRef Clause, List<string> Places)> declared)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value is DeclaredMap inner) Collect(inner, $"{at}.{entry.Key}", declared);
            // A law has no number that this library could hold; only numbered documents of the city are asked about.
            else if (entry is { Key: "clause" or "source", Value: DeclaredScalar { Text: var text } })
                foreach (var part in text.Split('；', StringSplitOptions.TrimEntries))
                    if (ClauseRef.TryParse(part, out var clause) && clause.Document.Number is not null)
                    {
                        if (!declared.TryGetValue(part, out var known)) declared.Add(part, known = (clause, []));
                        known.Places.Add($"{at}.{entry.Key}");
                    }
        }
    }
}
