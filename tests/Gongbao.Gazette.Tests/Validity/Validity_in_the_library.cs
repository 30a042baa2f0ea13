using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Gazette.Validity.Showing;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Tests.Validity;

public class Validity_in_the_library_on_SQLite() : Validity_in_the_library(StoreProvider.Sqlite);

public class Validity_in_the_library_on_PostgreSQL() : Validity_in_the_library(StoreProvider.Postgres);

/// <summary>States, words and their proof, from the import of a document to the decision on what it says of another.</summary>
public abstract class Validity_in_the_library(StoreProvider provider) : LibraryTests(provider)
{
    private const string Rules = """
        清河市人民政府
        关于印发《清河市湿地保护办法》的通知
        清府发〔2020〕3号
        各县（市、区）人民政府：
        　　《清河市湿地保护办法》已经市政府同意，现印发给你们，请认真贯彻执行。
        清河市人民政府
        2020年4月20日
        清河市湿地保护办法
        　　第一条 为了保护湿地，制定本办法。
        　　第二条 市环境保护局负责湿地保护的监督管理。
        　　第三条 县级人民政府应当每年公布湿地名录。
        　　第四条 禁止在湿地内倾倒垃圾。
        　　第五条 本办法自2020年5月1日起施行，有效期5年。
        """;

    private const string Decision = """
        清河市人民政府
        关于修改《清河市湿地保护办法》的决定
        清府发〔2022〕8号
        　　市人民政府决定对《清河市湿地保护办法》（清府发〔2020〕3号）作如下修改：
        　　一、将第二条中的“环境保护局”修改为“生态环境局”。
        　　二、将第三条修改为：“第三条 县级人民政府应当每半年公布湿地名录。”
        　　三、增加一条，作为第四条：“第四条 湿地名录应当征求公众意见。”
        　　四、删去第一条。
        　　本决定自2022年7月1日起施行。
        清河市人民政府
        2022年6月8日
        """;

    private const string Repeal = """
        清河市人民政府
        关于废止《清河市湿地保护办法》的通知
        清府发〔2024〕2号
        各县（市、区）人民政府：
        　　经研究，决定自2024年3月1日起废止《清河市湿地保护办法》（清府发〔2020〕3号）。
        清河市人民政府
        2024年2月20日
        """;

