using Gongbao.Kernel.Directory;

namespace Gongbao.Gazette.Reading;

/// <summary>Asks the city's directory which organisations the responsible units of obligations are, and doubts what it cannot say.</summary>
internal static class ObligationUnits
{
    public static (IReadOnlyList<Obligation> Obligations, IReadOnlyList<Flag> Flags) Resolve(
        IReadOnlyList<Obligation> obligations, DateOnly? datedOn, ReaderContext context)
    {
        if (context.UnitsOn is not { } unitsOn || obligations.Count == 0) return (obligations, []);
        var resolver = unitsOn(datedOn ?? DateOnly.MaxValue);
        var resolved = new List<Obligation>(obligations.Count);
        var flags = new List<Flag>();
        var known = new Dictionary<string, (UnitResolution Units, IReadOnlyList<string> Organizations)>(StringComparer.Ordinal);
        foreach (var obligation in obligations)
        {
            if (obligation.Units is not { } text)
            {
                resolved.Add(obligation);
                continue;
            }
            if (!known.TryGetValue(text.Value, out var found))
            {
                var units = resolver.Resolve(text.Value);
                known[text.Value] = found = (units, units.Organizations);
            }
            foreach (var mention in found.Units.Mentions)
            {
                if (mention.Why is { } why) flags.Add(new(At(resolved.Count), why, obligation.Line, text.Span));
                else if (mention.Reading is NameReading.MissingPrefix or NameReading.Misprint)
                    flags.Add(new(At(resolved.Count), $"“{mention.Text}”疑有漏字或误印，已理解为“{string.Join('、', mention.Units.Select(u => u.FullName))}”，请确认。", obligation.Line, text.Span));
            }
            resolved.Add(obligation with { Organizations = found.Organizations, Others = obligation.Others || found.Units.Others });
        }
        return (resolved, flags);
    }

    private static string At(int obligation) => $"obligations[{obligation}].units_text";
}
