using Gongbao.Gazette.Generating.Words;

namespace Gongbao.Gazette.Generating.Composing;

/// <summary>The kinds of letter that open documents.</summary>
internal static class Letters
{
    /// <summary>A notice of the general office that encloses a plan (印发): its text, signature and date come before the plan.</summary>
    /// <remarks><c>name</c>: Names the plan, with the speech of the document. <c>quoted</c>: True: the title names the plan in 《》.</remarks>
    public static Letter Enclosing(Setting setting, Dice dice, Func<Speech, string> name, bool quoted)
    {
        var speech = new Speech(dice);
        var plan = name(speech);
        var title = quoted ? $"关于印发《{plan}》的通知" : $"关于印发{plan}的通知";
        var letter = Open(setting, dice, speech, [setting.City.Office], "府办发", title, "通知", wide: true);
        letter.Say(dice.Below(3) switch
        {
            0 => $"经市政府领导同意，现将《{plan}》印发你们，请结合工作实际认真抓好贯彻落实。",
            1 => $"《{plan}》已经市政府同意，现印发给你们，请结合实际认真贯彻落实。",
            _ => $"《{plan}》已经市政府常务会议审议通过，现印发你们，请认真组织实施。",
        });
        letter.Sign();
        return letter;
    }

    public static Letter Open(
        Setting setting, Dice dice, Speech speech, IReadOnlyList<Named> issuers, string series, string title, string kind, bool wide, IReadOnlyList<string>? addressees = null) =>
        new(setting, dice, speech, new([.. issuers.Select(i => i.Full)], $"{setting.City.Code}市{series}", title, kind, addressees ?? Everyone(setting, dice), wide));

    private static List<string> Everyone(Setting setting, Dice dice) =>
    [
        Duties.AllCounties,
        .. setting.City.Zones.Select(z => z.Short),
        dice.Below(3) switch { 0 => "市级各部门（单位）", 1 => "市级有关部门（单位）", _ => "市级相关部门（单位）" },
    ];
}
