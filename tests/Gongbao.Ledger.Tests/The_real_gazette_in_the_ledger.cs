using System.Text.Json;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Guidance;
using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Limits;
using Gongbao.Ledger.Meetings;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Store;
using Gongbao.Web.Listing;

namespace Gongbao.Ledger.Tests;

/// <summary>What the real gazette orders, compared with the truth that was made by reading it.</summary>
[Clause("LED-01"), Clause("LED-04"), Clause("LED-10"), Clause("LED-11"), Clause("LED-12")]
public sealed class The_real_gazette_in_the_ledger : IAsyncLifetime
{
    private static readonly (string Slug, string Table, int Count)[] Programmes = [("达市府办发-2023-8", "division_table_8", 55), ("达市府办发-2023-15", "measures_15", 38), ("达市府办发-2023-10", "annex_10", 4), ("达市府办发-2023-12", "annex_12", 10)];
    private TestLedger? _ledger;

    public async ValueTask InitializeAsync()
    {
        var path = RealIssue.Path;
        _ledger = await TestLedger.CreateAsync(StoreProvider.Sqlite, "dazhou");
        _ledger.Clock.RestoreSeed(new DateOnly(2023, 5, 20).StartsAt());
        await _ledger.ImportAsync(path);
        foreach (var (slug, _, count) in Programmes) Assert.Equal(count, TestLedger.Done(await _ledger.Get<AcceptProposals>().HandleAsync(slug, null, LedgerTests.FollowUp, CancellationToken.None)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_ledger is not null) await _ledger.DisposeAsync();
    }

    [Fact]
    public async Task Is_owed_by_the_units_that_the_truth_names()
    {
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(RealIssue.Truth));
        var organisations = truth.RootElement.GetProperty("unit_texts").EnumerateArray().ToDictionary(u => u.GetProperty("text").GetString()!, Names);
        var directory = _ledger!.City.Directory;
        foreach (var (slug, table, _) in Programmes)
        {
            var rows = (await _ledger.ProgrammeAsync(slug)).Rows;
            foreach (var (row, expected) in rows.Zip(truth.RootElement.GetProperty(table).EnumerateArray(), (r, e) => (r, e)))
            {
                var units = expected.GetProperty("units");
                var text = units.ValueKind is JsonValueKind.String ? units.GetString()! : string.Join('、', units.EnumerateArray().Select(u => u.GetString()));
                var wanted = organisations[text].ToHashSet();
                if (expected.TryGetProperty("lead", out var lead)) wanted.UnionWith(directory.ResolverOn(new(2023, 4, 28)).Resolve(lead.GetString()!).Organizations);
                // Names of wide groups stand for units that the truth does not list one by one.
                var wide = row.Shares.Where(s => s.Share.ByGroup && !wanted.Contains(s.UnitName)).Select(s => s.Share.Printed).Distinct();
                Assert.Subset(new HashSet<string> { "市政府工作部门", "市级各部门（单位）" }, wide.ToHashSet());
                Assert.Equal(wanted.Order(StringComparer.Ordinal), row.Shares.Where(s => !s.Share.ByGroup || wanted.Contains(s.UnitName)).Select(s => s.UnitName).Order(StringComparer.Ordinal));
            }
        }

        static IReadOnlyList<string> Names(JsonElement text) => [.. text.GetProperty("organizations").EnumerateArray().Select(o => o.GetString()!)];
    }

