namespace Gongbao.Gazette.Reading;

/// <summary>Asks the city's directory which organisations the responsible units of obligations are, and doubts what it cannot say.</summary>
internal static class ObligationUnits
{
    public static (IReadOnlyList<Obligation> Obligations, IReadOnlyList<Flag> Flags) Resolve(IReadOnlyList<Obligation> obligations, ReaderContext context)
    {
        if (context.ResolveUnits is not { } resolve) return (obligations, []);
        var resolved = new List<Obligation>(obligations.Count);
        var flags = new List<Flag>();
        foreach (var obligation in obligations)
        {
            if (obligation.Units is not { } text)
            {
                resolved.Add(obligation);
                continue;
            }
            var units = resolve(text.Value);
            var at = $"obligations[{resolved.Count}].units_text";
            foreach (var word in units.Unresolved)
                flags.Add(new(at, $"“{word}”在单位目录中没有对应的单位，已按原文保留，请指定。", obligation.Line, text.Span));
            foreach (var (printed, meant) in units.Repaired)
                flags.Add(new(at, $"“{printed}”疑为“{meant}”的误印，已按后者理解，请确认。", obligation.Line, text.Span));
            resolved.Add(obligation with { Organizations = units.Organizations, Others = obligation.Others || units.Others });
        }
        return (resolved, flags);
    }
}
