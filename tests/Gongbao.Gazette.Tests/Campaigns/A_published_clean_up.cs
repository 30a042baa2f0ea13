using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Campaigns;

public class A_published_clean_up_on_SQLite() : A_published_clean_up(StoreProvider.Sqlite);

public class A_published_clean_up_on_PostgreSQL() : A_published_clean_up(StoreProvider.Postgres);

public abstract class A_published_clean_up(StoreProvider provider) : CampaignTests(provider)
{
    private static readonly DateOnly Effect = new(2029, 1, 1);

    [Fact]
    public async Task Changes_the_states_of_its_documents_from_its_day_on()
    {
        var slug = await OpenAsync();
        await AgreeAsync(slug, Measure.Repeal, Supply);
        await AgreeAsync(slug, Measure.Invalidate, Trees);
        await AgreeAsync(slug, Measure.Amend, Patrol);
        await AgreeAsync(slug, Measure.Keep, Saving);
        Assert.Equal(ValidityState.InForce, await StateAsync(Supply, Effect));

        Library.Told.Facts.Clear();
        Assert.Equal(4, TestLibrary.Done(await PublishAsync(slug, Effect)));

        // What goes on as it was, and what is only to be amended, is no change to who follows it.
        var told = Library.Told.Facts.Select(Assert.IsType<DocumentChanged>).ToList();
        Assert.Equal(new[] { await Library.SlugAsync(Supply), await Library.SlugAsync(Trees) }.Order(), told.Select(t => t.Slug).Order());
        Assert.All(told, t => Assert.Null(t.Place));
        Assert.Equal((ValidityState.InForce, ValidityState.Repealed), (await StateAsync(Supply, Effect.AddDays(-1)), await StateAsync(Supply, Effect)));
        Assert.Equal((ValidityState.InForce, ValidityState.DeclaredInvalid), (await StateAsync(Trees, Effect.AddDays(-1)), await StateAsync(Trees, Effect)));
        Assert.Equal(ValidityState.InForce, await StateAsync(Patrol, Effect));
        Assert.Equal((ValidityState.InForce, ValidityState.Expired), (await StateAsync(Saving, SavingEnds), await StateAsync(Saving, SavingEnds.AddDays(1))));
        var claims = await Library.ReadAsync(db => db.Claims.Where(c => c.CampaignId != null).OrderBy(c => c.Ordinal).ToListAsync());
        Assert.Equal([ValidityEffect.Repeal, ValidityEffect.Invalidate, ValidityEffect.Continue], claims.Select(c => c.Effect));
        Assert.All(claims, c => Assert.Equal((ClaimState.Confirmed, Effect), (c.State, c.On)));
        Assert.Equal(3, await Library.ReadAsync(db => db.ClaimDecisions.CountAsync(d => db.Claims.Any(c => c.Id == d.ClaimId && c.CampaignId != null))));
        Assert.Contains((await Library.SearchAsync("城市供水")).Hits, h => h.Document.Number == Supply);
    }

