using System.Collections.Concurrent;
using Gongbao.Casework.Declarations;
using Gongbao.Platform.City;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework.Running;

/// <summary>The procedures that the city declares (办件流程的声明), as cases are run under them.</summary>
internal interface ICaseDeclarations
{
    /// <summary>The version under which a new case begins; null where none of that id is declared.</summary>
    CaseDeclaration? Current(string id);

    /// <summary>The version under which a case began, however many came after it; null where it is not known here.</summary>
    CaseDeclaration? Of(string id, string version);
}

/// <summary>The procedures of the running city. A version that was in force since this program started stays known here; where it is an older one, the case waits until it is.</summary>
internal sealed class DeclaredCases(IServiceProvider services) : ICaseDeclarations
{
    private readonly InForce<IReadOnlyDictionary<string, CaseDeclaration>> _inForce = new(city => CaseReader.Read(city).ToDictionary(c => c.Id, StringComparer.Ordinal));
    private readonly ConcurrentDictionary<(string Id, string Version), CaseDeclaration> _known = new();

    public CaseDeclaration? Current(string id)
    {
        if (!_inForce.Of(services.GetRequiredService<CityDeclarations>()).TryGetValue(id, out var current)) return null;
        return _known.GetOrAdd((id, current.Version), current);
    }

    public CaseDeclaration? Of(string id, string version)
    {
        Current(id);
        return _known.GetValueOrDefault((id, version));
    }
}
