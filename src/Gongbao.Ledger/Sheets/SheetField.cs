namespace Gongbao.Ledger.Sheets;

/// <summary>What a column of an office's sheet may say of an obligation.</summary>
internal enum SheetField
{
    /// <summary>What is to be done (任务): the one that a sheet must have.</summary>
    Task,

    /// <summary>What it is grouped under (类别).</summary>
    Group,

    /// <summary>The measure (措施) that it belongs to.</summary>
    Measure,

    /// <summary>The clause that orders it (条款).</summary>
    Place,

    /// <summary>Leading units (牵头单位).</summary>
    Lead,

    /// <summary>Responsible units (责任单位).</summary>
    Units,

    /// <summary>Supporting units (配合单位).</summary>
    Supporting,

    /// <summary>The time limit (完成时限).</summary>
    Limit,

    /// <summary>What is to be shown for it (成果形式).</summary>
    Output,

    /// <summary>What else orders it (依据).</summary>
    Source,

    /// <summary>What has to be shown for it (证明材料要求).</summary>
    Evidence,
}

/// <summary>What pages call the columns, and by which heads offices write them they are known.</summary>
internal static class SheetFields
{
    private static readonly Dictionary<SheetField, (string Word, string[] Heads)> Known = new()
    {
        [SheetField.Task] = ("任务", ["任务", "工作任务", "重点任务", "任务内容", "工作内容", "主要任务", "重点工作任务", "重点工作", "任务事项", "工作事项", "改革事项", "具体事项", "具体任务", "任务名称", "目标任务", "事项", "主要内容", "工作要求"]),
        [SheetField.Group] = ("类别", ["类别", "分类", "类型", "板块", "领域", "工作类别", "任务类别", "项目"]),
        [SheetField.Measure] = ("措施", ["措施", "主要措施", "工作措施", "所属措施"]),
        [SheetField.Place] = ("条款", ["条款", "出处", "来源条款", "文件条款"]),
        [SheetField.Lead] = ("牵头单位", ["牵头单位", "牵头部门", "牵头责任单位", "主办单位", "牵头"]),
        [SheetField.Units] = ("责任单位", ["责任单位", "责任部门", "承办单位", "落实单位", "责任主体", "承办部门", "完成单位"]),
        [SheetField.Supporting] = ("配合单位", ["配合单位", "配合部门", "协办单位", "参与单位", "协同单位"]),
        [SheetField.Limit] = ("完成时限", ["完成时限", "时限", "完成时间", "时间节点", "办结时限", "完成期限", "时限要求", "时间要求", "完成时间节点", "办理时限", "截止时间"]),
        [SheetField.Output] = ("成果形式", ["成果形式", "成果", "预期成果", "工作成果", "成果要求", "目标成果", "完成标志"]),
        [SheetField.Source] = ("依据", ["依据", "来源", "任务来源", "文件依据", "工作依据"]),
        [SheetField.Evidence] = ("证明材料要求", ["证明材料要求", "证明材料", "佐证材料", "佐证材料要求", "支撑材料", "印证材料"]),
    };

    public static IReadOnlyList<SheetField> All { get; } = Enum.GetValues<SheetField>();

    public static string Word(SheetField field) => Known[field].Word;

    /// <summary>What a head means; null where it is none that is known. White space and what stands in brackets makes no difference.</summary>
    public static SheetField? Of(string head)
    {
        var bare = Bare(head);
        return All.Cast<SheetField?>().FirstOrDefault(f => Known[f!.Value].Heads.Contains(bare));
    }

    private static string Bare(string head)
    {
        var end = head.AsSpan().IndexOfAny('（', '(');
        return string.Concat((end > 0 ? head[..end] : head).Where(c => !char.IsWhiteSpace(c)));
    }
}