    private string _rules = "";

    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Issues.Read(Rules, "rules.txt"));
        _rules = await Library.SlugAsync("清府发〔2020〕3号");
    }

    [Fact]
    [Clause("GAZ-06")]
    public async Task A_documents_own_word_holds_at_once_with_its_sentence()
    {
        var view = (await Library.ValidityAsync(_rules))!;
        Assert.Equal(["2020-04-20 not-yet-in-force", "2020-05-01 in-force", "2025-05-01 expired"], view.States.Select(s => $"{s.From:yyyy-MM-dd} {s.State}"));
        Assert.Equal(new DateOnly(2025, 4, 30), view.ExpiresOn);
        Assert.Equal("本办法自2020年5月1日起施行，有效期5年。", Compact(view.States[1].Cause!.Words));
        Assert.Equal("当日尚无此文件", (await Library.DocumentAsync(_rules, new(2020, 4, 19)))!.Validity!.StateName);
        Assert.Equal("尚未施行", (await Library.DocumentAsync(_rules, new(2020, 4, 30)))!.Validity!.StateName);
        Assert.Equal("失效（期满）", (await Library.DocumentAsync(_rules, new(2025, 5, 1)))!.Validity!.StateName);
    }

    [Fact]
    [Clause("GAZ-06")]
    public async Task What_another_document_says_counts_only_when_a_person_confirmed_it()
    {
        await Library.ImportAsync(Issues.Read(Repeal, "repeal.txt"));
        var before = (await Library.DocumentAsync(_rules, new(2024, 3, 1)))!.Validity!;
        Assert.Equal(("in-force", 1), (before.State, before.Waiting.Count));

        var claim = Assert.Single((await Library.ClaimsAsync()).Claims);
        Assert.Equal(("Repeal", "清府发〔2020〕3号"), (claim.Cause.Effect, claim.Target!.Number));
        Assert.Equal(1, TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, claim.Seen)));

        var after = (await Library.DocumentAsync(_rules, new(2024, 3, 1)))!.Validity!;
        Assert.Equal(("废止", "清府发〔2024〕2号"), (after.StateName, after.Cause!.Number));
        Assert.Equal("in-force", (await Library.DocumentAsync(_rules, new(2024, 2, 29)))!.Validity!.State);
        Assert.Empty(after.Waiting);
        Assert.Contains(await Library.JournalAsync(), e => e.Contains("gazette.validity claim:", StringComparison.Ordinal) && e.Contains("清府发〔2024〕2号", StringComparison.Ordinal));

        // Seen before the decision it cannot be decided again; taken back it counts no more.
        Assert.Equal("validity.decided-meanwhile", (await Library.DecideAsync(ClaimState.Rejected, null, claim.Seen)).Refusals[0].Code);
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Open, null, (await Library.ClaimsAsync(decided: true)).Claims[0].Seen));
        Assert.Equal("in-force", (await Library.DocumentAsync(_rules, new(2024, 3, 1)))!.Validity!.State);
    }

    [Fact]
    public async Task What_was_known_is_kept_apart_from_what_held()
    {
        var imported = TimeProvider.System.GetUtcNow();
        await Library.ImportAsync(Issues.Read(Repeal, "repeal.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, (await Library.ClaimsAsync()).Claims[0].Seen));

        Assert.Equal(["not-yet-in-force", "in-force", "expired"], (await Library.ValidityAsync(_rules, imported))!.States.Select(s => s.State));
        Assert.Equal(["not-yet-in-force", "in-force", "repealed"], (await Library.ValidityAsync(_rules, TimeProvider.System.GetUtcNow().AddMinutes(1)))!.States.Select(s => s.State));
    }

    [Fact]
    public async Task Decisions_outlive_a_new_version_of_the_document_that_says_so()
    {
        await Library.ImportAsync(Issues.Read(Repeal, "repeal.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, new(Reason: "对照原件无误"), (await Library.ClaimsAsync()).Claims[0].Seen));

        await Library.ImportAsync(Issues.Read(Repeal.Replace("各县（市、区）人民政府：", "各县（市、区）人民政府，市级各部门：", StringComparison.Ordinal), "repeal.txt"));
        Assert.Equal("repealed", (await Library.DocumentAsync(_rules, new(2024, 3, 1)))!.Validity!.State);

        await Library.ImportAsync(Issues.Read(Repeal.Replace("3月1日", "4月1日", StringComparison.Ordinal), "repeal.txt"));
        Assert.Equal("in-force", (await Library.DocumentAsync(_rules, new(2024, 5, 1)))!.Validity!.State);
        Assert.Equal(new DateOnly(2024, 4, 1), Assert.Single((await Library.ClaimsAsync()).Claims).Cause.On);
    }

    [Fact]
    [Clause("GAZ-06")]
    public async Task The_words_are_those_of_the_day()
    {
        await Library.ImportAsync(Issues.Read(Decision, "decision.txt"));
        var claims = (await Library.ClaimsAsync()).Claims;
        Assert.Equal(4, claims.Count);
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. claims.Select(c => c.Seen)]));

        var before = (await Library.DocumentAsync(_rules, new(2022, 6, 30)))!;
        var after = (await Library.DocumentAsync(_rules, new(2022, 7, 1)))!;
        Assert.Equal(("现行有效", "已修改"), (before.Validity!.StateName, after.Validity!.StateName));
        Assert.Equal(
            ["第一条为了保护湿地，制定本办法。", "第二条市环境保护局负责湿地保护的监督管理。", "第三条县级人民政府应当每年公布湿地名录。", "第四条禁止在湿地内倾倒垃圾。", "第五条本办法自2020年5月1日起施行，有效期5年。"], Articles(before));
        Assert.Equal(
            [
                "第一条（删去）", "第二条市生态环境局负责湿地保护的监督管理。", "第三条县级人民政府应当每半年公布湿地名录。", "第四条湿地名录应当征求公众意见。",
                "第五条禁止在湿地内倾倒垃圾。", "第六条本办法自2020年5月1日起施行，有效期5年。",
            ], Articles(after));
        Assert.Equal([BlockChangeKind.Deleted, BlockChangeKind.Words, BlockChangeKind.Replaced, BlockChangeKind.Inserted], after.Body.SelectMany(b => b.WithAll).SelectMany(b => b.Changes).Select(c => c.Kind));

        var compared = Comparison.Of(before, after).Where(c => !c.IsSame).ToList();
        Assert.Equal(6, compared.Count);
        Assert.Contains(compared, c => c.Before is null && Compact(c.After!) == "第四条湿地名录应当征求公众意见。");
    }

    [Fact]
    [Clause("GAZ-06")]
    public async Task Before_the_library_had_a_document_it_is_not_known()
    {
        var hour = TimeSpan.FromHours(1);
        var before = (await Library.ValidityAsync(_rules, TimeProvider.System.GetUtcNow() - hour))!;
        Assert.Equal((null, "当时尚未入库", 0), (before.State, before.StateName, before.States.Count));
        Assert.Contains("还不知道有这份文件", before.NotKnown, StringComparison.Ordinal);
        var now = (await Library.ValidityAsync(_rules, TimeProvider.System.GetUtcNow() + hour))!;
        Assert.Null(now.NotKnown);
        Assert.Equal(before.KnownSince, now.KnownSince);
        Assert.InRange(now.KnownSince!.Value, TimeProvider.System.GetUtcNow() - hour, TimeProvider.System.GetUtcNow());

        // A new version is the same document, known from its first.
        await Library.ImportAsync(Issues.Read(Rules.Replace("名录。", "名录表。", StringComparison.Ordinal), "rules.txt"));
        Assert.Equal(now.KnownSince, (await Library.ValidityAsync(_rules))!.KnownSince);
    }

    [Fact]
    public async Task The_overview_counts_what_was_known()
    {
        var hour = TimeSpan.FromHours(1);
        var ended = new DateOnly(2024, 3, 1);
        Assert.Equal(["in-force 1"], States(await Library.OverviewAsync(ended)));
        await Library.ImportAsync(Issues.Read(Repeal, "repeal.txt"));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        var waiting = TimeProvider.System.GetUtcNow();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, (await Library.ClaimsAsync()).Claims[0].Seen));

        Assert.Equal(["in-force 1", "repealed 1"], States(await Library.OverviewAsync(ended)));
        Assert.Equal(["in-force 2"], States(await Library.OverviewAsync(ended, waiting)));
        Assert.Equal(["in-force 1", "repealed 1"], States(await Library.OverviewAsync(ended, waiting + hour)));
        var never = await Library.OverviewAsync(ended, waiting - hour);
        Assert.Equal((0, true), (never.Documents, never.NotKnown!.EndsWith("所以没有效力可说。", StringComparison.Ordinal)));
        Assert.Equal(["not-yet-in-force 1"], States(await Library.OverviewAsync(new(2020, 4, 25))));
    }

    [Fact]
    public async Task What_is_put_off_is_in_force_again_when_it_is_said()
    {
        const string stop = """
            清河市人民政府
            关于推迟施行《清河市湿地保护办法》的通知
            清府发〔2020〕7号
            各县（市、区）人民政府：
            　　受疫情影响，现将施行日期推迟至2020年10月1日。
            清河市人民政府
            2020年4月28日
            """;
        const string pause = """
            清河市人民政府
            关于暂缓施行《清河市湿地保护办法》的通知
            清府发〔2021〕7号
            各县（市、区）人民政府：
            　　经研究，暂缓施行《清河市湿地保护办法》（清府发〔2020〕3号），第二条另行规定。
            清河市人民政府
            2021年2月1日
            """;
        const string again = """
            清河市人民政府
            关于恢复施行《清河市湿地保护办法》的通知
            清府发〔2021〕9号
            各县（市、区）人民政府：
            　　经研究，自2021年6月1日起恢复施行。
            清河市人民政府
            2021年5月20日
            """;
        foreach (var text in new[] { stop, pause, again }) await Library.ImportAsync(Issues.Read(text, "put-off.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));

        Assert.Equal(
            ["2020-04-20 not-yet-in-force", "2020-05-01 not-yet-in-force", "2020-10-01 in-force", "2021-02-01 suspended", "2021-06-01 in-force", "2025-05-01 expired"],
            (await Library.ValidityAsync(_rules))!.States.Select(s => $"{s.From:yyyy-MM-dd} {s.State}"));
        Assert.Equal("暂缓施行", (await Library.DocumentAsync(_rules, new(2021, 3, 1)))!.Validity!.StateName);
    }

    [Fact]
    public async Task What_could_not_be_put_into_the_words_is_told_apart()
    {
        await Library.ImportAsync(Issues.Read(Decision.Replace("删去第一条。", "删去第九条；将附件1替换为本决定附件。", StringComparison.Ordinal), "decision.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));
        var after = (await Library.DocumentAsync(_rules, new(2022, 7, 1)))!;
        Assert.Equal(["第九条", "附件1"], after.Validity!.NotApplied.Select(c => c.Place));
        Assert.Equal("本文按2022年7月1日的效力与文字。当日效力：已修改。已并入下列文件的修改：清府发〔2022〕8号。另有2处修改未能并入文字，请查看文件页面的“效力沿革”。", after.Validity.Note!.Text);
        Assert.Empty((await Library.DocumentAsync(_rules, new(2022, 6, 30)))!.Validity!.NotApplied);
    }

    [Fact]
    public async Task A_new_number_leads_to_the_place_and_the_old_address_tells_it()
    {
        await Library.ImportAsync(Issues.Read(Decision, "decision.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));
        var (before, after) = ((await Library.DocumentAsync(_rules, new(2022, 6, 30)))!, (await Library.DocumentAsync(_rules, new(2022, 7, 1)))!);

        Assert.Null(PresentNumbers.Find(before, "art4")!.Remark);
        Assert.Null(PresentNumbers.Find(before, "art6"));
        var moved = PresentNumbers.Find(after, "art4")!;
        Assert.Equal(("art4", "第五条", "这个地址是原第四条的；按所选日期的文字，它的序号是第五条。当时的第四条是2022年7月1日起据清府发〔2022〕8号增加的。"), (moved.Block.Slug, moved.Block.Label, moved.Remark));
        var bearing = PresentNumbers.Find(after, "art6")!;
        Assert.Equal(("art5", "第六条"), (bearing.Block.Slug, bearing.Block.Label));
        Assert.StartsWith("按所选日期的文字，第六条是原第五条。", bearing.Remark, StringComparison.Ordinal);
        Assert.Equal("art4", PresentNumbers.Find(after, "art5")!.Other!.Slug);
    }

    /// <summary>第三条之一 takes no number from 第四条; its address is that of its number, and outline, search and citations lead to it.</summary>
    [Fact]
    [Clause("GAZ-06")]
    public async Task An_article_put_behind_another_has_an_address_of_its_own()
    {
        await Library.ImportAsync(Issues.Read(
            Decision.Replace("作为第四条：“第四条 湿地名录应当征求公众意见。”", "作为第三条之一：“第三条之一 湿地名录应当征求公众意见。”", StringComparison.Ordinal), "decision.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));
        var after = (await Library.DocumentAsync(_rules, new(2022, 7, 1)))!;
        Assert.Equal(
            ["第三条县级人民政府应当每半年公布湿地名录。", "第三条之一湿地名录应当征求公众意见。", "第四条禁止在湿地内倾倒垃圾。"], Articles(after).Skip(2).Take(3));
        Assert.Equal("湿地名录应当征求公众意见。", Compact(PresentNumbers.Find(after, "art3-1")!.Block.Plain));
        await CitesAsync("第三条之一", "art3-1", "2022年8月1日");
    }

    /// <summary>A text of the day cites by the numbers of the day: 第四条 is the new article, 第五条 the one that was printed as the fourth.</summary>
    [Fact]
    [Clause("GAZ-06")]
    public async Task Citations_count_as_the_text_did_on_their_day()
    {
        await CitesAsync("第四条", "art4", "2022年6月1日", "4");
        await CitesAsync("第四条", "art4", "2022年8月1日", "5");
        await Library.ImportAsync(Issues.Read(Decision, "decision.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, [.. (await Library.ClaimsAsync()).Claims.Select(c => c.Seen)]));
        Assert.Equal("art4", await CitedAsync("4"));
        Assert.Equal("art4_20220701", await CitedAsync("5"));
        await CitesAsync("第五条", "art4", "2022年8月2日", "6");
        var after = (await Library.DocumentAsync(_rules, new(2022, 8, 1)))!;
        Assert.Equal("湿地名录应当征求公众意见。", Compact(PresentNumbers.Find(after, "art4_20220701")!.Block.Plain));
        Assert.Null(PresentNumbers.Find((await Library.DocumentAsync(_rules, new(2022, 6, 1)))!, "art4_20220701"));

        TestLibrary.Done(await Library.DecideAsync(ClaimState.Open, null, [.. (await Library.ClaimsAsync(decided: true)).Claims.Select(c => c.Seen)]));
        Assert.Equal("art4", await CitedAsync("5"));
    }

    private async Task CitesAsync(string place, string slug, string signed, string number = "9")
    {
        await Library.ImportAsync(Issues.Read($"""
            清河市人民政府
            关于做好湿地保护第{number}批工作的通知
            清府发〔2022〕1{number}号
            各县（市、区）人民政府：
            　　请落实《清河市湿地保护办法》（清府发〔2020〕3号）{place}的规定。
            清河市人民政府
            {signed}
            """, $"citing-{number}.txt"));
        Assert.Equal(slug, await CitedAsync(number));
    }

    private async Task<string?> CitedAsync(string number) => Assert.Single(await Library.CitedPlacesAsync($"清府发〔2022〕1{number}号"));

    [Fact]
    public async Task A_library_that_is_older_than_the_rules_is_looked_through_again()
    {
        await Library.ImportAsync(Issues.Read(Repeal, "repeal.txt"));
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, null, (await Library.ClaimsAsync()).Claims[0].Seen));
        TestLibrary.Done(await Library.Writer.DoAsync<int>(new(ActorId.System("test"), "test.forget", "claims"), async (unit, stop) =>
        {
            var db = unit.Db<GazetteDb>();
            var kept = await db.Claims.Where(c => c.Effect == ValidityEffect.Repeal).Select(c => c.Id).ToListAsync(stop);
            await db.ClaimDecisions.Where(d => !kept.Contains(d.ClaimId)).ExecuteDeleteAsync(stop);
            await db.Claims.Where(c => !kept.Contains(c.Id)).ExecuteDeleteAsync(stop);
            await db.Citations.ExecuteDeleteAsync(stop);
            await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(x => x.Validity, "").SetProperty(x => x.ExpiresOn, (DateOnly?)null), stop);
            return 0;
        }, CancellationToken.None));

        var done = new List<string>();
        Assert.Equal(2, TestLibrary.Done(await Library.Services.GetRequiredService<RereadLibrary>().RunAsync(ActorId.System("test"), (i, n) => done.Add($"{i}/{n}"), CancellationToken.None)));
        Assert.Equal(["0/2", "1/2", "2/2"], done);
        Assert.Equal(["not-yet-in-force", "in-force", "repealed"], (await Library.ValidityAsync(_rules))!.States.Select(s => s.State));
        Assert.Equal("repealed", ValidityTimeline.Parse(await Library.ReadAsync(db => db.Documents.Where(d => d.Slug == _rules).Select(d => d.Validity).SingleAsync())).Periods.Select(p => ValidityWords.Code(p.State)).Last());
        Assert.True(await Library.ReadAsync(db => db.Citations.AnyAsync()));
    }

    [Fact]
    public async Task A_decision_names_what_it_lacks()
    {
        await Library.ImportAsync(Issues.Read(Repeal.Replace("《清河市湿地保护办法》（清府发〔2020〕3号）。", "《清河市荒地开垦办法》（清府发〔1999〕3号）。", StringComparison.Ordinal), "repeal.txt"));
        var claim = Assert.Single((await Library.ClaimsAsync()).Claims);
        Assert.Null(claim.Target);
        Assert.Equal("validity.no-target", (await Library.DecideAsync(ClaimState.Confirmed, null, claim.Seen)).Refusals[0].Code);
        Assert.Equal("validity.no-such-document", (await Library.DecideAsync(ClaimState.Confirmed, new(Target: "无此文件"), claim.Seen)).Refusals[0].Code);
        Assert.Equal("validity.nothing", (await Library.DecideAsync(ClaimState.Confirmed, null)).Refusals[0].Code);
        TestLibrary.Done(await Library.DecideAsync(ClaimState.Confirmed, new(Target: "清府发〔2020〕3号"), claim.Seen));
        Assert.Equal("repealed", (await Library.DocumentAsync(_rules, new(2024, 3, 1)))!.Validity!.State);
    }

    private static IEnumerable<string> States(ValidityOverviewView view) => view.States.Select(s => $"{s.State} {s.Documents}");

    private static IEnumerable<string> Articles(DocumentView document) => document.Body.SelectMany(b => b.WithAll).Where(b => b.Label is ['第', ..] && b.Label.Contains('条')).Select(b => Compact(b.Label + b.Plain));

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