    [Fact]
    public async Task Has_the_limits_that_the_truth_states()
    {
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(RealIssue.Truth));
        var rows = new List<ObligationRow>();
        foreach (var (slug, table, _) in Programmes)
        {
            var view = await _ledger!.ProgrammeAsync(slug);
            foreach (var (row, expected) in view.Rows.Zip(truth.RootElement.GetProperty(table).EnumerateArray()))
                Assert.Equal(expected.TryGetProperty("due", out var due) ? due.GetString() : null, row.Limit.Words);
            rows.AddRange(view.Rows);
        }
        Assert.Equal(107, rows.Count);
        // 15 + 3 + 9 have a day; all others are reported on in the declared rhythm, the 38 without a limit wait for a decision.
        Assert.Equal(26, rows.Count(r => r.Limit.Nature is LimitNature.Dated));
        Assert.Equal(43, rows.Count(r => r.Limit.Nature is LimitNature.Rhythm));
        Assert.Equal(38, rows.Count(r => r.Limit.Nature is LimitNature.Unstated));
        Assert.Equal(38, rows.Count(r => r.Questions.Any(q => q.Kind is Storage.QuestionKind.Limit)));
    }

    [Fact]
    public async Task Adds_up_for_each_county_and_zone()
    {
        var shares = new List<ShareRow>();
        foreach (var (slug, _, _) in Programmes) shares.AddRange((await _ledger!.ProgrammeAsync(slug)).Rows.SelectMany(r => r.Shares));
        var places = _ledger!.City.Directory.Units.Where(u => u.Kind is UnitKind.CountyGovernment or UnitKind.FunctionalArea && shares.Any(s => s.Share.Unit == u.Id)).ToList();
        Assert.Equal(9, places.Count);
        foreach (var place in places)
        {
            // Its page lists as many as the programmes have.
            var page = await _ledger.AskAsync<WorkLists, ListSlice<WorkLine, WorkPlace>>(d => d.UnitAsync(place.Id, 1, CancellationToken.None));
            Assert.Equal(shares.Count(s => s.Share.Unit == place.Id), page.Total);
        }
        Assert.InRange(shares.Select(s => s.Share.Unit).Distinct().Count(), 60, 90);
    }

    /// <summary>Read by hand: no two of the 107 are the same task, so none is proposed; the most alike two have 0.16.</summary>
    [Fact]
    public async Task Orders_nothing_twice_that_its_words_would_tell()
    {
        var alike = await _ledger!.AskAsync<Links.LinkDesk, IReadOnlyList<Links.AlikeTasks>>(d => d.AlikeAsync(new(2023, 5, 20), CancellationToken.None));
        Assert.Empty(alike);
    }

    [Fact, Clause("LED-07")]
    public async Task Is_followed_up_by_letter_once_its_last_day_is_past()
    {
        _ledger!.Clock.RestoreSeed(new DateOnly(2023, 6, 12).StartsAt().AddHours(9));
        var share = (await _ledger.ProgrammeAsync("达市府办发-2023-10")).Rows.SelectMany(r => r.Shares).First(s => s.Standing.OwedOn == new DateOnly(2023, 5, 31)).Share;
        var id = TestLedger.Done(await _ledger.Get<DraftLetter>().HandleAsync(share.Unit, [share.Id], LedgerTests.FollowUp, CancellationToken.None));
        TestLedger.Done(await _ledger.Get<SignLetter>().HandleAsync(new(id, 1), A_supervision_letter.Signer, CancellationToken.None));
        var letter = (await _ledger.AskAsync<LetterDesk, LetterView?>(d => d.LetterAsync(id, LedgerTests.FollowUp, _ => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), CancellationToken.None)))!;
        Assert.Equal(("达市府督〔2023〕1号", "达州市人民政府办公室"), (letter.Number, letter.Letter.Issuer));
        Assert.Equal((12, new DateOnly(2023, 5, 31)), (letter.Items[0].DaysLate, letter.Items[0].DueOn));
        Assert.StartsWith("达市府办发〔2023〕10号", letter.Items[0].Basis, StringComparison.Ordinal);
        // Five working days after a Monday, with the Dragon Boat Festival and its make-up Sunday behind them.
        Assert.Equal(new DateOnly(2023, 6, 19), letter.Letter.ReplyBy);
    }

    [Fact, Clause("LED-14")]
    public async Task Asks_each_county_for_its_plan()
    {
        TestLedger.Done(await _ledger!.Get<FilePlan>().CallAsync("达市府办发-2023-12", "各县（市、区）人民政府", "三（一）", null, LedgerTests.FollowUp, CancellationToken.None));
        var view = (await _ledger.AskAsync<PlanDesk, PlanView?>(d => d.PlansAsync("达市府办发-2023-12", CancellationToken.None)))!;
        string[] counties = ["达州市通川区人民政府", "达州市达川区人民政府", "万源市人民政府", "宣汉县人民政府", "大竹县人民政府", "渠县人民政府", "开江县人民政府"];
        Assert.Equal(counties.Order(StringComparer.Ordinal), view.Rows.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.All(view.Rows, r => Assert.True(r.IsMissing));
    }

    [Fact, Clause("LED-08")]
    public async Task Takes_the_resolutions_of_a_joint_meeting_in()
    {
        var record = _ledger!.Get<RecordMeeting>();
        var meeting = TestLedger.Done(await record.HandleAsync("达市府办发-2023-12", new(new DateOnly(2023, 5, 19), null, "市政府副秘书长", "调度专项改革", "市人力资源社会保障局、市税务局", "会议研究了有关事项。"), LedgerTests.FollowUp, CancellationToken.None));
        TestLedger.Done(await record.ResolveAsync(new(meeting, 1), new() { Task = "公布参保登记流程图", Lead = "市人力资源社会保障局", Units = "各县（市、区）人民政府", Limit = "6月底前" }, true, LedgerTests.FollowUp, CancellationToken.None));
        var row = (await _ledger.ProgrammeAsync("达市府办发-2023-12")).Rows[^1];
        Assert.Equal((11, DutyRole.Lead, 8), (row.Obligation.Ordinal, row.Shares[0].Share.Role, row.Shares.Count));
        Assert.All(row.Shares, s => Assert.Equal(new DateOnly(2023, 6, 30), s.Standing.OwedOn));
    }
}
