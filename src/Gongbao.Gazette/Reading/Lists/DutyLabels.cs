namespace Gongbao.Gazette.Reading;

/// <summary>What a label in front of words says they are: the part that units have in a duty, or its time limit.</summary>
internal enum DutyLabel
{
    /// <summary>责任单位</summary>
    Responsible,

    /// <summary>牵头单位</summary>
    Lead,

    /// <summary>配合单位</summary>
    Supporting,

    /// <summary>完成时限</summary>
    Due,

    /// <summary>成果形式</summary>
    Output,

    /// <summary>责任人, 联系人 and others that name no unit.</summary>
    Other,
}

/// <summary>The labels that inline lists of duties begin with: 责任单位：, 牵头单位：, 完成时限：.</summary>
internal static class DutyLabels
{
    private static readonly Dictionary<string, DutyLabel> Labels = Table(
        ("责任单位", DutyLabel.Responsible), ("责任部门", DutyLabel.Responsible), ("责任主体", DutyLabel.Responsible), ("承办单位", DutyLabel.Responsible),
        ("实施单位", DutyLabel.Responsible), ("落实单位", DutyLabel.Responsible), ("责任科室", DutyLabel.Responsible), ("承办部门", DutyLabel.Responsible),
        ("牵头单位", DutyLabel.Lead), ("牵头部门", DutyLabel.Lead), ("牵头责任单位", DutyLabel.Lead), ("责任牵头单位", DutyLabel.Lead),
        ("主责单位", DutyLabel.Lead), ("主办单位", DutyLabel.Lead), ("牵头", DutyLabel.Lead),
        ("配合单位", DutyLabel.Supporting), ("配合部门", DutyLabel.Supporting), ("协办单位", DutyLabel.Supporting), ("协同单位", DutyLabel.Supporting),
        ("参与单位", DutyLabel.Supporting), ("参加单位", DutyLabel.Supporting), ("参与部门", DutyLabel.Supporting), ("协作单位", DutyLabel.Supporting),
        ("配合", DutyLabel.Supporting),
        ("完成时限", DutyLabel.Due), ("完成时间", DutyLabel.Due), ("完成期限", DutyLabel.Due), ("时限要求", DutyLabel.Due), ("时间要求", DutyLabel.Due),
        ("办理时限", DutyLabel.Due), ("推进时限", DutyLabel.Due), ("时间节点", DutyLabel.Due), ("时限", DutyLabel.Due),
        ("成果形式", DutyLabel.Output), ("工作成果", DutyLabel.Output), ("预期成果", DutyLabel.Output),
        ("责任人", DutyLabel.Other), ("责任领导", DutyLabel.Other), ("牵头领导", DutyLabel.Other), ("联系人", DutyLabel.Other));

    private static readonly Beginnings Words = new([.. Labels.Keys]);

    /// <summary>The label at a place, if one stands there with its colon.</summary>
    /// <param name="text">The words.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="label">What it is.</param>
    /// <param name="length">Characters up to and with the colon.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DutyLabel label, out int length)
    {
        (label, length) = (default, 0);
        if (at >= text.Length) return false;
        var rest = text[at..];
        foreach (var word in Words.Like(rest[0]))
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal)) continue;
            var end = word.Length;
            while (end < rest.Length && char.IsWhiteSpace(rest[end])) end++;
            if (end >= rest.Length || rest[end] is not ('：' or ':')) continue;
            (label, length) = (Labels[word], end + 1);
            return true;
        }
        return false;
    }

    private static Dictionary<string, DutyLabel> Table(params (string Word, DutyLabel Label)[] rows)
    {
        var table = new Dictionary<string, DutyLabel>(rows.Length, StringComparer.Ordinal);
        foreach (var (word, label) in rows) table.Add(word, label);
        return table;
    }
}
