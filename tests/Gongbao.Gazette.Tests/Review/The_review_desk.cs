using Gongbao.Gazette.Import;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Reading;
using Gongbao.Gazette.Review;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Kernel.Clauses;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Review;

public class The_review_desk_on_SQLite() : The_review_desk(StoreProvider.Sqlite);

public class The_review_desk_on_PostgreSQL() : The_review_desk(StoreProvider.Postgres);

public abstract class The_review_desk(StoreProvider provider) : LibraryTests(provider)
{
    private const string Patrol = "清府办发〔2024〕7号";
    private const string Supply = "清府发〔2024〕3号";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Doubted(Issues.Both));
    }

    [Fact]
    public async Task Lists_the_most_doubtful_first()
    {
        var page = await Library.DeskAsync();
        Assert.Equal(["date", "kind", "title", "addressees[9]"], page.Rows.Select(r => r.Reading.At));
        Assert.Equal((4, 4, 0), (page.Total, page.Waiting, page.DecidedCount));
        Assert.Contains(page.Rows[2].Lines, l => l.Parts.Any(p => p.IsMarked && p.Text == "加强湖泊巡查"));
        Assert.Equal(["date"], (await Library.DeskAsync(new(Document: await Library.SlugAsync(Supply)))).Rows.Select(r => r.Reading.At));
        Assert.Equal(["title"], (await Library.DeskAsync(new(Kind: "title"))).Rows.Select(r => r.Reading.At));
    }

    [Fact]
    public async Task Shows_a_correction_and_no_doubt_where_somebody_has_decided()
    {
        var slug = await Library.SlugAsync(Patrol);
        Assert.Equal(3, (await Library.DocumentAsync(slug))!.Flags.Count);

        Assert.Equal(1, TestLibrary.Done(await Library.DecideAsync(ReadingState.Corrected, " 关于加强湖泊和河道巡查的通知 ", await SeenAsync("title"))));

        var page = (await Library.DocumentAsync(slug))!;
        Assert.Equal("关于加强湖泊和河道巡查的通知", page.Title);
        Assert.Equal(2, page.Flags.Count);
        Assert.Equal((3, 1), ((await Library.DeskAsync()).Total, (await Library.DeskAsync(new(Waiting: false))).Total));
    }

    [Fact]
    public async Task Corrects_a_date_and_leaves_out_what_was_rejected()
    {
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Corrected, "2024-02-19", await SeenAsync("date")));
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Rejected, null, await SeenAsync("kind")));

        Assert.Equal(new DateOnly(2024, 2, 19), (await Library.DocumentAsync(await Library.SlugAsync(Supply)))!.DatedOn);
        Assert.Equal("关于加强湖泊巡查的通知", (await Library.DocumentAsync(await Library.SlugAsync(Patrol)))!.Title);
    }

    [Fact]
    public async Task Takes_a_decision_back()
    {
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Corrected, "另一个标题", await SeenAsync("title")));
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Open, null, await SeenAsync("title")));

        var page = (await Library.DocumentAsync(await Library.SlugAsync(Patrol)))!;
        Assert.Equal(("关于加强湖泊巡查的通知", 3), (page.Title, page.Flags.Count));
        var reading = (await Library.ReadingsAsync()).Single(r => r.At == "title");
        Assert.Equal((ReadingState.Open, null, null, null), (reading.State, reading.Correction, reading.DecidedBy, reading.DecidedAt));
        Assert.Equal("review.not-decided", await RefusalAsync(ReadingState.Open, null, await SeenAsync("title")));
        Assert.Equal(2, await Library.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task Refuses_what_was_decided_meanwhile_and_changes_nothing()
    {
        var seen = await SeenAsync("title", "kind");
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Rejected, null, await SeenAsync("kind")));

        Assert.Equal("review.decided-meanwhile", await RefusalAsync(ReadingState.Accepted, null, seen));

        Assert.Equal([ReadingState.Open, ReadingState.Rejected], (await Library.ReadingsAsync()).Where(r => r.At is "title" or "kind").OrderBy(r => r.At == "kind").Select(r => r.State));
        Assert.Equal(1, await Library.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task Decides_many_or_none()
    {
        var some = await SeenAsync("title", "kind");
        Assert.Equal("review.no-reading", await RefusalAsync(ReadingState.Rejected, null, [.. some, new(Guid.CreateVersion7(), 1)]));
        Assert.Equal(4, (await Library.DeskAsync()).Total);
        Assert.Equal(0, await Library.ReadAsync(db => db.Decisions.CountAsync()));

        Assert.Equal(2, TestLibrary.Done(await Library.DecideAsync(ReadingState.Rejected, null, [.. some, some[0]])));
        Assert.Equal(2, (await Library.DeskAsync()).Total);
    }

    [Fact]
    public async Task Refuses_values_that_cannot_be()
    {
        Assert.Equal("review.no-value", await RefusalAsync(ReadingState.Accepted, null, await SeenAsync("addressees[9]")));
        Assert.Equal("review.no-value", await RefusalAsync(ReadingState.Corrected, "  ", await SeenAsync("title")));
        Assert.Equal("review.bad-value", await RefusalAsync(ReadingState.Corrected, "2024-02-30", await SeenAsync("date")));
        Assert.Equal("review.bad-value", await RefusalAsync(ReadingState.Corrected, new string('长', 2001), await SeenAsync("title")));
        Assert.Equal("review.nothing", await RefusalAsync(ReadingState.Accepted, null, []));
        Assert.Equal("review.no-verdict", await RefusalAsync(ReadingState.ConfirmAgain, null, await SeenAsync("title")));
        Assert.Equal("review.too-many", await RefusalAsync(ReadingState.Accepted, null, [.. Enumerable.Range(0, 501).Select(i => new Seen(Guid.CreateVersion7(), i))]));
        Assert.Equal(4, (await Library.DeskAsync()).Waiting);
    }

    [Fact]
    public async Task Journals_every_decision_by_its_id_and_clause_and_no_words()
    {
        const int Clause = 3;
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Corrected, "王小河的标题", await SeenAsync("title")));
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Accepted, null, await SeenAsync("date", "kind")));
        await Library.DecideAsync(ReadingState.Accepted, null, await SeenAsync("addressees[9]"));

        var ids = (await Library.ReadingsAsync()).ToDictionary(r => r.At, r => r.Id.ToString("N"));
        var entries = (await Library.JournalAsync()).Where(e => e.Contains($" {DecideReadings.Verb} ", StringComparison.Ordinal)).ToList();
        foreach (var at in new[] { "title", "date", "kind" })
        {
            var entry = Assert.Single(entries, e => e.StartsWith($"{TestLibrary.Reviewer.ActorId} gazette.review reading:{ids[at]} ", StringComparison.Ordinal));
            Assert.EndsWith(" done -", entry, StringComparison.Ordinal);
            Assert.True(ClauseRef.TryParse(entry.Split(' ')[Clause], out var clause));
            Assert.NotNull(clause.Document.Number);
        }

        Assert.Contains($"{TestLibrary.Reviewer.ActorId} gazette.review reading:{ids["addressees[9]"]} - refused review.no-value", entries);
        Assert.DoesNotContain(await Library.JournalAsync(), e => e.Split(' ').Where((_, field) => field != Clause).Any(f => f.Any(c => c > '\u2e80')));
    }

    [Fact]
    public async Task Keeps_a_decision_when_lines_move()
    {
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Corrected, "关于巡湖的通知", await SeenAsync("title")));

        var outcome = await Library.ImportAsync(Doubted("\n\n" + Issues.Both.Replace("每月公布结果", "每周公布结果", StringComparison.Ordinal)));

        Assert.Equal(new DecisionChanges(Replayed: 1), outcome.Decisions);
        var page = (await Library.DocumentAsync(await Library.SlugAsync(Patrol)))!;
        Assert.Equal(("关于巡湖的通知", 2), (page.Title, page.Flags.Count));
    }

    [Fact]
    public async Task Asks_to_confirm_again_when_the_words_of_a_decided_value_changed()
    {
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Accepted, null, await SeenAsync("title")));

        var outcome = await Library.ImportAsync(Doubted(Issues.Both.Replace("加强湖泊巡查", "加强河道巡查", StringComparison.Ordinal)));

        Assert.Equal(new DecisionChanges(ConfirmAgain: 1), outcome.Decisions);
        var row = (await Library.DeskAsync()).Rows.Single(r => r.Reading.At == "title");
        Assert.Equal((ReadingState.ConfirmAgain, "关于加强河道巡查的通知"), (row.Reading.State, row.Reading.Proposal));
        Assert.Equal(3, (await Library.DocumentAsync(row.DocumentSlug))!.Flags.Count);
    }

    [Fact]
    public async Task Asks_nothing_again_of_a_decided_value_whose_place_in_a_list_was_taken_by_another()
    {
        var one = Issues.Read(Issues.Trees).Sure().Doubting("清府发〔2024〕4号", "obligations[0].units_text", "东湖两岸");
        await Library.ImportAsync(one);
        TestLibrary.Done(await Library.DecideAsync(ReadingState.Rejected, null, await SeenAsync("obligations[0].units_text")));

        var two = Issues.Read("\n" + Issues.Trees.Replace("四月底结束", "五月底结束", StringComparison.Ordinal)).Sure().Doubting("清府发〔2024〕4号", "obligations[0].units_text", "西山北坡")
            .Doubting("清府发〔2024〕4号", "obligations[1].units_text", "东湖两岸");
        var outcome = await Library.ImportAsync(two);

        Assert.Equal(new DecisionChanges(Replayed: 1), outcome.Decisions);
        Assert.Equal([("obligations[1].units_text", ReadingState.Rejected), ("obligations[0].units_text", ReadingState.Open)],
            (await Library.ReadingsAsync()).Where(r => r.Kind == "obligations.units_text").OrderBy(r => r.SpanFrom).Select(r => (r.At, r.State)));
    }

    private static GazetteReading Doubted(string text) => Issues.Read(text).Sure()
        .Doubting(Patrol, "title", text.Contains("河道", StringComparison.Ordinal) ? "加强河道巡查" : "加强湖泊巡查", 0.5)
        .Doubting(Patrol, "kind", "通知", 0.3)
        .Doubting(Patrol, "addressees[9]", "各县（市、区）人民政府", 0.7)
        .Doubting(Supply, "date", "2024年2月18日", 0.1);

    private async Task<IReadOnlyList<Seen>> SeenAsync(params string[] at)
    {
        var readings = await Library.ReadingsAsync();
        return [.. at.Select(a => readings.Single(r => r.At == a && !r.IsGone)).Select(r => new Seen(r.Id, r.Revision))];
    }

    private async Task<string> RefusalAsync(ReadingState verdict, string? correction, IReadOnlyList<Seen> seen) =>
        Assert.Single((await Library.DecideAsync(verdict, correction, seen)).Refusals).Code;
}