    [Fact]
    public async Task Gives_a_new_term_where_the_decision_says_so()
    {
        var slug = await OpenAsync(new() { Documents = [Saving] });
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Keep));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", Measure.Keep));
        Assert.Equal("clean-up.bad-term", CodeOf(await DecideAsync(slug, new(Measure.Repeal, "内容已经过时。", new DateOnly(2033, 12, 31)), Organiser)));
        Assert.Equal("clean-up.bad-term", CodeOf(await DecideAsync(slug, new(Measure.Keep, "内容仍然适用。", Today.AddDays(-1)), Organiser)));
        TestLibrary.Done(await DecideAsync(slug, new(Measure.Keep, "内容仍然适用。", new DateOnly(2033, 12, 31)), Organiser));
        TestLibrary.Done(await PublishAsync(slug, Effect));

        Assert.Equal(new DateOnly(2033, 12, 31), (await DocumentAsync(Saving)).ExpiresOn);
        Assert.Equal(ValidityState.InForce, await StateAsync(Saving, new(2033, 12, 31)));
    }

    [Fact]
    public async Task Asks_for_a_new_term_of_what_has_expired()
    {
        Library.Clock.RestoreSeed(Kernel.Time.Beijing.StartsAt(new(2029, 6, 1)));
        var slug = TestLibrary.Done(await OpeningAsync(new() { Documents = [Saving] }, dueOn: new(2029, 7, 1)));
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", Measure.Keep));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", Measure.Keep));
        Assert.Equal("clean-up.bad-term", CodeOf(await DecideAsync(slug, new(null), Organiser)));
        TestLibrary.Done(await DecideAsync(slug, new(Measure.Keep, "内容仍然适用。", new DateOnly(2030, 12, 31)), Organiser));
        TestLibrary.Done(await PublishAsync(slug, new DateOnly(2029, 6, 10)));

        Assert.Equal((ValidityState.Expired, ValidityState.InForce, ValidityState.Expired), (await StateAsync(Saving, new(2029, 6, 9)), await StateAsync(Saving, new(2029, 6, 10)), await StateAsync(Saving, new(2031, 1, 1))));
    }

    [Fact]
    public async Task Is_not_published_before_everything_is_decided_nor_for_the_past()
    {
        var slug = await OpenAsync(new() { Documents = [Supply, Trees] });
        await AgreeAsync(slug, Measure.Repeal, Supply);
        Assert.Equal("clean-up.undecided", CodeOf(await PublishAsync(slug, Effect)));
        await AgreeAsync(slug, Measure.Repeal, Trees);
        Assert.Equal("clean-up.no-effect-day", CodeOf(await PublishAsync(slug, null)));
        Assert.Equal("clean-up.no-effect-day", CodeOf(await PublishAsync(slug, Today.AddDays(-1))));
        Assert.Equal("clean-up.not-allowed", CodeOf(await PublishAsync(slug, Effect, Drafter)));
        Assert.Equal(0, await Library.ReadAsync(db => db.Claims.CountAsync(c => c.CampaignId != null)));
        TestLibrary.Done(await PublishAsync(slug, Today));
    }

    [Fact]
    public async Task Changes_no_more()
    {
        var slug = await OpenAsync(new() { Documents = [Supply] });
        await AgreeAsync(slug, Measure.Repeal, Supply);
        TestLibrary.Done(await PublishAsync(slug, Effect));

        Assert.Equal("clean-up.not-running", CodeOf(await PublishAsync(slug, Effect.AddDays(1))));
        Assert.Equal("clean-up.not-running", CodeOf(await DecideAsync(slug, null, Organiser, Supply)));
        Assert.Equal("clean-up.not-running", CodeOf(await OpineAsync(slug, Drafter, "drafting", Measure.Keep, Supply)));
        Assert.Equal("clean-up.not-running", CodeOf(await Library.Get<AddDocuments>().HandleAsync(slug, [Trees], Organiser, CancellationToken.None)));
        Assert.Equal("clean-up.not-running", CodeOf(await Library.Get<PublishCampaign>().AbandonAsync(slug, Organiser, CancellationToken.None)));
        var claim = await Library.ReadAsync(db => db.Claims.SingleAsync(c => c.CampaignId != null));
        Assert.Equal("validity.by-clean-up", CodeOf(await new DecideClaims(Library.Writer).HandleAsync([new(claim.Id, claim.Revision)], ClaimState.Rejected, null, Organiser, CancellationToken.None)));
        Assert.Equal(ValidityState.Repealed, await StateAsync(Supply, Effect));
    }

    [Fact]
    public async Task Is_corrected_by_a_later_one_that_says_so()
    {
        var first = await OpenAsync(new() { Documents = [Supply, Trees] });
        await AgreeAsync(first, Measure.Repeal, Supply, Trees);
        TestLibrary.Done(await PublishAsync(first, Effect));
        Assert.Equal("clean-up.corrects-none", CodeOf(await OpeningAsync(new() { Documents = [Saving] }, corrects: first)));
        Assert.Equal("clean-up.no-documents", CodeOf(await OpeningAsync(new(), corrects: first)));

        var second = await OpenAsync(new() { Documents = [Trees] }, first);
        await AgreeAsync(second, Measure.Keep, Trees);
        TestLibrary.Done(await PublishAsync(second, Effect));

        Assert.Equal((ValidityState.Repealed, ValidityState.InForce), (await StateAsync(Supply, Effect), await StateAsync(Trees, Effect)));
        Assert.Equal(first, (await ResultAsync(second)).Corrects!.Slug);
        Assert.Equal([second], (await ResultAsync(first)).CorrectedBy.Select(c => c.Slug));
        Assert.Equal([Supply, Trees], (await ResultAsync(first)).Repeal.Select(l => l.Number));
    }

    [Fact]
    public async Task Revives_nothing_that_has_ended_otherwise()
    {
        var first = await OpenAsync(new() { Documents = [Supply] });
        await AgreeAsync(first, Measure.Repeal, Supply);
        TestLibrary.Done(await PublishAsync(first, Today));

        var second = await OpenAsync(new() { Documents = [Supply] });
        await AgreeAsync(second, Measure.Keep, Supply);

        Assert.Equal("clean-up.ended-already", CodeOf(await PublishAsync(second, Effect)));
    }

    [Fact]
    public async Task Keeps_what_its_documents_were_called()
    {
        var slug = await OpenAsync(new() { Documents = [Supply] });
        await AgreeAsync(slug, Measure.Repeal, Supply);
        TestLibrary.Done(await PublishAsync(slug, Effect));
        await Library.ImportAsync(string.Join('\n', Issues.Patrol, Issues.Supply.Replace("加强城市供水管理", "改进城市供水管理", StringComparison.Ordinal), Issues.Trees, SavingText));

        var line = Assert.Single((await ResultAsync(slug)).Repeal);
        Assert.Equal(("清河市人民政府关于加强城市供水管理的意见", "内容已经被新的规定取代。"), (line.Title, line.Reason));
    }

    [Fact]
    public async Task Makes_its_documents_no_basis_and_says_by_what()
    {
        var slug = await OpenAsync(new() { Documents = [Supply] });
        await AgreeAsync(slug, Measure.Repeal, Supply);
        TestLibrary.Done(await PublishAsync(slug, Effect));

        Assert.Empty((await BasisAsync(Effect.AddDays(-1))).Refusals);
        Assert.Equal(
            "《清河市人民政府关于加强城市供水管理的意见》（清府发〔2024〕3号）自2029年1月1日起由“二〇二八年文件清理”废止，不得再作为依据。",
            Assert.Single((await BasisAsync(Effect)).Refusals).Reason);

        Task<Result<LegalBasis>> BasisAsync(DateOnly on) => Library.AskAsync<ILegalBasis, Result<LegalBasis>>(b => b.FindAsync(ClauseRef.Parse(Supply + "#一"), on, CancellationToken.None));
    }

    [Fact]
    public async Task Comes_of_nothing_when_it_is_abandoned()
    {
        var slug = await OpenAsync();
        TestLibrary.Done(await Library.Get<PublishCampaign>().AbandonAsync(slug, Organiser, CancellationToken.None));
        Assert.Equal("clean-up.not-running", CodeOf(await OpineAsync(slug, Drafter, "drafting", Measure.Keep, Supply)));
        Assert.Null(await Library.AskAsync<CampaignDesk, CleanUpResult?>(d => d.ResultAsync(slug, CancellationToken.None)));
    }

    private async Task<CleanUpResult> ResultAsync(string slug) => (await Library.AskAsync<CampaignDesk, CleanUpResult?>(d => d.ResultAsync(slug, CancellationToken.None)))!;
}
