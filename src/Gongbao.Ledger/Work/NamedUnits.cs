using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Directory;
using Gongbao.Ledger.Storage;

namespace Gongbao.Ledger.Work;

/// <summary>One unit that an obligation names.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Role">Its part.</param>
/// <param name="Printed">The words that name it.</param>
/// <param name="ByGroup">True where a group names it.</param>
internal sealed record NamedUnit(Unit Unit, DutyRole Role, string Printed, bool ByGroup);

/// <summary>Who owes what an obligation orders: the units that its words name, each once, and what the words leave open.</summary>
/// <param name="Shares">Leading units first, then in printed order.</param>
/// <param name="Doubts">What a person has to decide.</param>
internal sealed record NamedUnits(IReadOnlyList<NamedUnit> Shares, IReadOnlyList<(QuestionKind Kind, string Words, string Why)> Doubts)
{
    /// <summary>The units as printed, a column of leading ones before the rest.</summary>
    public static string? Printed(ProposedObligation proposal)
    {
        var apart = LeadApart(proposal);
        return apart.Count == 0 ? proposal.Units : string.Join('、', apart) + "（牵头）" + (proposal.Units is { } rest ? "；" + rest : "");
    }

    /// <summary>Units that were typed, as a table would print them.</summary>
    public static string? Printed(IReadOnlyList<(string Words, DutyRole Role)> lines) =>
        lines.Count == 0 ? null : string.Join('；', lines.Select(l => l.Role switch { DutyRole.Lead => $"{l.Words}（牵头）", DutyRole.Supporting => $"{l.Words}（配合）", _ => l.Words }));

    /// <param name="proposal">The obligation as read.</param>
    /// <param name="directory">The city's organisations.</param>
    /// <param name="on">The document's day: only units that existed then are named by it.</param>
    public static NamedUnits Of(ProposedObligation proposal, CityDirectory directory, DateOnly on)
    {
        IEnumerable<(string, DutyRole)> lines = LeadApart(proposal).Select(l => (l, DutyRole.Lead));
        return Of(proposal.Units is { } text ? lines.Append((text, DutyRole.Responsible)) : lines, proposal.Supporting, directory, on);
    }

    /// <param name="lines">Words that name units, with the part that those have which are not marked otherwise.</param>
    /// <param name="directory">The city's organisations.</param>
    /// <param name="on">The day: only units that existed then are named.</param>
    public static NamedUnits Of(IEnumerable<(string Words, DutyRole Role)> lines, CityDirectory directory, DateOnly on) => Of(lines, [], directory, on);

    private static NamedUnits Of(IEnumerable<(string Words, DutyRole Role)> lines, IReadOnlyList<string> supporting, CityDirectory directory, DateOnly on)
    {
        var (shares, doubts) = (new List<NamedUnit>(), new List<(QuestionKind, string, string)>());
        var resolver = directory.ResolverOn(on);
        foreach (var (words, unmarked) in lines)
        {
            var resolution = resolver.Resolve(words);
            foreach (var mention in resolution.Mentions)
            {
                var role = mention.Role ?? (supporting.Contains(mention.Text) ? DutyRole.Supporting : unmarked);
                if (mention.Why is { } why) doubts.Add((mention.Group is { IsSelective: true } ? QuestionKind.Group : QuestionKind.Unit, mention.Text, why));
                else if (mention.Reading is NameReading.MissingPrefix or NameReading.Misprint)
                    doubts.Add((QuestionKind.Mended, mention.Text, $"“{mention.Text}”疑有漏字或误印，已按{string.Join('、', mention.Units.Select(u => u.FullName))}分工；请确认。"));
                var members = mention.Units.Count > 0 || mention.Group is not { IsSelective: false } group ? mention.Units : directory.Expand(group, on);
                foreach (var unit in members)
                    if (shares.All(s => s.Unit.Id != unit.Id)) shares.Add(new(unit, role, mention.Text, mention.Group is not null));
            }
            if (resolution.Others) doubts.Add((QuestionKind.Others, "等", "名单以“等”结尾，还有别的单位没有写明；请增列，或者确认没有别的单位。"));
        }
        return new([.. shares.OrderBy(s => s.Role)], doubts);
    }

    /// <summary>Those printed in a column of their own.</summary>
    private static IReadOnlyList<string> LeadApart(ProposedObligation proposal) => [.. proposal.Lead.Where(l => proposal.Units?.Contains(l, StringComparison.Ordinal) is not true)];
}
