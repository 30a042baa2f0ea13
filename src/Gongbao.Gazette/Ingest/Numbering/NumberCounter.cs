using System.Text;

namespace Gongbao.Gazette.Ingest;

/// <summary>
/// Counts the automatic numbers of a document (自动编号), paragraph by paragraph. Lists that share a definition share its counts; a list
/// that begins anew (重新编号) does so where it is first used.
/// </summary>
internal sealed class NumberCounter(NumberingDefinitions definitions)
{
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<(int Instance, int Level)> _begun = [];

    /// <summary>The next number; null where there is no such list or its number is not shown.</summary>
    public AutomaticNumber? Next(NumberingUse use)
    {
        if (definitions.Find(use.Instance) is not { } list || use.Level is < 0 or >= NumberingLevel.Count) return null;
        var counts = _counts.TryGetValue(list.Abstract, out var known) ? known : _counts[list.Abstract] = new int?[NumberingLevel.Count];
        for (var level = 0; level < use.Level; level++)
        {
            Begin(use.Instance, level, list, counts);
            counts[level] ??= list.Level(level).Start;
        }
        Begin(use.Instance, use.Level, list, counts);
        counts[use.Level] = counts[use.Level] is { } count ? count + 1 : list.Level(use.Level).Start;
        for (var below = use.Level + 1; below < NumberingLevel.Count; below++)
            if (Restarts(list.Level(below), below, use.Level)) counts[below] = null;
        var own = list.Level(use.Level);
        return own.IsHidden ? null : new(Write(own, use.Level, list, counts), own.Suffix);
    }

    /// <summary>A start of its own counts from the first use of the list at that level.</summary>
    private void Begin(int instance, int level, ResolvedNumbering list, int?[] counts)
    {
        if (list.Instance.Starts[level] is { } start && _begun.Add((instance, level))) counts[level] = start - 1;
    }

    private static bool Restarts(NumberingLevel level, int index, int used) =>
        level.RestartsBehind is not { } behind ? used < index : behind > 0 && used < behind;

    private static string Write(NumberingLevel own, int index, ResolvedNumbering list, int?[] counts)
    {
        if (own.Format == "bullet") return Bullets.Print(own.Text);
        var text = new StringBuilder(own.Text.Length + 8);
        for (var i = 0; i < own.Text.Length; i++)
        {
            if (own.Text[i] != '%' || i + 1 >= own.Text.Length || own.Text[i + 1] is < '1' or > '9')
            {
                text.Append(own.Text[i]);
                continue;
            }
            var level = own.Text[++i] - '1';
            if (level > index) continue;
            var meant = list.Level(level);
            var format = own.IsLegal && meant.Format != "none" ? "decimal" : meant.Format;
            text.Append(NumberFormat.Write(format == "bullet" ? "none" : format, counts[level] ?? meant.Start));
        }
        return text.ToString();
    }
}

/// <summary>A number as it stands before its paragraph.</summary>
internal readonly record struct AutomaticNumber(string Text, NumberSuffix Suffix)
{
    public string WithSuffix => Text.Length == 0 ? "" : Suffix switch { NumberSuffix.Tab => Text + "\t", NumberSuffix.Space => Text + " ", NumberSuffix.Nothing => Text };
}
