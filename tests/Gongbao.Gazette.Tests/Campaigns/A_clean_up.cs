using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Campaigns.Storage;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Gazette.Tests.Campaigns;

public class A_clean_up_on_SQLite() : A_clean_up(StoreProvider.Sqlite);

public class A_clean_up_on_PostgreSQL() : A_clean_up(StoreProvider.Postgres);

public abstract class A_clean_up(StoreProvider provider) : CampaignTests(provider)
{
    [Fact]
    public async Task Lists_the_documents_of_its_scope()
    {
        Assert.Equal([Supply, Trees, Patrol, Saving], await ListedAsync(new()));
        Assert.Equal([Trees, Patrol], await ListedAsync(new() { Kinds = ["通知", "公告"] }));
        Assert.Equal([Patrol], await ListedAsync(new() { Issuers = ["清河市人民政府办公室"] }));
        Assert.Equal([Trees, Patrol], await ListedAsync(new() { From = new(2024, 2, 28), To = new(2024, 3, 5) }));
        Assert.Equal([Saving], await ListedAsync(new() { ExpiresWithin = 150 }));
        Assert.Equal([Patrol, Supply], await ListedAsync(new() { Documents = [Patrol, "清府发[2024]3号", await Library.SlugAsync(Patrol)] }));
        Assert.Equal("clean-up.no-documents", CodeOf(await OpeningAsync(new() { ExpiresWithin = 149 })));

        Assert.Equal("clean-up.no-documents", CodeOf(await OpeningAsync(new() { NormativeOnly = true })));
        await Library.ImportAsync(Issues.Read(Issues.Trees.Replace("清府发〔2024〕4号", "清府规〔2024〕1号", StringComparison.Ordinal), "rules.txt").Sure());
        Assert.Equal(["清府规〔2024〕1号"], await ListedAsync(new() { NormativeOnly = true }));
    }

    [Fact]
    public async Task Lists_nothing_that_is_no_longer_in_force_unless_asked()
    {
        Library.Clock.RestoreSeed(Kernel.Time.Beijing.StartsAt(new(2029, 5, 1)));
        Assert.DoesNotContain(Saving, (await Library.AskAsync<CampaignDesk, IReadOnlyList<ScopedDocument>>(d => d.PreviewAsync(new(), CancellationToken.None))).Select(d => d.Number));
        Assert.Contains(Saving, (await Library.AskAsync<CampaignDesk, IReadOnlyList<ScopedDocument>>(d => d.PreviewAsync(new() { InForceOnly = false }, CancellationToken.None))).Select(d => d.Number));
    }

    [Fact]
    public async Task Grows_only_when_somebody_asks_for_it()
    {
        var slug = await OpenAsync(new() { Kinds = ["通知"] });
        await Library.ImportAsync(Issues.Trees.Replace("清府发〔2024〕4号", "清府发〔2024〕14号", StringComparison.Ordinal));
        Assert.Equal([Trees, Patrol], (await PageAsync(slug)).Rows.Select(r => r.Item.Number));

        var add = Library.Get<AddDocuments>();
        Assert.Equal("clean-up.no-such-document", CodeOf(await add.HandleAsync(slug, ["清府发〔2024〕99号"], Organiser, CancellationToken.None)));
        Assert.Equal("clean-up.listed-already", CodeOf(await add.HandleAsync(slug, [Trees], Organiser, CancellationToken.None)));
        Assert.Equal("clean-up.nothing", CodeOf(await add.HandleAsync(slug, [], Organiser, CancellationToken.None)));
        Assert.Equal("clean-up.not-allowed", CodeOf(await add.HandleAsync(slug, [Supply], Lawyer, CancellationToken.None)));
        Assert.Equal(2, TestLibrary.Done(await add.HandleAsync(slug, ["清府发〔2024〕14号", Supply], Organiser, CancellationToken.None)));

        Assert.Equal([(Trees, false), (Patrol, false), ("清府发〔2024〕14号", true), (Supply, true)], (await PageAsync(slug)).Rows.Select(r => (r.Item.Number!, r.Item.IsLater)));
    }

    [Fact]
    public async Task Is_refused_with_every_reason_at_once()
    {
        Assert.Equal(["clean-up.no-name", "clean-up.no-due", "clean-up.few-offices", "clean-up.bad-scope", "clean-up.bad-scope"],
            (await OpeningAsync(new() { From = new(2024, 2, 2), To = new(2024, 2, 1), ExpiresWithin = 0 }, " ", Today.AddDays(-1), null, "legal")).Refusals.Select(r => r.Code));
        Assert.Equal("clean-up.few-offices", CodeOf(await OpeningAsync(new(), offices: ["drafting", "legal", "nobody"])));
        Assert.Equal("clean-up.no-such-document", CodeOf(await OpeningAsync(new() { Documents = ["没有的文件"] })));
        Assert.Equal("clean-up.corrects-none", CodeOf(await OpeningAsync(new() { Documents = [Supply] }, corrects: "2020-01-01-1")));
        Assert.Empty(await Library.AskAsync<CampaignDesk, IReadOnlyList<CampaignLine>>(d => d.ListAsync(CampaignState.Running, CancellationToken.None)));
    }

