using Gongbao.Casework.Running;
using Gongbao.Kernel.Predicates;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.City.Sections;
using Gongbao.Platform.City;
using Gongbao.Platform.City.Shapes;

namespace Gongbao.Casework.Declarations;

/// <summary>Makes a procedure of what a city declares. For declarations that have passed the check.</summary>
internal static class CaseReader
{
    /// <summary>The key under which procedures stand.</summary>
    public const string Section = "cases";

    /// <summary>Every procedure of a city, in the order of their ids.</summary>
    public static IReadOnlyList<CaseDeclaration> Read(CityDeclarations city)
    {
        var versions = city.Versions.Where(v => v.Section == Section).ToDictionary(v => v.Id!, v => v.Hash, StringComparer.Ordinal);
        return [.. city.Section(Section).Things().OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => Read(c.Id, c.Thing, versions[c.Id], DeclaredRules.Read))];
    }

    /// <param name="id">Its id.</param>
    /// <param name="map">What is declared.</param>
    /// <param name="version">Its hash.</param>
    /// <param name="rule">Reads a rule; null where it has a mistake.</param>
    public static CaseDeclaration Read(string id, DeclaredMap map, string version, Func<DeclaredNode, IReadOnlyList<PredicateField>, Predicate?> rule)
    {
        var plain = Fields(map, _ => null);
        PredicateField[] asked = [.. plain.Select(f => f.ForRules)];
        Predicate? Rule(DeclaredMap of, string key) => of[key] is { } written ? rule(written, asked) : null;
        return new(id, map.RequiredText("title"), version, map.Text("source"))
        {
            Fields = Fields(map, f => Rule(f, "asked_when")),
            Pages = [.. map.List("pages").Cast<DeclaredMap>().Select(p => new CasePage(p.RequiredText("id"), p.RequiredText("asks"), p.Texts("fields"), Rule(p, "asked_when")))],
            Groups = [.. map.Map("groups").Things().Select(g => new CaseGroup(g.Id, g.Thing.RequiredText("name"), g.Thing.Number("least")!.Value, g.Thing.Number("most")!.Value))],
            Eligibility =
            [
                .. from e in map.Map("eligibility").Things()
                   let holds = Rule(e.Thing, "rule")
                   where holds is not null
                   select new EligibilityRule(e.Id, holds, e.Thing.Text("otherwise") ?? "", e.Thing.Text("source")) { LeadsTo = e.Thing.Texts("leads_to") },
            ],
            Evidence =
            [
                .. map.Map("evidence").Things().Select(e => new EvidenceDeclaration(e.Id, e.Thing.RequiredText("name"), Member<EvidenceFrom>(e.Thing, "from"), Rule(e.Thing, "needed_when"))
                {
                    MayFollow = e.Thing.Term("may_follow"), MayBeCommitted = e.Thing.Flag("may_be_committed"),
                }),
            ],
            Items = [.. map.Texts("order").Where(i => map.Map("items")[i] is not null).Select(i => ItemReader.Read(i, map.Map("items").Map(i), map, Rule))],
            Join = new(Member<JoinPolicy>(map.Map("join"), "policy"), map.Map("join").Number("quorum") ?? 0, map.Map("join").Texts("required"), map.Map("join").Flag("ends_rest")),
            Notice = new(map.Map("notice").Term("cut_off"), map.Map("notice").Text("source")),
            Halts = [.. map.Map("halts").Things().Select(h => new HaltRule(h.Id, h.Thing.RequiredText("name"), h.Thing.RequiredText("says")))],
            Channels = [.. map.Map("channels").Things().Select(c => new CaseChannel(c.Id, c.Thing.RequiredText("name"), Member<ReceiptRule>(c.Thing, "received"), c.Thing.Text("source")))],
            Delivery = map["delivery"] is DeclaredMap delivery ? Delivery(delivery) : null,
            Retention = map.Map("retention").Things().ToDictionary(r => EnumWords.Member<CaseOutcome>(r.Id), r => new RetentionRule(r.Thing.Term("keep")!, r.Thing.Text("source"))),
            OwnDays = [.. map.Map("own_days").Things().Select(d => new OwnDay(d.Id, d.Thing.RequiredText("name"), d.Thing.RequiredText("from"), d.Thing.Term("term")!, d.Thing.Text("says"), d.Thing.Text("source")))],
            Notices = [.. map.Map("notices").Things().Select(n => new CaseNotice(n.Id, Member<CaseNoticeMoment>(n.Thing, "when"), n.Thing.Text("item"), n.Thing.RequiredText("says"), n.Thing.Texts("encloses")))],
            Forms = [.. map.Map("forms").Things().Select(f => Form(f.Id, f.Thing))],
            Numbers = [.. map.Map("numbers").Things().Select(n => new CaseNumbers(n.Id, n.Thing.RequiredText("pattern"), n.Thing.Text("code"), n.Thing.Text("source")))],
        };
    }

    /// <summary>The fields of a form, in the order of its pages.</summary>
    public static IReadOnlyList<CaseField> Fields(DeclaredMap map, Func<DeclaredMap, Predicate?> askedWhen)
    {
        var pages = map.List("pages").Cast<DeclaredMap>().ToList();
        string[] order = [.. pages.SelectMany(p => p.Texts("fields"))];
        return
        [
            .. map.Map("fields").Things().OrderBy(f => Array.IndexOf(order, f.Id) is var at and >= 0 ? at : int.MaxValue)
                .Select(f => Field(f.Id, f.Thing, pages.FirstOrDefault(p => p.Texts("fields").Contains(f.Id))?.RequiredText("asks") ?? "", askedWhen(f.Thing))),
        ];
    }

    /// <summary>The member of an enum that a word under a key names; where there is none, another one.</summary>
    public static T Member<T>(DeclaredMap map, string key, T otherwise = default)
        where T : struct, Enum => map.Text(key) is { } word ? EnumWords.Member<T>(word) : otherwise;

    private static CaseField Field(string id, DeclaredMap field, string page, Predicate? askedWhen)
    {
        var type = Member<CaseFieldType>(field, "type");
        return new(id, field.RequiredText("name"), type)
        {
            Meaning = field.Text("meaning"),
            Page = page,
            Group = field.Text("group"),
            Why = field.Text("why"),
            Class = Member(field, "class", FieldClass.Internal),
            Mask = Member(field, "mask", MaskOf(type)),
            IsSensitive = field.Flag("sensitive"),
            IsIndexed = field.Flag("indexed"),
            IsOptional = field.Flag("optional"),
            AskedWhen = askedWhen,
            Options = field.Map("options").Entries.ToDictionary(o => o.Key, o => ((DeclaredScalar)o.Value).Text, StringComparer.Ordinal),
            Covers = field.Texts("covers"),
            LeastCharacters = field.Number("least_characters"),
            MostCharacters = field.Number("most_characters"),
            AtLeast = field.Decimal("at_least"),
            AtMost = field.Decimal("at_most"),
        };
    }

    /// <summary>How a value of the type is masked where nothing else is declared.</summary>
    public static MaskKind MaskOf(CaseFieldType type) => type switch
    {
        CaseFieldType.Name => MaskKind.Name,
        CaseFieldType.IdentityNumber => MaskKind.IdentityNumber,
        CaseFieldType.Phone => MaskKind.Phone,
        CaseFieldType.Email => MaskKind.Email,
        CaseFieldType.Address => MaskKind.Address,
        _ => MaskKind.Whole,
    };

    private static DeliveryRule Delivery(DeclaredMap delivery) => new(
        delivery.RequiredText("chosen_by"), [.. delivery.Map("ways").Things().Select(w => new DeliveryWay(w.Id, w.Thing.RequiredText("name"), w.Thing.Texts("address"), w.Thing.Flag("tracked")))], delivery.Text("source"));

    private static CaseForm Form(string id, DeclaredMap form) => new(
        id, form.RequiredText("title"),
        [.. form.List("blocks").Cast<DeclaredMap>().Select(b => new CaseFormBlock(b.Text("heading"), b.Text("text"), b.Texts("fields"), b.Texts("items"), b.Texts("needs")) { From = b.Date("from"), Until = b.Date("until") })],
        form.Texts("signed_by"), form.Text("source"));
}
