using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Evidence;
using Gongbao.Ledger.Links;
using Gongbao.Ledger.Sheets;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Views;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Web.Deciding;
using Gongbao.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongbao.Ledger.Desk;

/// <summary>One obligation for programs, and what is done about it: each act the use case that the page of the obligation calls.</summary>
internal static class ObligationEndpoints
{
    /// <summary>A limit that is decided, or set by a higher authority.</summary>
    internal sealed record LimitInput(string? Seen, string? Limit, bool ByHigher, string? Reason, string? Source);

    /// <summary>The event from which a limit is counted.</summary>
    internal sealed record EventInput(string? Seen, DateOnly? Day, string? Text);

    /// <summary>What a unit asks for: extension, return or difficulty.</summary>
    internal sealed record RequestInput(string? Seen, Guid Share, string? Kind, DateOnly? Day, string? Reason);

    internal sealed record AnswerInput(string? Seen, Guid Request, bool IsGranted, string? Text);

    internal sealed record MeasureInput(string? Seen, Guid Share, string? Text, string? Owner, DateOnly? Day);

    /// <summary>A share, or without one the whole obligation, is owed no more.</summary>
    internal sealed record ReleaseInput(string? Seen, Guid? Share, string? Reason, string? Source);

    internal sealed record PublicationInput(string? Seen, Guid Report);

    internal sealed record WantedInput(string? Seen, string? Text);

    /// <summary>What is decided of a question: the units that are given a share, by full name; none where none is meant.</summary>
    internal sealed record DecisionInput(string? Seen, Guid Question, IReadOnlyList<string?>? Units, DutyRole? Role, string? Reason);

    /// <summary>The obligation that is waited for: its number in the same ledger, its id or the address of its page.</summary>
    internal sealed record AwaitInput(string? Seen, string? Awaited, string? Reason);

    internal sealed record AwaitEndInput(string? Seen, Guid Awaited, string? Reason);

    internal sealed record SameInput(string? Seen, string? Other, bool IsSame, string? Reason);

    /// <summary>A share with its obligation as it was seen.</summary>
    internal sealed record PickInput(string? Seen, Guid Share);

    internal sealed record ManyInput(IReadOnlyList<PickInput?>? Picks, string? Reason, string? Source);

    /// <summary>Obligations that are entered by hand, all or none.</summary>
    internal sealed record EntriesInput(IReadOnlyList<EntryInput?>? Obligations);

    internal sealed record EntryInput(
        string? Task, string? Measure, string? Group, string? Lead, string? Units, string? Supporting, string? Limit, string? Output, string? Evidence, string? Place, string? Source, DateOnly? Since)
    {
        public EnteredObligation AsTyped() => new()
        {
            Task = Task, Measure = Measure, Group = Group, Lead = Lead, Units = Units, Supporting = Supporting, Limit = SheetLimit.Words(Limit?.Trim()), Output = Output, Evidence = Evidence, Place = Place, Source = Source, Since = Since,
        };
    }

    internal sealed record ProgrammeInput(string? Title, string? Number, DateOnly? SignedOn, string? Source);

    internal sealed record EnteredAnswer(IReadOnlyList<Guid> Obligations);

    internal sealed record OpenedAnswer(string Programme);

    /// <summary>What units may ask for, by its word.</summary>
    private static readonly Dictionary<string, ActKind> Asked = new(StringComparer.Ordinal) { ["extension"] = ActKind.ExtensionAsked, ["return"] = ActKind.ReturnAsked, ["difficulty"] = ActKind.Raised };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/ledger/obligations/{obligation:guid}", GetAsync).AllowPublic().WithTags("任务台账").WithName("GetObligation").WithSummary("一项任务：分工、时限怎样得出、待明确的事项、公开的报告；办理人员另得办理经过")
            .Produces<ObligationDetail>().ProducesProblem(StatusCodes.Status404NotFound);

