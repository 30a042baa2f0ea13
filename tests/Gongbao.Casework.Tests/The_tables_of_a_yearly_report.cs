using Gongbao.Casework.Information;

namespace Gongbao.Casework.Tests;

/// <summary>The tables of requests and disputes in the yearly report, made of what happened.</summary>
public sealed class The_tables_of_a_yearly_report
{
    private static readonly DateOnly First = new(2023, 1, 1), Last = new(2023, 12, 31);

    [Fact]
    public void Balance_with_the_figures_of_a_real_year()
    {
        // 37 came, 34 were answered, 3 went over: none had come over from the year before.
        var table = RequestTable.Of(2023, Enumerable.Range(0, 37).Select(n => new RequestRecord((ApplicantKind)(n % 6), First.AddDays(n * 9), ReportRow.Open, n < 34 ? First.AddDays(n * 9 + 20) : new DateOnly(2024, 1, 10))));
        Assert.Equal((37, 0, 34, 3), (table.New(), table.Carried(), table.AllDone(), table.Over()));
        Assert.Empty(table.Unbalanced());
    }

    [Fact]
    public void Count_by_the_day_of_receipt_and_of_the_reply()
    {
        var table = RequestTable.Of(2023,
        [
            new(ApplicantKind.Person, First.AddDays(-1), ReportRow.Partly, First),              // came over, answered on the first day
            new(ApplicantKind.Person, First.AddDays(-9), ReportRow.Open, First.AddDays(-1)),    // is of the year before
            new(ApplicantKind.Business, Last, ReportRow.NotHeld, Last),
            new(ApplicantKind.Business, Last, ReportRow.NotHeld, Last.AddDays(1)),              // goes over
            new(ApplicantKind.Charity, Last.AddDays(1), null, null),                            // is of the next year
            new(ApplicantKind.LegalServices, First, null, null),
        ]);
        Assert.Equal((3, 1, 2, 2), (table.New(), table.Carried(), table.AllDone(), table.Over()));
        Assert.Equal((1, 1, 0, 0), (table.Done(ReportRow.Partly, ApplicantKind.Person), table.Done(ReportRow.NotHeld, ApplicantKind.Business), table.Done(ReportRow.Open), table.New(ApplicantKind.Charity)));
        Assert.Empty(table.Unbalanced());
    }

    [Fact]
    public void Say_where_they_do_not_balance()
    {
        var table = RequestTable.Of(2023, [new(ApplicantKind.Research, First, null, First.AddDays(5))]);
        Assert.Equal(["“科研机构”一列不平衡：本年新收1件加上年结转0件，不等于办理结果总计0件加结转下年度0件。", "“总计”一列不平衡：本年新收1件加上年结转0件，不等于办理结果总计0件加结转下年度0件。"], table.Unbalanced());
    }

    [Fact]
    public void Carry_over_into_the_next_year_what_they_carry_out_of_this_one()
    {
        var random = new Random(1);
        var records = Enumerable.Range(0, 5_000).Select(_ =>
        {
            var received = new DateOnly(2020, 1, 1).AddDays(random.Next(2_000));
            return random.Next(10) == 0 ? new RequestRecord((ApplicantKind)random.Next(6), received, null, null) : new RequestRecord((ApplicantKind)random.Next(6), received, (ReportRow)random.Next(21), received.AddDays(random.Next(60)));
        }).ToList();
        foreach (var year in Enumerable.Range(2020, 6))
        {
            var (table, next) = (RequestTable.Of(year, records), RequestTable.Of(year + 1, records));
            Assert.Empty(table.Unbalanced());
            foreach (var by in Enum.GetValues<ApplicantKind>())
            {
                Assert.Equal(table.Over(by), next.Carried(by));
                Assert.Equal(records.Count(r => r.By == by && r.RepliedOn?.Year == year), table.AllDone(by));
            }
        }
    }

    [Fact]
    public void Count_disputes_as_they_stood_at_the_end_of_the_year()
    {
        var table = RemedyTable.Of(2023,
        [
            new(RemedyKind.Reconsideration, First, RemedyResult.Upheld, First.AddDays(60)), new(RemedyKind.Reconsideration, First, RemedyResult.Corrected, First.AddDays(61)),
            new(RemedyKind.Reconsideration, Last, RemedyResult.Upheld, Last.AddDays(30)), new(RemedyKind.DirectSuit, First.AddDays(-5), null, null),
            new(RemedyKind.DirectSuit, First.AddDays(-90), RemedyResult.Upheld, First.AddDays(-1)),
        ]);
        Assert.Equal((1, 1, 0, 1, 3), (table.Of(RemedyKind.Reconsideration, RemedyResult.Upheld), table.Of(RemedyKind.Reconsideration, RemedyResult.Corrected), table.Of(RemedyKind.Reconsideration, RemedyResult.Other), table.Pending(RemedyKind.Reconsideration), table.Total(RemedyKind.Reconsideration)));
        Assert.Equal((1, 1), (table.Pending(RemedyKind.DirectSuit), table.Total(RemedyKind.DirectSuit)));
        Assert.Equal(0.5m, table.CorrectedShare());
        Assert.Null(RemedyTable.Of(2020, []).CorrectedShare());
    }
}
