namespace Gongbao.Kernel.Directory;

/// <summary>What a text about responsible units (责任单位) names. The text is kept; nothing is resolved that is not written.</summary>
/// <param name="Text">The text as given.</param>
/// <param name="Mentions">Every piece of the text that names somebody, in order, resolved or not.</param>
/// <param name="Others">True where 等 follows a name: the list is not complete.</param>
public sealed record UnitResolution(string Text, IReadOnlyList<UnitMention> Mentions, bool Others)
{
    /// <summary>Canonical full names, in order of mention, each once; groups that list their members are expanded in place.</summary>
    public IReadOnlyList<string> Organizations => OrganizationsOf(_ => true);

    /// <summary>Names of the groups mentioned, in order, each once.</summary>
    public IReadOnlyList<string> Groups => [.. Mentions.Select(m => m.Group?.Name).OfType<string>().Distinct()];

    /// <summary>Pieces that name nobody in the directory, as written; each is to be shown to a person.</summary>
    public IReadOnlyList<string> Unresolved => [.. Mentions.Where(m => m.Why is not null).Select(m => m.Text)];

    /// <summary>Pieces whose slip was mended, as written; each is to be shown to a person.</summary>
    public IReadOnlyList<string> Repaired => [.. Mentions.Where(m => m.Reading is not (NameReading.Exact or NameReading.SharedSuffix or NameReading.None)).Select(m => m.Text)];

    /// <summary>Canonical full names of those marked as leading (牵头).</summary>
    public IReadOnlyList<string> Lead => OrganizationsOf(r => r is DutyRole.Lead);

    /// <summary>Canonical full names of those marked as responsible (责任) or not marked.</summary>
    public IReadOnlyList<string> Responsible => OrganizationsOf(r => r is null or DutyRole.Responsible);

    /// <summary>Canonical full names of those marked as supporting (配合).</summary>
    public IReadOnlyList<string> Supporting => OrganizationsOf(r => r is DutyRole.Supporting);

    private List<string> OrganizationsOf(Func<DutyRole?, bool> role)
    {
        var names = new List<string>(Mentions.Count);
        foreach (var mention in Mentions)
        {
            if (!role(mention.Role)) continue;
            foreach (var unit in mention.Units)
                if (!names.Contains(unit.FullName)) names.Add(unit.FullName);
        }
        return names;
    }
}

/// <summary>One piece of a text that names a unit or a group, or tries to.</summary>
/// <param name="Text">The piece as written.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units from 0.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
/// <param name="Units">The unit, or the members of a group that lists them; empty where nothing was resolved or the group is a wide one.</param>
/// <param name="Group">The group named; null for a single unit.</param>
/// <param name="Role">The role marked by 牵头, 责任, 配合; null where none is.</param>
/// <param name="Reading">How the piece was understood.</param>
/// <param name="Why">For an unresolved piece a whole Chinese sentence that says why; null for a resolved one.</param>
public sealed record UnitMention(
    string Text, int Start, int Length, IReadOnlyList<Unit> Units, UnitGroup? Group, DutyRole? Role, NameReading Reading, string? Why);

/// <summary>The part a unit has in a duty.</summary>
public enum DutyRole
{
    /// <summary>牵头单位</summary>
    Lead,

    /// <summary>责任单位</summary>
    Responsible,

    /// <summary>配合单位</summary>
    Supporting,
}

/// <summary>How a written name was understood.</summary>
public enum NameReading
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It is a name in the directory.</summary>
    Exact,

    /// <summary>It shares the ending of a name after it: 达川区、万源市人民政府.</summary>
    SharedSuffix,

    /// <summary>It lacks the beginning its neighbour has: 市商务局、发展改革委. A slip, to be shown.</summary>
    MissingPrefix,

    /// <summary>It is one slip of the pen away from exactly one name. To be shown.</summary>
    Misprint,
}
