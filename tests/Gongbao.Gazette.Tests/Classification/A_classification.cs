using Gongbao.Gazette.Classification;
using Gongbao.Gazette.Classification.Storage;
using Gongbao.Gazette.Library;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Tests.Search;
using Gongbao.Kernel.Results;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Gazette.Tests.Classification;

public class A_classification_on_SQLite() : A_classification(StoreProvider.Sqlite);

public class A_classification_on_PostgreSQL() : A_classification(StoreProvider.Postgres);

/// <summary>Proposed when a document is stored, decided by people, and kept.</summary>
[Clause("GAZ-09")]
public abstract class A_classification(StoreProvider provider) : LibraryTests(provider)
{
    private const string Patrol = "清府办发〔2024〕7号";
    private const string Supply = "清府发〔2024〕3号";
    private static readonly CityDeclarations City = CityDeclarations.Load(CityFolder.Find()!, "qinghe").Required();

    protected override CityDeclarations? DeclaredCity => City;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Library.ImportAsync(Issues.Both);
    }

    [Fact]
    public async Task Is_proposed_in_the_unit_that_stores_the_document()
    {
        var classes = await ClassesAsync(Supply);
        Assert.Equal(["市政建设和公共服务"], classes.Topics.Select(t => t.Name));
        Assert.Equal(["机关和公职人员"], classes.Audiences.Select(t => t.Name));
        Assert.Equal(("市政府及其办公室", "其他文件", true), (classes.Level?.Name, classes.NormativeStatus?.Name, classes.IsProposed));
        var page = await DeskAsync(waiting: true);
        Assert.Equal((2, 2, 0), (page.Total, page.Waiting, page.Decided));
        Assert.Equal([Patrol, Supply], page.Rows.Select(r => r.Document.Number!)); // newest first
    }

    [Fact]
    public async Task Is_found_by_search_under_its_classes_and_those_above_them()
    {
        foreach (var (key, value) in new[] { ("topic", "市政建设和公共服务"), ("topic", "其他法定公开事项"), ("audience", "机关和公职人员"), ("level", "市政府及其办公室"), ("normative", "其他文件") })
            Assert.Contains(Supply, await FoundAsync(key, value));
        Assert.Equal([Patrol], await FoundAsync("topic", "水利"));

        TestLibrary.Done(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Topic] = ["environment"], [Aspect.Normative] = ["normative"] }, Supply));

        Assert.Empty(await FoundAsync("topic", "市政建设和公共服务"));
        Assert.Equal([Supply], await FoundAsync("topic", "环境、安全和质量监督"));
        Assert.Equal([Supply], await FoundAsync("normative", "行政规范性文件"));
        Assert.Equal([Patrol], await FoundAsync("topic", "其他法定公开事项"));
        var before = await IndexRows.AllAsync(Library);
        TestLibrary.Done(await Library.RebuildAsync((_, _) => { }, CancellationToken.None));
        Assert.Equal(before, await IndexRows.AllAsync(Library));
    }

    [Fact]
    public async Task Is_accepted_for_many_documents_at_once_with_who_and_when()
    {
        Assert.Equal(2, TestLibrary.Done(await DecideAsync(ClassVerdict.Accept, null, Patrol, Supply)));

        var page = await DeskAsync(waiting: false);
        Assert.Equal((2, 0, 2), (page.Total, page.Waiting, page.Decided));
        Assert.All(page.Rows, r => Assert.Equal((ClassificationState.Accepted, TestLibrary.Reviewer.ActorId.Value, true), (r.Stored.State, r.Stored.DecidedBy, r.Stored.DecidedAt is not null)));
        Assert.False((await ClassesAsync(Patrol)).IsProposed);
        var journal = (await Library.JournalAsync()).Where(j => j.Contains(" gazette.classify ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, journal.Count);
        Assert.Contains(journal, j => j.Contains(" " + Supply + " ", StringComparison.Ordinal));
        Assert.DoesNotContain(journal, j => j.Contains("供水", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_what_a_person_chose_when_the_document_comes_again_in_other_words()
    {
        TestLibrary.Done(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Topic] = ["water", "environment"] }, Supply));
        await Library.ImportAsync(Issues.Both.Replace("关于加强城市供水管理的意见", "关于做好2024年义务教育招生工作的意见", StringComparison.Ordinal));

        var classes = await ClassesAsync(Supply);
        Assert.Equal(["water", "environment"], classes.Topics.Select(t => t.Id));
        Assert.Equal(["officials"], classes.Audiences.Select(t => t.Id)); // it was not spoken of and stays
        Assert.False(classes.IsProposed);
        Assert.Equal(["education", "students-and-teachers"], (await RowAsync(Supply)).Proposal.Select(p => p.Class.Id).Intersect(["education", "students-and-teachers"]));
    }

    [Fact]
    public async Task Follows_the_rules_again_once_a_decision_is_taken_back()
    {
        TestLibrary.Done(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Topic] = [] }, Supply));
        Assert.Empty((await ClassesAsync(Supply)).Topics);
        TestLibrary.Done(await DecideAsync(ClassVerdict.TakeBack, null, Supply));

        Assert.Equal(["urban-works"], (await ClassesAsync(Supply)).Topics.Select(t => t.Id));
        Assert.True((await ClassesAsync(Supply)).IsProposed);
        Assert.Equal("classify.not-decided", Refused(await DecideAsync(ClassVerdict.TakeBack, null, Supply)));
        Assert.Equal([ClassificationState.Changed, ClassificationState.Proposed], await Library.ReadAsync(db => db.ClassDecisions.OrderBy(d => d.Id).Select(d => d.Verdict).ToListAsync()));
    }

    [Fact]
    public async Task Refuses_what_changed_meanwhile_and_what_is_not_declared()
    {
        var seen = (await RowAsync(Supply)).Seen;
        TestLibrary.Done(await DecideAsync(ClassVerdict.Accept, null, Supply));
        var before = await Library.ReadAsync(db => db.Classifications.OrderBy(c => c.DocumentId).Select(c => c.Revision).ToListAsync());

        Assert.Equal("classify.decided-meanwhile", Refused(await HandleAsync([(await RowAsync(Patrol)).Seen, seen], ClassVerdict.Accept, null)));
        Assert.Equal("classify.no-class", Refused(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Topic] = ["none-such"] }, Patrol)));
        Assert.Equal("classify.only-one", Refused(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Level] = ["national", "county"] }, Patrol)));
        Assert.Equal("classify.no-choice", Refused(await DecideAsync(ClassVerdict.Change, [], Patrol)));
        Assert.Equal("classify.nothing", Refused(await HandleAsync([], ClassVerdict.Accept, null)));
        Assert.Equal("classify.no-document", Refused(await HandleAsync([new(Guid.CreateVersion7(), 1)], ClassVerdict.Accept, null)));
        Assert.Equal(before, await Library.ReadAsync(db => db.Classifications.OrderBy(c => c.DocumentId).Select(c => c.Revision).ToListAsync()));
    }

    [Fact]
    public async Task Is_proposed_anew_when_the_rules_change_and_asked_for_again_where_a_decided_class_is_given_up()
    {
        TestLibrary.Done(await DecideAsync(ClassVerdict.Change, new() { [Aspect.Topic] = ["water"] }, Supply));
        Library.City = Without("water");
        var reclassify = Library.Services.GetRequiredService<Reclassify>();

        Assert.Equal(2, TestLibrary.Done(await reclassify.RunAsync(ActorId.System("test"), CancellationToken.None)));

        Assert.Equal(ClassificationState.ConfirmAgain, (await RowAsync(Supply)).Stored.State);
        Assert.Equal((true, "urban-works"), ((await ClassesAsync(Supply)).IsProposed, (await ClassesAsync(Supply)).Topics.Single().Id));
        Assert.Empty((await ClassesAsync(Patrol)).Topics);
        Assert.Empty(await FoundAsync("topic", "水利"));
        Assert.Equal(0, TestLibrary.Done(await reclassify.RunAsync(ActorId.System("test"), CancellationToken.None)));
    }

    [Fact]
    public async Task Divides_the_library_by_topic_and_audience()
    {
        await using var scope = Library.Services.CreateAsyncScope();
        var topics = scope.ServiceProvider.GetRequiredService<TopicLibrary>();
        var other = (await topics.TreeAsync(CancellationToken.None)).Topics.Single(t => t.Id == "other-matters");
        Assert.Equal((2, 1, 1), (other.Documents, other.Under.Single(u => u.Id == "water").Documents, other.Under.Single(u => u.Id == "urban-works").Documents));
        var found = (await topics.DocumentsAsync(Aspect.Topic, "other-matters", 9, CancellationToken.None))!;
        Assert.Equal([Patrol, Supply], found.Documents.Select(d => d.Number!));
        Assert.Equal(1, found.Page);
        Assert.Equal(2, (await topics.DocumentsAsync(Aspect.Audience, "officials", 1, CancellationToken.None))!.Class.Documents);
        Assert.Null(await topics.DocumentsAsync(Aspect.Topic, "none-such", 1, CancellationToken.None));
        Assert.Equal([Supply], (await scope.ServiceProvider.GetRequiredService<LibraryList>().NewestAsync(Aspect.Topic, "urban-works", 10, CancellationToken.None)).Select(d => d.Number!));
    }

    [Fact]
    public async Task Is_in_the_next_download_when_somebody_decides_it()
    {
        var since = (await Library.ReadAsync(db => new LibraryList(db).ChangedAsync(null, CancellationToken.None)))[^1].ChangedAt;
        Assert.Empty(await Library.ReadAsync(db => new LibraryList(db).ChangedAsync(since, CancellationToken.None)));
        TestLibrary.Done(await DecideAsync(ClassVerdict.Accept, null, Supply));
        TestLibrary.Done(await DecideAsync(ClassVerdict.TakeBack, null, Supply));
        Assert.Equal([Supply], (await Library.ReadAsync(db => new LibraryList(db).ChangedAsync(since, CancellationToken.None))).Select(d => d.Number!));
    }

    private static CityDeclarations Without(string topic) => SampleCity.With($"topics:\n  {topic}: {{ remove: true }}\n");

    private async Task<DocumentClasses> ClassesAsync(string number) => (await Library.DocumentAsync(await Library.SlugAsync(number)))!.Classes;

    private async Task<string[]> FoundAsync(string facet, string value) =>
        [.. (await Library.AskAsync(l => l.SearchAsync(new("", new Dictionary<string, string> { [facet] = value }), CancellationToken.None))).Hits.Select(h => h.Document.Number!).Order(StringComparer.Ordinal)];

    private async Task<ClassificationPageView> DeskAsync(bool waiting)
    {
        await using var scope = Library.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClassificationDesk>().FindAsync(new ClassificationFilter(waiting, new Dictionary<Aspect, string>()), CancellationToken.None);
    }

    private async Task<ClassificationRow> RowAsync(string number)
    {
        await using var scope = Library.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ClassificationDesk>().FindAsync(await Library.SlugAsync(number), CancellationToken.None))!;
    }

    private async Task<Result<int>> DecideAsync(ClassVerdict verdict, Dictionary<Aspect, IReadOnlyList<string>>? choice, params string[] numbers)
    {
        var seen = new List<Seen>();
        foreach (var number in numbers) seen.Add((await RowAsync(number)).Seen);
        return await HandleAsync(seen, verdict, choice);
    }

    private Task<Result<int>> HandleAsync(IReadOnlyList<Seen> seen, ClassVerdict verdict, Dictionary<Aspect, IReadOnlyList<string>>? choice) =>
        Library.Services.GetRequiredService<DecideClasses>().HandleAsync(seen, verdict, choice, TestLibrary.Reviewer, CancellationToken.None);

    private static string Refused(Result<int> result) => result.IsRefused(out var refusal, out _) ? refusal.Code : "";
}
