namespace Gongbao.Gazette.Generating.Composing;

/// <summary>A text of responsible units and what it means.</summary>
/// <remarks><c>Misprinted</c>: True when a name in it is misprinted; a reader repairs and flags it.</remarks>
internal sealed record Duty(string Text, List<string> Organizations, bool Others, bool Misprinted);

/// <summary>Throws responsible units (责任单位).</summary>
internal static class Duties
{
    public const string AllCounties = "各县（市、区）人民政府";

    public static Duty Throw(Setting setting, Dice dice)
    {
        var city = setting.City;
        var offices = dice.Some(city.Departments, dice.Below(4) switch { 0 => 1, 1 => 2, 2 => 3, _ => dice.Between(2, 7) });
        var names = offices.Select(o => o.Short).ToList();
        var misprinted = setting.Has(Defects.MisprintedUnits) && dice.Chance(0.03);
        var zones = city.Zones.Select(z => z.Short).ToList();
        var pattern = dice.Below(6);
        if (misprinted)
        {
            if (pattern is 2 or 5 && names.Count > 1 && names[^1].StartsWith('市')) names[^1] = names[^1][1..];
            else if (pattern is not (2 or 5)) zones[^1] = zones[^1].Replace("开", "", StringComparison.Ordinal);
            else misprinted = false;
        }
        List<string> everywhere = [.. city.Counties.Select(c => c.Full), .. city.Zones.Select(z => z.Full)];
        var local = string.Join('、', [AllCounties, .. zones]);
        var heads = string.Join('、', names);
        List<string> full = [.. offices.Select(o => o.Full)];
        return pattern switch
        {
            0 => new(local, everywhere, false, misprinted),
            1 or 3 => new($"{heads}等部门（单位），{local}", [.. full, .. everywhere], true, misprinted),
            4 => new($"{heads}，{local}", [.. full, .. everywhere], false, misprinted),
            _ => new(heads, full, false, misprinted),
        };
    }

    /// <summary>The names of a text one by one; marks inside brackets do not part names.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var names = new List<string>();
        var (from, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '（') depth++;
            else if (i < text.Length && text[i] == '）') depth--;
            else if (i == text.Length || depth == 0 && text[i] is '、' or '，')
            {
                names.Add(text[from..i]);
                from = i + 1;
            }
        }
        return names;
    }
}
