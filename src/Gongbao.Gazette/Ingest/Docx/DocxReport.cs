namespace Gongbao.Gazette.Ingest;

/// <summary>What is in a DOCX beside its words, counted, with the places: for a person to see before anything is published.</summary>
internal sealed class DocxReport
{
    private readonly SortedDictionary<int, int> _hidden = [];
    private readonly SortedSet<int> _inserted = [];
    private readonly SortedSet<int> _deleted = [];
    private readonly SortedDictionary<int, int> _comments = [];

    public int Pictures { get; set; }

    public int Formulas { get; set; }

    public int Embedded { get; set; }

    public int Symbols { get; set; }

    /// <summary>Line of the paragraph at hand.</summary>
    public int Line { get; set; } = 1;

    public void Deleted(LayoutWriter writer) => _deleted.Add(writer.NextLine);

    public void Note(DocxMark mark)
    {
        switch (mark)
        {
            case DocxMark.Hidden: _hidden[Line] = _hidden.GetValueOrDefault(Line) + 1; break;
            case DocxMark.Inserted: _inserted.Add(Line); break;
            case DocxMark.Deleted: _deleted.Add(Line); break;
            case DocxMark.Comment: _comments[Line] = _comments.GetValueOrDefault(Line) + 1; break;
            case DocxMark.Picture: Pictures++; break;
            case DocxMark.Formula: Formulas++; break;
            case DocxMark.Symbol: Symbols++; break;
        }
    }

    public void Write(LayoutWriter writer)
    {
        foreach (var (line, count) in _hidden) writer.Doubt("source.hidden", $"这里有 {count} 段隐藏文字，没有收入；发布之前请对照原文件，确认应当删除还是应当显示。", line);
        foreach (var line in _inserted.Union(_deleted).Order())
            writer.Doubt("source.changes", (_inserted.Contains(line), _deleted.Contains(line)) switch
            {
                (true, true) => "这里有没有接受的修订：插入的文字已收入，删除的文字没有收入；发布之前请确认文件是定稿。",
                (true, false) => "这里有没有接受的修订：插入的文字已收入；发布之前请确认文件是定稿。",
                _ => "这里有没有接受的修订：删除的文字没有收入；发布之前请确认文件是定稿。",
            }, line);
        foreach (var (line, count) in _comments) writer.Doubt("source.comments", $"这里有 {count} 条批注，没有收入；发布之前请对照原文件，确认意见已经处理。", line);
        if (Pictures > 0) writer.Doubt("source.pictures", $"文件里有 {Pictures} 幅图片或嵌入的对象，其中如有文字没有读出，请对照原文件核对。", 1);
        if (Formulas > 0) writer.Doubt("source.formulas", $"文件里有 {Formulas} 个公式，只读出了其中的字符，请对照原文件核对。", 1);
        if (Embedded > 0) writer.Doubt("source.embedded", $"文件里嵌入了 {Embedded} 个别的文件，没有读出，请另存为一个完整的 DOCX 再读。", 1);
        if (Symbols > 0) writer.Doubt("source.symbols", $"文件里有 {Symbols} 个专用字体的符号认不出，以“□”代替，请对照原文件核对。", 1);
    }
}

/// <summary>What a run of text may be beside words.</summary>
internal enum DocxMark { Hidden, Inserted, Deleted, Comment, Picture, Formula, Symbol }
