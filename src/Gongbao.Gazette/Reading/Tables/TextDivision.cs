namespace Gongbao.Gazette.Reading;

/// <summary>One way to part a block of words into columns.</summary>
/// <param name="Groups">The merged cells to the left; empty where there are none.</param>
/// <param name="Columns">The columns with a cell in each row.</param>
/// <param name="Score">What speaks for it beside the cuts.</param>
internal sealed record TextDivision(LineRange Groups, CellCuts[] Columns, double Score)
{
    public double At(int rows)
    {
        var score = Score;
        foreach (var column in Columns) score += Math.Max(-60, column.Score(rows));
        return score;
    }
}

/// <summary>Makes the ways in which a block of words can be parted, by what its heads allow.</summary>
internal sealed class TextDivisions
{
    private const int MostPlaces = 60;
    private const int MostGroupEnds = 8;

    /// <summary>Lines up to this width, in halves of an ideograph, are those of merged cells.</summary>
    private const int MergedWidth = 8;

    private readonly TableLine[] _lines;
    private readonly LineRange _block;
    private readonly TextCuts _cuts;
    private readonly HashSet<int> _headed;
    private readonly bool _stops;

    private TextDivisions(TableLine[] lines, LineRange block, BodyText body)
    {
        (_lines, _block) = (lines, block);
        _headed = GroupCuts.HeadingEnds(lines, block, body);
        _cuts = new(lines, block, body);
        int stops = 0, longLines = 0;
        for (var i = block.From; i < block.To; i++)
        {
            if (lines[i].Text[^1] == '。') stops++;
            if (lines[i].Width >= 16) longLines++;
        }
        _stops = stops >= 2 && stops * 8 >= longLines;
    }

    public static IReadOnlyList<TextDivision> Of(TableLine[] lines, LineRange block, IReadOnlyList<Column> heads, BodyText body)
    {
        var maker = new TextDivisions(lines, block, body);
        if (block.Count == 0) return [];
        if (heads.Count == 1) return [new(new(block.From, block.From), [maker.Column(block)], 0)];
        var divisions = new List<TextDivision>();
        var shows = heads[^1].Role is ColumnRole.Output;
        if (heads.Count >= 3 && shows) maker.AddThree(divisions);
        else maker.AddGrouped(divisions);
        if (heads.Count == 2 && shows) maker.AddTwo(block.From, 0.5, new(block.From, block.From), divisions);
        return divisions;
    }

    /// <summary>The ways for columns whose lines are known: all have a cell in each row, or the first is merged.</summary>
    public static IReadOnlyList<TextDivision> Known(TableLine[] lines, IReadOnlyList<LineRange> columns, BodyText body)
    {
        var cuts = new CellCuts[columns.Count];
        for (var c = 0; c < cuts.Length; c++) cuts[c] = new TextDivisions(lines, columns[c], body).Column(columns[c]);
        var none = new LineRange(columns[0].From, columns[0].From);
        return columns.Count == 1 ? [new(none, cuts, 0)] : [new(none, cuts, 0), new(columns[0], cuts[1..], -1)];
    }

    private CellCuts Column(LineRange range) => _cuts.Of(range, _stops);

    private void AddGrouped(List<TextDivision> divisions)
    {
        foreach (var place in GroupEnds(_block.To - 1).OrderByDescending(GroupScore).Take(MostGroupEnds))
            divisions.Add(new(new(_block.From, place), [Column(new(place, _block.To))], GroupScore(place)));
        divisions.Add(new(new(_block.From, _block.From), [Column(_block)], _cuts.BeginsSentence(_block.From) ? 3 : -0.5 - 1.5 * Narrow(_block.From)));
    }

    private void AddThree(List<TextDivision> divisions)
    {
        foreach (var place in GroupEnds(_block.To - 2).OrderByDescending(GroupScore).Take(6))
            AddTwo(place, GroupScore(place), new(_block.From, place), divisions);
        if (divisions.Count == 0) AddTwo(_block.From, 0, new(_block.From, _block.From), divisions);
    }

    /// <summary>Two columns of words: the second begins where a cell may.</summary>
    private void AddTwo(int from, double score, LineRange groups, List<TextDivision> divisions)
    {
        var places = new List<int>();
        for (var i = from + 1; i < _block.To; i++)
            if (_lines[i - 1].Text[^1] is not ('、' or '，' or '（' or '：') && !IsClosing(_lines[i].Text[0])) places.Add(i);
        var step = Math.Max(1, places.Count / MostPlaces);
        var merged = 0;
        while (from + merged < _block.To && _lines[from + merged].Width <= MergedWidth && _lines[from + merged].Text[^1] is not '。') merged++;
        score -= 1.5 * merged;
        for (var at = 0; at < places.Count; at += step)
        {
            var place = places[at];
            var ends = _cuts.Before(place, from, _stops);
            if (ends <= CellCuts.Never) continue;
            divisions.Add(new(groups, [Column(new(from, place)), Column(new(place, _block.To))], score + Math.Min(ends, 3)));
        }
    }

    private static bool IsClosing(char c) => c is '，' or '。' or '、' or '；' or '：' or '）' or '”' or '》';

    /// <summary>Where the merged cells may end and the words of tasks begin.</summary>
    private List<int> GroupEnds(int last)
    {
        var ends = new List<int>();
        for (var i = _block.From + 1; i <= last && ends.Count < MostPlaces; i++)
        {
            var before = _lines[i - 1];
            if (before.Width > 40 || before.Text.AsSpan().IndexOfAny('。', '；', '，') >= 0) break;
            if (!IsClosing(_lines[i].Text[0])) ends.Add(i);
        }
        return ends;
    }

    private double GroupScore(int place)
    {
        var widest = 0;
        for (var i = place; i < _block.To; i++) widest = Math.Max(widest, _lines[i].Width);
        var score = 0.0;
        for (var i = _block.From; i < place; i++) score += _lines[i].Width * 2 <= widest ? 0.35 : -0.5;
        score -= 1.5 * Narrow(place);
        if (_cuts.BeginsSentence(place)) score += 4;
        if (_headed.Contains(place)) score += 4;
        return score + (_lines[place].BlankBefore ? 0.5 : -0.2);
    }

    /// <summary>How many lines from here are as narrow as those of merged cells, and end no sentence.</summary>
    private int Narrow(int place)
    {
        var widest = 0;
        for (var i = place; i < _block.To; i++) widest = Math.Max(widest, _lines[i].Width);
        var count = 0;
        while (place + count < _block.To && _lines[place + count].Width * 2 <= widest && _lines[place + count].Text[^1] is not '。') count++;
        return count;
    }
}
