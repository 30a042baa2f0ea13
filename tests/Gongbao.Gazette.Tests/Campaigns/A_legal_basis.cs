using Gongbao.Contracts.Gazette;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Campaigns;

public class A_legal_basis_on_SQLite() : A_legal_basis(StoreProvider.Sqlite);

public class A_legal_basis_on_PostgreSQL() : A_legal_basis(StoreProvider.Postgres);

public abstract class A_legal_basis(StoreProvider provider) : CampaignTests(provider)
{
    private const string Ending = """
        清河市人民政府
        关于废止部分文件的决定
        清府发〔2025〕6号
        各县（市、区）人民政府，市级各部门：
        经研究，决定自2025年7月1日起废止《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）。
        清河市人民政府
        2025年6月20日
        """;

    [Fact]
    public async Task Is_a_document_or_a_place_in_it_that_is_published_and_in_force_on_the_day()
    {
        var whole = TestLibrary.Done(await FindAsync("清府发[2024]3号", new(2024, 2, 18)));
        Assert.Equal(("清河市人民政府关于加强城市供水管理的意见", Supply, null, BasisState.InForce, "/d/" + Uri.EscapeDataString(await Library.SlugAsync(Supply))), (whole.Title, whole.Number, whole.Place, whole.State, whole.Address));

        var place = TestLibrary.Done(await FindAsync(Patrol + "#一（三）", Today));
        Assert.Equal(("一（三）", whole.Address.Replace("2024-3", "2024-7", StringComparison.Ordinal).Replace(Uri.EscapeDataString("清府发"), Uri.EscapeDataString("清府办发"), StringComparison.Ordinal) + "/1.3"), (place.Place, place.Address));
        Assert.Equal("一至二", TestLibrary.Done(await FindAsync(Patrol + "#一至二", Today)).Place);
        Assert.Equal("题", TestLibrary.Done(await FindAsync(Patrol + "#题", Today)).Place);
    }

    [Fact]
    public async Task May_be_named_by_its_title()
    {
        Assert.Equal(Supply, TestLibrary.Done(await FindAsync("《清河市人民政府关于加强城市供水管理的意见》", Today)).Number);
        Assert.Equal(Supply, TestLibrary.Done(await FindAsync("清河市人民政府《关于加强城市供水管理的意见》2024-02-18", Today)).Number);
        Assert.Equal("basis.not-published", await RefusalAsync("清河市人民政府《关于加强城市供水管理的意见》2024-02-19", Today));
        await Library.ImportAsync(Issues.Read(Issues.Supply.Replace("清府发〔2024〕3号", "清府发〔2025〕3号", StringComparison.Ordinal), "other.txt").Sure());
        Assert.Equal("basis.ambiguous", await RefusalAsync("《关于加强城市供水管理的意见》", Today));
    }

    [Fact]
    public async Task Is_nothing_that_the_library_does_not_show()
    {
        var refusal = Assert.Single((await FindAsync("清府发〔2024〕99号#三", Today)).Refusals);
        Assert.Equal("basis.not-published", refusal.Code);
        Assert.Equal("文件库里没有“清府发〔2024〕99号”，不能确认它已经公布；没有公布的文件不得作为依据。请先把登载它的公报或者文件导入文件库。", refusal.Reason);
        Assert.Equal("《优化营商环境条例》第六十四条第二款", refusal.Source);

        await Library.ImportAsync(string.Join('\n', Issues.Patrol, Issues.Trees, SavingText));
        Assert.Equal("basis.withdrawn", await RefusalAsync(Supply, Today));
    }

    [Fact]
    public async Task Is_nothing_before_it_was_made_or_came_into_force_or_after_its_term()
    {
        Assert.Equal("basis.not-made-yet", await RefusalAsync(Saving, new(2024, 4, 9)));
        Assert.Equal("basis.not-in-force-yet", await RefusalAsync(Saving, new(2024, 4, 30)));
        Assert.Equal("《清河市人民政府关于城市节约用水的意见》（清府发〔2024〕9号）自2024年5月1日起施行，此前不得作为依据。", Assert.Single((await FindAsync(Saving, new(2024, 4, 30))).Refusals).Reason);
        Assert.Equal(Saving, TestLibrary.Done(await FindAsync(Saving, new(2024, 5, 1))).Number);
        Assert.Equal(Saving, TestLibrary.Done(await FindAsync(Saving, SavingEnds)).Number);
        var expired = Assert.Single((await FindAsync(Saving, SavingEnds.AddDays(1))).Refusals);
        Assert.Equal(("basis.expired", "《清河市人民政府关于城市节约用水的意见》（清府发〔2024〕9号）的有效期已满，自2029年5月1日起失效，不得再作为依据。"), (expired.Code, expired.Reason));
    }