        var ledger = routes.MapGroup("/api/ledger");
        Act<SetLimit, LimitInput>("/limits", "SetLimit", "认定时限，或者按上级的要求改定", LedgerRules.ManageVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), a.Input.Limit, a.Input.ByHigher, a.Input.Reason, a.Input.Source, a.By, a.Stop));
        Act<SetLimit, EventInput>("/events", "RegisterEvent", "登记起算时限的事情已经发生", LedgerRules.ManageVerb, a => a.Use.EventAsync(Seen.Parse(a.Input.Seen), a.Input.Day, a.Input.Text, a.By, a.Stop));
        Act<AskAndAnswer, RequestInput>("/requests", "AskFollowUp", "单位申请延期、退回改派，或者反映困难和建议", LedgerRules.ReportVerb, AskAsync);
        Act<AskAndAnswer, AnswerInput>("/request-answers", "AnswerRequest", "答复单位的申请、困难和建议", LedgerRules.ManageVerb, a => a.Use.AnswerAsync(Seen.Parse(a.Input.Seen), a.Input.Request, a.Input.IsGranted, a.Input.Text, a.By, a.Stop));
        Act<WriteMeasure, MeasureInput>("/measures", "WriteMeasure", "单位制定措施", LedgerRules.ReportVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), new(a.Input.Share, a.Input.Text, a.Input.Owner, a.Input.Day), a.By, a.Stop));
        Act<JudgeReport, ReleaseInput>("/releases", "ReleaseShare", "免除一家单位的分工，或者整项任务", LedgerRules.ManageVerb, a => a.Use.ReleaseAsync(Seen.Parse(a.Input.Seen), a.Input.Share, a.Input.Reason, a.Input.Source, a.By, a.Stop));
        Act<JudgeReport, PublicationInput>("/report-publications", "PublishReport", "公开一次报告", LedgerRules.ManageVerb, a => a.Use.PublishAsync(Seen.Parse(a.Input.Seen), a.Input.Report, a.By, a.Stop));
        Act<WantEvidence, WantedInput>("/evidence-requirements", "WantEvidence", "提出证明材料要求", LedgerRules.ManageVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), a.Input.Text, a.By, a.Stop));
        Act<AnswerQuestion, DecisionInput>("/question-decisions", "DecideQuestion", "明确文件没有写明的事项：增列单位，或者不增列", LedgerRules.ManageVerb, a => a.Use.HandleAsync(Seen.Parse(a.Input.Seen), a.Input.Question, [.. (a.Input.Units ?? []).OfType<string>()], a.Input.Role ?? DutyRole.Responsible, a.Input.Reason, a.By, a.Stop));
        Act<AwaitWork, AwaitInput>("/awaited", "SetAwaited", "设定前置任务", LedgerRules.ManageVerb, a => a.Use.SetAsync(Seen.Parse(a.Input.Seen), a.Input.Awaited, a.Input.Reason, a.By, a.Stop));
        Act<AwaitWork, AwaitEndInput>("/awaited-ends", "RemoveAwaited", "取消前置任务", LedgerRules.ManageVerb, a => a.Use.RemoveAsync(Seen.Parse(a.Input.Seen), a.Input.Awaited, a.Input.Reason, a.By, a.Stop));
        Act<SameTasks, SameInput>("/same-tasks", "DecideSameTask", "认定两份文件里的任务是不是同一任务", LedgerRules.ManageVerb, a => a.Use.DecideAsync(Seen.Parse(a.Input.Seen), Seen.Parse(a.Input.Other), a.Input.IsSame, a.Input.Reason, a.By, a.Stop));

        foreach (var (act, word, verb) in ActOnMany.Acts)
            ledger.MapAct<ActOnMany, ManyInput, ManyDone, ManyDone>($"/many/{act}", "Many" + Name(act), $"批量{word}：逐项办理，办不成的逐份说明原因", verb, a => ManyAsync(a, act), done => done, isOneUnit: false);

        ledger.MapAct<EnterObligation, EntriesInput, IReadOnlyList<Guid>, EnteredAnswer>(
            "/programmes/{document}/obligations", "EnterObligations", "手工录入任务；全部录入或者不作任何改动", LedgerRules.ManageVerb,
            a => a.Use.HandleAsync(a.Route("document"), [.. (a.Input.Obligations ?? []).Select(e => (e ?? Nothing).AsTyped())], a.By, a.Stop), ids => new(ids));
        ledger.MapAct<OpenProgramme, ProgrammeInput, string, OpenedAnswer>(
            "/programmes", "OpenProgramme", "给文件库里没有的文件新建台账", LedgerRules.ManageVerb, a => a.Use.HandleAsync(a.Input.Title, a.Input.Number, a.Input.SignedOn, a.Input.Source, a.By, a.Stop), slug => new(slug));

        void Act<TUse, TInput>(string address, string name, string summary, string verb, Func<AskedAct<TUse, TInput>, Task<Result<Guid>>> act) =>
            ledger.MapAct(address, name, summary, verb, act, id => new LedgerEndpoints.DoneAnswer(id));
    }

    private static async Task<IResult> GetAsync(Guid obligation, LedgerDesk desk, LinkDesk links, EvidenceDesk evidence, ActorSource actors, HttpContext http)
    {
        var by = await actors.FindAsync(http, http.RequestAborted);
        if (await desk.ObligationAsync(obligation, _ => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), http.RequestAborted) is not { } view) return TypedResults.NotFound();
        return Tagged.Json(http, ObligationDetail.Of(view, await links.OfAsync(obligation, desk.Today, http.RequestAborted), await evidence.OfAsync(obligation, http.RequestAborted), LedgerPeople.ReadsReports(by, view.Row.Shares.Select(s => s.Share.Unit))), isPublic: by is null);
    }

    private static Task<Result<Guid>> AskAsync(AskedAct<AskAndAnswer, RequestInput> a) => Asked.TryGetValue(a.Input.Kind ?? "", out var kind)
        ? a.Use.AskAsync(Seen.Parse(a.Input.Seen), a.Input.Share, kind, a.Input.Day, a.Input.Reason, a.By, a.Stop)
        : Task.FromResult<Result<Guid>>(new Refusal("ledger.no-act", $"kind 应是 {string.Join('、', Asked.Keys)} 之一；请改正后再发。"));

    private static async Task<Result<ManyDone>> ManyAsync(AskedAct<ActOnMany, ManyInput> a, string act)
    {
        var picks = new List<Seen>();
        foreach (var (i, pick) in (a.Input.Picks ?? []).Index())
        {
            if (Seen.Parse(pick?.Seen) is not { } seen) return new Refusal("ledger.bad-pick", $"picks 第 {i + 1} 份的 seen 不是答复里给出的值；请原样填写任务的 seen，没有作任何改动。");
            picks.Add(seen with { Id = pick!.Share });
        }
        return await a.Use.HandleAsync(picks, act, a.Input.Reason, a.Input.Source, a.By, a.Stop);
    }

    private static EntryInput Nothing { get; } = new(null, null, null, null, null, null, null, null, null, null, null, null);

    private static string Name(string act) => string.Concat(act.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
