namespace Gongbao.Casework.Information;

/// <summary>A request as the yearly report counts it.</summary>
/// <param name="By">Who asked.</param>
/// <param name="ReceivedOn">收到申请之日.</param>
/// <param name="Row">How it came out; null while nothing was replied.</param>
/// <param name="RepliedOn">Day of the reply; null while there is none.</param>
internal sealed record RequestRecord(ApplicantKind By, DateOnly ReceivedOn, ReportRow? Row, DateOnly? RepliedOn);

/// <summary>A dispute as the yearly report counts it: with the year in which it was brought, as it stood at the year's end.</summary>
/// <param name="Kind">How it is carried on.</param>
/// <param name="BroughtOn">Day on which it was brought.</param>
/// <param name="Result">How it came out; null while it is not decided.</param>
/// <param name="DecidedOn">Day of the decision; null while there is none.</param>
internal sealed record RemedyRecord(RemedyKind Kind, DateOnly BroughtOn, RemedyResult? Result, DateOnly? DecidedOn);

/// <summary>The third table of the yearly report (收到和处理政府信息公开申请情况): what came, what came of it, what goes over into the next year, by who asked.</summary>
/// <source>国办公开办函〔2021〕30号</source>
internal sealed class RequestTable
{
    private readonly Dictionary<(Line Line, ReportRow? Row, ApplicantKind By), int> _cells = [];

    private enum Line
    {
        New,
        Carried,
        Done,
        Over,
    }

    /// <summary>The table of a year, both its first and its last day included, as the events make it.</summary>
    public static RequestTable Of(int year, IEnumerable<RequestRecord> requests)
    {
        var (table, first, last) = (new RequestTable(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        foreach (var request in requests.Where(r => r.ReceivedOn <= last && !(r.RepliedOn < first)))
        {
            table.Add(request.ReceivedOn >= first ? Line.New : Line.Carried, null, request.By);
            if (request.RepliedOn <= last) table.Add(Line.Done, request.Row, request.By);
            else table.Add(Line.Over, null, request.By);
        }
        return table;
    }

    /// <summary>一、本年新收政府信息公开申请数量.</summary>
    public int New(ApplicantKind? by = null) => Sum(Line.New, null, by);

    /// <summary>二、上年结转政府信息公开申请数量.</summary>
    public int Carried(ApplicantKind? by = null) => Sum(Line.Carried, null, by);

    /// <summary>三、本年度办理结果, one line of it.</summary>
    public int Done(ReportRow row, ApplicantKind? by = null) => Sum(Line.Done, row, by);

    /// <summary>三（七）总计.</summary>
    public int AllDone(ApplicantKind? by = null) => Enum.GetValues<ReportRow>().Sum(r => Done(r, by));

    /// <summary>四、结转下年度继续办理.</summary>
    public int Over(ApplicantKind? by = null) => Sum(Line.Over, null, by);

    /// <summary>Where it does not balance (勾稽关系), each a whole sentence; empty where it does. A request that was replied to without a result makes it so.</summary>
    public IReadOnlyList<string> Unbalanced() =>
    [
        .. Enum.GetValues<ApplicantKind>().Select(by => ((ApplicantKind?)by, Words(by))).Append((null, "总计"))
            .Where(c => New(c.Item1) + Carried(c.Item1) != AllDone(c.Item1) + Over(c.Item1))
            .Select(c => $"“{c.Item2}”一列不平衡：本年新收{New(c.Item1)}件加上年结转{Carried(c.Item1)}件，不等于办理结果总计{AllDone(c.Item1)}件加结转下年度{Over(c.Item1)}件。"),
    ];

    /// <summary>The name of a column.</summary>
    public static string Words(ApplicantKind by) => by switch
    {
        ApplicantKind.Person => "自然人",
        ApplicantKind.Business => "商业企业",
        ApplicantKind.Research => "科研机构",
        ApplicantKind.Charity => "社会公益组织",
        ApplicantKind.LegalServices => "法律服务机构",
        ApplicantKind.Other => "其他",
    };

    private void Add(Line line, ReportRow? row, ApplicantKind by) => _cells[(line, row, by)] = _cells.GetValueOrDefault((line, row, by)) + 1;

    private int Sum(Line line, ReportRow? row, ApplicantKind? by) => _cells.Where(c => c.Key.Line == line && c.Key.Row == row && (by is null || c.Key.By == by)).Sum(c => c.Value);
}

/// <summary>The fourth table of the yearly report (被申请行政复议、提起行政诉讼情况).</summary>
/// <source>国办公开办函〔2021〕30号</source>
internal sealed class RemedyTable
{
    private readonly Dictionary<(RemedyKind Kind, RemedyResult? Result), int> _cells = [];

    /// <summary>Disputes that were brought in a year or were still open when it began, as they stood on its last day.</summary>
    public static RemedyTable Of(int year, IEnumerable<RemedyRecord> remedies)
    {
        var (table, first, last) = (new RemedyTable(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        foreach (var remedy in remedies.Where(r => r.BroughtOn <= last && !(r.DecidedOn < first)))
        {
            var key = (remedy.Kind, remedy.DecidedOn <= last ? remedy.Result : null);
            table._cells[key] = table._cells.GetValueOrDefault(key) + 1;
        }
        return table;
    }

    public int Of(RemedyKind kind, RemedyResult result) => _cells.GetValueOrDefault((kind, result));

    /// <summary>尚未审结.</summary>
    public int Pending(RemedyKind kind) => _cells.GetValueOrDefault((kind, null));

    /// <summary>总计.</summary>
    public int Total(RemedyKind kind) => Enum.GetValues<RemedyResult>().Sum(r => Of(kind, r)) + Pending(kind);

    /// <summary>The part of all that were decided which had to be corrected (被纠错败诉率); null where none was decided.</summary>
    public decimal? CorrectedShare()
    {
        var decided = Enum.GetValues<RemedyKind>().Sum(k => Total(k) - Pending(k));
        return decided == 0 ? null : (decimal)Enum.GetValues<RemedyKind>().Sum(k => Of(k, RemedyResult.Corrected)) / decided;
    }
}
