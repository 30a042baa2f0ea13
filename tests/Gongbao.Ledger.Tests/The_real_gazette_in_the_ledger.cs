using System.Text.Json;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Desk;
using Gongbao.Ledger.Limits;
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
}
