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

    /// <param name="proposal">The obligation as read.</param>
    /// <param name="directory">The city's organisations.</param>
    /// <param name="on">The document's day: only units that existed then are named by it.</param>
    public static NamedUnits Of(ProposedObligation proposal, CityDirectory directory, DateOnly on)
    {
        var (shares, doubts) = (new List<NamedUnit>(), new List<(QuestionKind, string, string)>());
        var resolver = directory.ResolverOn(on);
        foreach (var lead in LeadApart(proposal)) Take(resolver.Resolve(lead), DutyRole.Lead);
        if (proposal.Units is { } text) Take(resolver.Resolve(text), DutyRole.Responsible);
        return new([.. shares.OrderBy(s => s.Role)], doubts);

        void Take(UnitResolution resolution, DutyRole unmarked)
        {
            foreach (var mention in resolution.Mentions)
            {
                var role = mention.Role ?? (proposal.Supporting.Contains(mention.Text) ? DutyRole.Supporting : unmarked);
                if (mention.Why is { } why) doubts.Add((mention.Group is { IsSelective: true } ? QuestionKind.Group : QuestionKind.Unit, mention.Text, why));
                else if (mention.Reading is NameReading.MissingPrefix or NameReading.Misprint)
                    doubts.Add((QuestionKind.Mended, mention.Text, $"“{mention.Text}”疑有漏字或误印，已按{string.Join('、', mention.Units.Select(u => u.FullName))}分工；请确认。"));
                var members = mention.Units.Count > 0 || mention.Group is not { IsSelective: false } group ? mention.Units : directory.Expand(group, on);
                foreach (var unit in members)
                    if (shares.All(s => s.Unit.Id != unit.Id)) shares.Add(new(unit, role, mention.Text, mention.Group is not null));
            }
            if (resolution.Others) doubts.Add((QuestionKind.Others, "等", "名单以“等”结尾，还有别的单位没有写明；请增列，或者确认没有别的单位。"));
        }
    }

    /// <summary>Those printed in a column of their own.</summary>
    private static IReadOnlyList<string> LeadApart(ProposedObligation proposal) => [.. proposal.Lead.Where(l => proposal.Units?.Contains(l, StringComparison.Ordinal) is not true)];
}