    [Fact]
    public async Task Asks_more_than_one_office_and_more_than_one_person()
    {
        var slug = await OpenAsync();
        Assert.Equal("clean-up.opinions-missing", CodeOf(await DecideAsync(slug, new(Measure.Repeal, "内容已经过时。"), Organiser, Supply)));
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Repeal, Supply));
        Assert.Equal("clean-up.opinions-missing", CodeOf(await DecideAsync(slug, new(null), Organiser, Supply)));
        Assert.Equal("clean-up.same-person", CodeOf(await OpineAsync(slug, Drafter, "legal", Measure.Repeal, Supply)));
        Assert.Equal("clean-up.no-office", CodeOf(await OpineAsync(slug, Lawyer, "user", Measure.Repeal, Supply)));
        TestLibrary.Done(await OpineAsync(slug, Organiser, "legal", Measure.Repeal, Supply));
        Assert.Equal("clean-up.gave-opinion", CodeOf(await DecideAsync(slug, new(null), Organiser, Supply)));
        Assert.Equal("clean-up.not-allowed", CodeOf(await DecideAsync(slug, new(null), Lawyer, Supply)));
        TestLibrary.Done(await DecideAsync(slug, new(null), Person("editor", CleanUpRules.Verb), Supply));
        Assert.Equal("clean-up.decided", CodeOf(await OpineAsync(slug, Drafter, "drafting", Measure.Keep, Supply)));
    }

    [Fact]
    public async Task Lets_a_person_speak_only_for_an_office_within_the_persons_scope()
    {
        var slug = await OpenAsync();
        var justice = Person("legal-reviewer", new AccessScope(ScopeKind.Unit, "justice"), CleanUpRules.OpinionVerb);
        var water = Person("legal-reviewer", new AccessScope(ScopeKind.Unit, "water"), CleanUpRules.OpinionVerb);
        var government = Person("reviewer", new AccessScope(ScopeKind.Unit, "government"), CleanUpRules.OpinionVerb);

        Assert.Equal("clean-up.not-your-office", CodeOf(await OpineAsync(slug, water, "legal", Measure.Keep, Supply)));
        Assert.Equal("clean-up.not-your-office", CodeOf(await OpineAsync(slug, justice, "drafting", Measure.Keep, Supply)));
        TestLibrary.Done(await OpineAsync(slug, justice, "legal", Measure.Keep, Supply));
        TestLibrary.Done(await OpineAsync(slug, government, "drafting", Measure.Keep, Supply));
    }

    [Fact]
    public async Task Shows_how_far_it_is_and_that_it_is_overdue()
    {
        var slug = await OpenAsync();
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Repeal, Supply, Trees, Patrol));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", Measure.Repeal, Supply, Trees));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", Measure.Keep, Trees));
        TestLibrary.Done(await DecideAsync(slug, new(null), Organiser, Supply));

        var page = await PageAsync(slug);
        Assert.Equal([(ItemStatus.Untouched, 1), (ItemStatus.Partly, 1), (ItemStatus.Disagreed, 1), (ItemStatus.Decided, 1)], page.Progress.Counts.OrderBy(c => c.Key).Select(c => (c.Key, c.Value)));
        Assert.Equal(0, page.Progress.Of(ItemStatus.Agreed));
        var disagreed = await Library.AskAsync<CampaignDesk, CampaignPage?>(d => d.PageAsync(slug, ItemStatus.Disagreed, 1, CancellationToken.None));
        Assert.Equal([Trees], disagreed!.Rows.Select(r => r.Item.Number));
        Assert.Equal([Measure.Repeal, Measure.Keep], disagreed.Rows[0].Opinions.Select(o => o.Measure));
        var line = Assert.Single(await Library.AskAsync<CampaignDesk, IReadOnlyList<CampaignLine>>(d => d.ListAsync(CampaignState.Running, CancellationToken.None)));
        Assert.Equal((false, true), (line.IsOverdueOn(Today.AddDays(30)), line.IsOverdueOn(Today.AddDays(31))));
    }

    [Fact]
    public async Task Resolves_a_disagreement_only_by_a_decision_with_its_reason()
    {
        var slug = await OpenAsync();
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Keep, Supply));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", Measure.Repeal, Supply));
        Assert.Equal("clean-up.no-agreement", CodeOf(await DecideAsync(slug, new(null), Organiser, Supply)));
        Assert.Equal("clean-up.no-reason", CodeOf(await DecideAsync(slug, new(Measure.Repeal), Organiser, Supply)));
        Assert.Equal("clean-up.no-reason", CodeOf(await DecideAsync(slug, new(Measure.Repeal, "不再适用"), Organiser, Supply)));
        Assert.Equal("clean-up.no-reason", CodeOf(await DecideAsync(slug, new(Measure.Repeal, new string('长', 500) + "。"), Organiser, Supply)));
        TestLibrary.Done(await DecideAsync(slug, new(Measure.Repeal, "上位法已经废止。"), Organiser, Supply));

        TestLibrary.Done(await DecideAsync(slug, null, Organiser, Supply));
        Assert.Equal("clean-up.not-decided", CodeOf(await DecideAsync(slug, null, Organiser, Supply)));
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Repeal, Supply));
        TestLibrary.Done(await DecideAsync(slug, new(null), Organiser, Supply));
        var (_, row, all) = (await Library.AskAsync<CampaignDesk, (StoredCampaign, CampaignRow Row, IReadOnlyList<CampaignOpinion> All)?>(async d => await d.ItemAsync(slug, (await SeenAsync(slug, Supply))[0].Id, CancellationToken.None)))!.Value;
        Assert.Equal((Measure.Repeal, "内容已经被新的规定取代。", 3), (row.Item.Decision, row.Item.Reason, all.Count));
    }

    [Fact]
    public async Task Refuses_what_somebody_changed_meanwhile_and_changes_nothing()
    {
        var slug = await OpenAsync();
        var seen = await SeenAsync(slug, Supply, Trees);
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Keep, Trees));

        var refused = await Library.Get<GiveOpinions>().HandleAsync(slug, seen, "legal", Measure.Repeal, "内容已经过时。", Lawyer, CancellationToken.None);

        Assert.Equal("clean-up.changed-meanwhile", CodeOf(refused));
        Assert.Equal(1, (await PageAsync(slug)).Rows.Sum(r => r.Opinions.Count));
        Assert.Equal("clean-up.nothing", CodeOf(await Library.Get<GiveOpinions>().HandleAsync(slug, [], "legal", Measure.Repeal, "内容已经过时。", Lawyer, CancellationToken.None)));
        Assert.Equal("clean-up.no-such-item", CodeOf(await Library.Get<GiveOpinions>().HandleAsync(slug, [default], "legal", Measure.Repeal, "内容已经过时。", Lawyer, CancellationToken.None)));
        Assert.Equal("clean-up.no-measure", CodeOf(await Library.Get<GiveOpinions>().HandleAsync(slug, await SeenAsync(slug, Supply), "legal", null, "内容已经过时。", Lawyer, CancellationToken.None)));
        Assert.Equal("clean-up.none", CodeOf(await Library.Get<GiveOpinions>().HandleAsync("none", await SeenAsync(slug, Supply), "legal", Measure.Repeal, "内容已经过时。", Lawyer, CancellationToken.None)));
    }

    [Fact]
    public async Task Asks_for_a_term_that_nears_its_end_six_months_before()
    {
        var desk = (Func<CampaignDesk, Task<IReadOnlyList<ScopedDocument>>>)(d => d.DueForEvaluationAsync(CancellationToken.None));
        Assert.Equal([Saving], (await Library.AskAsync(desk)).Select(d => d.Number));
        Library.Clock.RestoreSeed(Kernel.Time.Beijing.StartsAt(new(2028, 10, 29)));
        Assert.Empty(await Library.AskAsync(desk));
        Library.Clock.RestoreSeed(Kernel.Time.Beijing.StartsAt(new(2028, 10, 30)));
        Assert.Equal([Saving], (await Library.AskAsync(desk)).Select(d => d.Number));
        await OpenAsync(new() { Documents = [Saving] });
        Assert.Empty(await Library.AskAsync(desk));
    }

    [Fact]
    public async Task Journals_acts_by_ids_and_no_words()
    {
        var slug = await OpenAsync();
        await AgreeAsync(slug, Measure.Repeal, Supply, Trees);
        await DecideAsync(slug, new(null), Organiser, Patrol);

        var journal = (await Library.JournalAsync()).Where(e => e.Contains(" gazette.clean-up", StringComparison.Ordinal)).ToList();
        Assert.Contains(journal, e => e.StartsWith($"{Organiser.ActorId} gazette.clean-up campaign:", StringComparison.Ordinal));
        foreach (var item in await SeenAsync(slug, Supply, Trees))
        {
            Assert.Equal(2, journal.Count(e => e.Contains($" gazette.clean-up-opinion campaign-item:{item.Id:N} ", StringComparison.Ordinal)));
            Assert.Single(journal, e => e.Contains($" gazette.clean-up campaign-item:{item.Id:N} ", StringComparison.Ordinal));
        }
        Assert.Contains(journal, e => e.EndsWith(" refused clean-up.opinions-missing", StringComparison.Ordinal));
        Assert.DoesNotContain(journal, e => e.Any(c => c > '\u2e80'));
    }

    private async Task<IEnumerable<string?>> ListedAsync(CampaignScope scope) => (await PageAsync(await OpenAsync(scope))).Rows.Select(r => r.Item.Number);
}
