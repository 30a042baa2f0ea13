using Gongbao.Gazette.Campaigns;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Tests.Generated;
using Gongbao.Gazette.Tests.Library;
using Gongbao.Gazette.Validity;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Tests.Campaigns;

/// <summary>A small library of the made-up city at a legal day, and the people who clean it up.</summary>
public abstract class CampaignTests(StoreProvider provider) : LibraryTests(provider)
{
    protected override CityDeclarations? DeclaredCity => SampleCity.Declared;

    internal const string Patrol = "清府办发〔2024〕7号";
    internal const string Supply = "清府发〔2024〕3号";
    internal const string Trees = "清府发〔2024〕4号";
    internal const string Saving = "清府发〔2024〕9号";

    internal const string SavingText = """
        清河市人民政府
        关于城市节约用水的意见
        清府发〔2024〕9号
        各县（市、区）人民政府，市级各部门：
        为节约用水，提出如下意见。
        一、控制用量
        单位用水实行计划管理。
        二、附则
        本意见自2024年5月1日起施行，有效期5年。
        清河市人民政府
        2024年4月10日
        """;

    internal static readonly DateOnly Today = new(2028, 12, 1);

    /// <summary>The last day of 清府发〔2024〕9号.</summary>
    internal static readonly DateOnly SavingEnds = new(2029, 4, 30);

    internal static Actor Organiser { get; } = Person("editor", CleanUpRules.Verb, CleanUpRules.OpinionVerb);

    internal static Actor Drafter { get; } = Person("reviewer", CleanUpRules.OpinionVerb);

    internal static Actor Lawyer { get; } = Person("legal-reviewer", CleanUpRules.OpinionVerb);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Library.Clock.RestoreSeed(Today.StartsAt().AddHours(9));
        await Library.ImportAsync(string.Join('\n', Issues.Patrol, Issues.Supply, Issues.Trees, SavingText));
    }

    internal static Actor Person(string role, params IEnumerable<string> verbs) => Person(role, AccessScope.City, verbs);

    internal static Actor Person(string role, AccessScope scope, params IEnumerable<string> verbs) => new(Guid.CreateVersion7(), ActorKind.Account, role, [new(role, scope, verbs.ToHashSet())]);

    internal Task<Result<string>> OpeningAsync(CampaignScope scope, string? name = "二〇二八年文件清理", DateOnly? dueOn = null, string? corrects = null, params IReadOnlyList<string> offices) =>
        Library.Get<OpenCampaign>().HandleAsync(new(name, scope, offices.Count > 0 ? offices : ["drafting", "legal"], dueOn ?? Today.AddDays(30), corrects), Organiser, CancellationToken.None);

    internal async Task<string> OpenAsync(CampaignScope? scope = null, string? corrects = null) => TestLibrary.Done(await OpeningAsync(scope ?? new(), corrects: corrects));

    internal async Task<CampaignPage> PageAsync(string slug) => (await Library.AskAsync<CampaignDesk, CampaignPage?>(d => d.PageAsync(slug, null, 0, CancellationToken.None)))!;

    internal async Task<IReadOnlyList<Seen>> SeenAsync(string slug, params IReadOnlyList<string> numbers)
    {
        var rows = (await PageAsync(slug)).Rows;
        return [.. numbers.Count == 0 ? rows.Select(r => r.Seen) : numbers.Select(n => rows.Single(r => r.Item.Number == n).Seen)];
    }

    internal async Task<Result<int>> OpineAsync(string slug, Actor by, string office, Measure measure, params IReadOnlyList<string> numbers) =>
        await Library.Get<GiveOpinions>().HandleAsync(slug, await SeenAsync(slug, numbers), office, measure, "内容已经被新的规定取代。", by, CancellationToken.None);

    internal async Task<Result<int>> DecideAsync(string slug, ItemDecision? decision, Actor by, params IReadOnlyList<string> numbers) =>
        await Library.Get<DecideItems>().HandleAsync(slug, await SeenAsync(slug, numbers), decision, by, CancellationToken.None);

    internal Task<Result<int>> PublishAsync(string slug, DateOnly? on, Actor? by = null) => Library.Get<PublishCampaign>().HandleAsync(slug, on, by ?? Organiser, CancellationToken.None);

    /// <summary>Both offices say the same of all the documents named, and it is so decided.</summary>
    internal async Task AgreeAsync(string slug, Measure measure, params IReadOnlyList<string> numbers)
    {
        TestLibrary.Done(await OpineAsync(slug, Drafter, "drafting", measure, numbers));
        TestLibrary.Done(await OpineAsync(slug, Lawyer, "legal", measure, numbers));
        TestLibrary.Done(await DecideAsync(slug, new(null), Organiser, numbers));
    }

    internal async Task<ValidityState?> StateAsync(string number, DateOnly on) =>
        ValidityTimeline.Parse(await Library.ReadAsync(db => db.Documents.Where(d => d.Number == number).Select(d => d.Validity).SingleAsync())).At(on);

    internal Task<StoredDocument> DocumentAsync(string number) => Library.ReadAsync(db => db.Documents.SingleAsync(d => d.Number == number));

    internal static string CodeOf<T>(Result<T> result) => Assert.Single(result.Refusals).Code;
}