    [Fact]
    public async Task Is_nothing_that_a_later_document_ended()
    {
        await Library.ImportAsync(Issues.Read(Ending, "ending.txt").Sure());
        Assert.Empty((await FindAsync(Trees, Today)).Refusals);
        await ConfirmAsync(ValidityEffect.Repeal);

        Assert.Empty((await FindAsync(Trees, new(2025, 6, 30))).Refusals);
        var refusal = Assert.Single((await FindAsync(Trees, new(2025, 7, 1))).Refusals);
        Assert.Equal(
            ("basis.repealed", "《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）自2025年7月1日起由《清河市人民政府关于废止部分文件的决定》（清府发〔2025〕6号）废止，不得再作为依据。"),
            (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task Is_no_clause_that_was_repealed_while_the_rest_stands()
    {
        await Library.ImportAsync(Issues.Read(Ending.Replace("废止《清河市人民政府关于做好植树工作的通知》（清府发〔2024〕4号）", "废止《清河市人民政府办公室关于加强湖泊巡查的通知》（清府办发〔2024〕7号）第一条第二项", StringComparison.Ordinal), "ending.txt").Sure());
        await PutPartAsync("一（二）");

        Assert.Equal("basis.clause-repealed", await RefusalAsync(Patrol + "#一（二）", new(2025, 7, 1)));
        Assert.Empty((await FindAsync(Patrol + "#一（二）", new(2025, 6, 30))).Refusals);
        Assert.Equal(BasisState.PartlyInvalid, TestLibrary.Done(await FindAsync(Patrol + "#一（三）", new(2025, 7, 1))).State);
    }

    [Theory]
    [InlineData(Patrol + "#三")]
    [InlineData(Patrol + "#一（四）")]
    [InlineData(Patrol + "#第十二条")]
    [InlineData(Patrol + "#附件2 第3行")]
    [InlineData(Patrol + "#一至五")]
    public async Task Is_no_place_that_the_document_does_not_have(string clause) => Assert.Equal("basis.no-such-clause", await RefusalAsync(clause, Today));

    [Fact]
    public async Task Is_nothing_of_which_nothing_tells_since_when_it_counts()
    {
        await Library.ImportAsync(Issues.Read(Issues.Trees.Replace("清河市人民政府\n2024年2月28日", "", StringComparison.Ordinal).Replace("〔2024〕4号", "〔2024〕15号", StringComparison.Ordinal), "undated.txt").Sure());
        Assert.Null((await DocumentAsync("清府发〔2024〕15号")).DatedOn);
        Assert.Equal("basis.undated", await RefusalAsync("清府发〔2024〕15号", Today));
    }

    private Task<Result<LegalBasis>> FindAsync(string clause, DateOnly on) =>
        Library.AskAsync<ILegalBasis, Result<LegalBasis>>(b => b.FindAsync(ClauseRef.Parse(clause), on, CancellationToken.None));

    private async Task<string> RefusalAsync(string clause, DateOnly on) => CodeOf(await FindAsync(clause, on));

    private async Task ConfirmAsync(ValidityEffect effect)
    {
        var claim = await Library.ReadAsync(db => db.Claims.SingleAsync(c => c.Effect == effect));
        TestLibrary.Done(await new DecideClaims(Library.Writer).HandleAsync([new(claim.Id, claim.Revision)], ClaimState.Confirmed, null, Organiser, CancellationToken.None));
    }

    /// <summary>As a confirmed partial repeal of a place, whatever the sentence was read as.</summary>
    private async Task PutPartAsync(string place)
    {
        var (from, target) = ((await DocumentAsync("清府发〔2025〕6号")).Id, (await DocumentAsync(Patrol)).Id);
        TestLibrary.Done(await Library.Writer.DoAsync<int>(new(Organiser.ActorId, DecideClaims.Verb, "claim:test"), async (unit, stop) =>
        {
            var db = unit.Db<Gazette.Library.Storage.GazetteDb>();
            db.Claims.Add(new()
            {
                Id = Guid.CreateVersion7(), FromDocumentId = from, FromSlug = null, Effect = ValidityEffect.RepealPart, Ordinal = 9, Words = "废止第一条第二项。", WordsHash = "test", Occurrence = 1, SpanFrom = 0, SpanTo = 0,
                TargetWords = Patrol, Citation = null, Place = place, Instruction = null, On = new(2025, 7, 1), Until = null, Confidence = 1, Why = null, State = ClaimState.Confirmed, TargetDocumentId = target,
            });
            await ValidityUpkeep.RenewAsync(db, [target], [], stop);
            return 0;
        }, CancellationToken.None));
    }
}
