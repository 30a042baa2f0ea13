using Gongbao.Gazette.Generating.Composing;
using Gongbao.Gazette.Generating.Printing;
using Gongbao.Gazette.Generating.Truth;
using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating;

/// <summary>A printed issue and what a correct reading of it yields.</summary>
/// <remarks><c>Pages</c>: For each line the page that it is printed on, from 1.</remarks>
internal sealed record GeneratedIssue(string Text, TrueIssue Truth, IReadOnlyList<int> Pages);

/// <summary>
/// Makes gazette issues from random trees: the truth first, then its print with the defects asked for. The same seed gives the same issue.
/// Whatever the truth holds can be told from the print by a careful person; where it cannot, the truth says so.
/// </summary>
internal static class IssueGenerator
{
    /// <remarks><c>city</c>: The city whose offices the issue is about. <c>documents</c>: 1 or more.</remarks>
    public static GeneratedIssue Generate(CityWords city, int documents, ulong seed, Defects defects)
    {
        var dice = new Dice(seed);
        var setting = new Setting(city, defects, dice.Between(2019, 2026));
        var style = PressStyle.Throw(dice, city.City, setting.Year);
        var drafts = Compose(setting, documents, dice);
        var contents = setting.Has(Defects.Cover) && documents > 1 ? Contents.Of(setting, drafts, dice.Copy()) : null;
        var press = Print(setting, style, drafts, contents, contents is null ? [] : Print(setting, style, drafts, contents, [], dice.Copy()).Starts, dice);
        return new(press.ToString(), new([.. drafts.Select(d => d.Truth)]), press.Pages);
    }

    /// <summary>The documents of <see cref="Generate"/> as they go to the press, for those who print them otherwise.</summary>
    public static IReadOnlyList<Draft> Drafts(CityWords city, int documents, ulong seed, Defects defects)
    {
        var dice = new Dice(seed);
        var setting = new Setting(city, defects, dice.Between(2019, 2026));
        _ = PressStyle.Throw(dice, city.City, setting.Year);
        return Compose(setting, documents, dice);
    }

    private static List<Draft> Compose(Setting setting, int documents, Dice dice)
    {
        var kinds = Kinds(setting);
        List<Func<Setting, Dice, Draft>> order = [];
        while (order.Count < documents) order.AddRange(dice.Some(kinds, kinds.Count));
        return [.. order.Take(documents).Select(compose => compose(setting, dice.Branch()))];
    }

    private static List<Func<Setting, Dice, Draft>> Kinds(Setting setting)
    {
        List<Func<Setting, Dice, Draft>> kinds = [KeyPoints.Compose, Reforms.Compose, Plans.Measures, Plans.Opinions, Plans.Opinions, Plans.Reply, Systems.Compose];
        if (setting.Has(Defects.ForwardedDocuments)) kinds.Add(Plans.Forwarded);
        if (setting.Has(Defects.NameLists)) kinds.AddRange([Awards.Commendation, Awards.Grades]);
        if (setting.Has(Defects.AppointmentLists)) kinds.AddRange([Appointments.AppointAndRemove, Appointments.Confirm]);
        if (setting.Has(Defects.Orders)) kinds.Add(Orders.Compose);
        return kinds;
    }

    private static string SectionOf(Draft draft, CityWords city) =>
        draft.Truth.Personnel.Count > 0 ? "人事任免" : draft.Truth.Issuer == city.Government.Full ? "市政府文件" : "市政府办公室文件";

    /// <summary>Contents are printed before the pages are known that they name, so an issue with contents goes to the press twice.</summary>
    private static Press Print(Setting setting, PressStyle style, List<Draft> drafts, Contents? contents, IReadOnlyList<int> starts, Dice dice)
    {
        var press = new Press(setting.Defects, dice, style);
        if (contents is not null) press.PrintCover([style.IssueName, "目 录", .. contents.Lines(style, starts)]);
        foreach (var draft in drafts) press.Print(draft, SectionOf(draft, setting.City));
        return press;
    }
}
