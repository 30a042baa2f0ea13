using Gongbao.Ledger.Letters;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;

namespace Gongbao.Ledger.Tests;

/// <summary>The follow-up office gives a program a token that is good for one unit.</summary>
public sealed class A_token_for_one_unit() : LedgerTests(StoreProvider.Sqlite)
{
    private static readonly Actor Token = FollowUp with { Kind = ActorKind.ApiClient, Within = new(ScopeKind.Unit, "housing") };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Move(new(2025, 5, 6));
        await Ledger.ImportAsync(Path.Combine(RepositoryRoot.Folder, "samples", "qinghe-2025-03.txt"));
    }

    [Fact, Law("GB/T 22239-2019", "8.1.4.2")]
    public async Task Accepts_nothing_and_verifies_no_other_unit()
    {
        Assert.Equal("ledger.not-allowed", TestLedger.CodeOf(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, Token, CancellationToken.None)));
        TestLedger.Done(await Ledger.Get<AcceptProposals>().HandleAsync(KeyPoints, null, FollowUp, CancellationToken.None));
        foreach (var (unit, refused) in new[] { ("water", true), ("housing", false) })
        {
            var row = (await Ledger.ProgrammeAsync(KeyPoints)).Rows.First(r => r.Shares.Any(s => s.Share.Unit == unit));
            var share = row.Shares.First(s => s.Share.Unit == unit).Share.Id;
            TestLedger.Done(await Ledger.Get<ReportProgress>().HandleAsync(row.Seen, new(share, "办好了。", true, null), Liaison(unit), CancellationToken.None));
            var verdict = await Ledger.Get<JudgeReport>().HandleAsync((await Ledger.RowAsync(KeyPoints, row.Obligation.Ordinal)).Seen, share, true, null, Token, CancellationToken.None);
            if (refused) Assert.Equal("ledger.not-your-unit", TestLedger.CodeOf(verdict));
            else TestLedger.Done(verdict);
        }
    }

    [Fact]
    public void Sees_no_letter_to_another_unit()
    {
        Assert.True(LetterDesk.SeesAll(FollowUp));
        Assert.False(LetterDesk.SeesAll(Token));
    }

    [Fact]
    public void Reads_reports_that_are_not_public_where_its_unit_has_a_share_alone()
    {
        Assert.True(LedgerPeople.ReadsReports(FollowUp, ["water"]));
        Assert.True(LedgerPeople.ReadsReports(FollowUp, []));
        Assert.True(LedgerPeople.ReadsReports(Token, ["water", "housing"]));
        Assert.False(LedgerPeople.ReadsReports(Token, ["water"]));
        Assert.False(LedgerPeople.ReadsReports(Token, []));
        Assert.False(LedgerPeople.ReadsReports(null, ["water"]));
    }
}
