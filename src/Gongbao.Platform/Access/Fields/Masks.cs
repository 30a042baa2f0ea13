using System.Text.RegularExpressions;

namespace Gongbao.Platform.Access.Fields;

/// <summary>How a value is masked (脱敏).</summary>
public enum MaskKind
{
    /// <summary>Nothing is shown.</summary>
    Whole,

    /// <summary>A natural person's name (姓名): the surname stays.</summary>
    Name,

    /// <summary>A telephone number (电话): of a mobile the first three and last four digits stay, of a land line area code and last two.</summary>
    Phone,

    /// <summary>An e-mail address (电子邮箱): first character and domain stay.</summary>
    Email,

    /// <summary>An identity number (身份证号) before an officer: the first six and last four stay.</summary>
    IdentityNumber,

    /// <summary>An identity number in a published list (公示): the first three and last two stay.</summary>
    PublishedIdentityNumber,

    /// <summary>A bank card (银行卡号): the last four stay.</summary>
    BankCard,

    /// <summary>An address (住址): it stays down to village, community or estate, else to township, else to county.</summary>
    Address,
}

/// <summary>
/// Masks personal values by Chinese convention. A mask never shows more than its rule allows: what does not look like its kind is hidden whole.
/// The number of hidden characters is not told for names, e-mail addresses and addresses.
/// </summary>
public static partial class Masks
{
    /// <summary>What a screen shows where nothing may be shown.</summary>
    public const string Hidden = "***";

    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
        "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
        "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
        "微生", "公户", "公玉", "公仪", "梁丘", "公仲", "公上", "公门", "公山", "公坚", "左丘", "公伯", "西门", "公祖", "第五", "公乘", "贯丘", "公皙",
        "南荣", "东里", "东宫", "仲长", "子书", "子桑", "即墨", "达奚", "褚师",
    ];

    /// <summary>The value as a screen may show it; empty stays empty.</summary>
    public static string Apply(MaskKind kind, string value)
    {
        var text = value.Trim();
        if (text.Length == 0) return "";
        return kind switch
        {
            MaskKind.Whole => Hidden,
            MaskKind.Name => Name(text),
            MaskKind.Phone => Phone(text),
            MaskKind.Email => Email(text),
            MaskKind.IdentityNumber => Ends(Digits(text), 18, 6, 4),
            MaskKind.PublishedIdentityNumber => Ends(Digits(text), 18, 3, 2),
            MaskKind.BankCard => Digits(text) is { Length: >= 12 and <= 19 } card ? new string('*', card.Length - 4) + card[^4..] : Hidden,
            MaskKind.Address => Address(text),
        };
    }

    private static string Name(string name)
    {
        if (name.Length == 1) return "*";
        var surname = name.Length > 2 && CompoundSurnames.Contains(name[..2]) ? 2 : char.IsHighSurrogate(name[0]) ? 2 : 1;
        return name.Length > surname ? name[..surname] + "*" : "*";
    }

    /// <summary>What was masked before stays as it is.</summary>
    private static string Phone(string phone)
    {
        if (MaskedPhone().IsMatch(phone)) return phone;
        var digits = Digits(phone);
        if (digits.StartsWith("+86", StringComparison.Ordinal)) digits = digits[3..];
        if (Mobile().IsMatch(digits)) return digits[..3] + "****" + digits[^4..];
        var line = LandLine().Match(phone.Replace(" ", "", StringComparison.Ordinal));
        if (!line.Success) return Hidden;
        var number = line.Groups["number"].Value;
        var area = line.Groups["area"] is { Success: true, Value: var code } ? code + "-" : "";
        return area + new string('*', number.Length - 2) + number[^2..];
    }

    private static string Email(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == email.LastIndexOf('@') && at < email.Length - 1 ? email[0] + Hidden + email[at..] : Hidden;

    private static string Address(string address)
    {
        foreach (var level in (Regex[])[Village(), Township(), County()])
            if (level.Match(address) is { Success: true } kept)
                return kept.Length == address.Length ? address : kept.Value + Hidden;
        return Hidden;
    }

    private static string Ends(string text, int length, int first, int last) =>
        text.Length == length ? text[..first] + new string('*', length - first - last) + text[^last..] : Hidden;

    private static string Digits(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '　')));

    [GeneratedRegex(@"^(?:1[3-9]\d\*{4}\d{4}|(?:0\d{2,3}-)?\*{5,6}\d{2})$")]
    private static partial Regex MaskedPhone();

    [GeneratedRegex(@"^1[3-9]\d{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(?:[（(]?(?<area>0\d{2,3})[）)]?-?)?(?<number>[2-8]\d{6,7})$")]
    private static partial Regex LandLine();

    [GeneratedRegex(@"^\D*?(?:村|社区|小区|家属院|花园)")]
    private static partial Regex Village();

    [GeneratedRegex(@"^\D*?(?:街道|镇|乡)")]
    private static partial Regex Township();

    [GeneratedRegex(@"^\D*(?:县|区|市)")]
    private static partial Regex County();
}
