using System.Globalization;
using System.Security.Cryptography;
using Gongbao.Casework.Declarations;
using Gongbao.Casework.Storage;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Casework.Running;

/// <summary>An application as it comes in (申请).</summary>
/// <param name="Declaration">Id of the procedure.</param>
/// <param name="Answers">Of the form.</param>
/// <param name="Evidence">Papers that come with it.</param>
internal sealed record CaseApplication(string Declaration, IReadOnlyList<FormAnswer> Answers, IReadOnlyList<string> Evidence)
{
    /// <summary>Receipt by the rule of its channel, legal instant; null for now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}

/// <summary>Takes an application in (收件): judges form and conditions, seals what is personal under the case's own key, and begins the case in one unit.</summary>
internal sealed class BeginCase(Writer writer, CasesInHand cases, ICaseDeclarations declarations, CityClock clock, TimeProvider time, NewDataKeys keys, BlindIndex blind, IServiceProvider services, CaseSignal signal)
{
    private static readonly Refusal NotAllowed = new("case.not-allowed", "您的角色不能收取申请。");

    /// <returns>Refusals: those of form and engine, <c>case.not-allowed</c>, <c>case.not-declared</c>, <c>case.received-later</c>, those of the store.</returns>
    public async Task<Result<CaseStanding>> HandleAsync(CaseApplication application, CaseParty by, CancellationToken stop)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var act = new Act(by.Id, CaseVerbs.Receive, OpenCase.SubjectOf(id));
        var judged = Judge(id, application, by);
        if (judged.Refusals is [_, ..] refusals) return await writer.DoAsync<CaseStanding>(act, (_, _) => Task.FromResult(Result<CaseStanding>.Refused(refusals)), stop);
        judged.IsRefused(out _, out var begun);
        var (change, answers) = begun;
        var declaration = change.After.Declaration;
        using var key = answers.Any(a => FormAnswers.IsSealed(declaration.Field(a.Field)!)) ? keys.For(change.After.Subject) : null;
        IReadOnlyList<CaseRow> rows = [.. CaseRows.Of(change), .. answers.Select(a => CaseRows.Of(Stored(id, declaration.Field(a.Field)!, a, key)))];
        var isWritten = false;
        var answer = await writer.DoAsync<CaseStanding>(act with { Clause = declaration.Source }, (unit, _) =>
        {
            isWritten = true;
            key?.Write(unit);
            CaseRows.Write(unit, rows);
            if (change.After.Ends?.Next is { } next) unit.AfterCommit(() => signal.Tell(next));
            return Task.FromResult<Result<CaseStanding>>(CaseStanding.Of(change.After));
        }, stop);
        if (isWritten && !answer.IsRefused(out _, out _)) cases.Keep(change.After);
        return answer;
    }

    private Result<(ChangedCase Change, IReadOnlyList<FormAnswer> Answers)> Judge(Guid id, CaseApplication application, CaseParty by)
    {
        if (by.Actor is { } actor ? !actor.May(CaseVerbs.Receive) : by != CaseParty.Applicant) return NotAllowed;
        if (declarations.Current(application.Declaration) is not { } declaration) return new Refusal("case.not-declared", "本市没有声明这项联办，请从办事页面上选择事项。");
        var city = services.GetRequiredService<CityDeclarations>();
        var now = CaseRows.Whole(clock.Now);
        var received = CaseRows.Whole(application.ReceivedAt ?? now);
        if (received > now) return new Refusal("case.received-later", "收到申请的时间不能晚于现在。");
        var read = FormAnswers.Read(declaration, application.Answers);
        if (read.IsRefused(out _, out var answers)) return Result<(ChangedCase, IReadOnlyList<FormAnswer>)>.Refused(read.Refusals);
        var asked = FormAnswers.NeededByRules(declaration);
        var all = answers.Where(a => declaration.Field(a.Field)!.Group is null).ToDictionary(a => a.Field, a => a.Value, StringComparer.Ordinal);
        var open = new OpenCase(id, NewReference(received), declaration, CaseState.Begin, all);
        var proceeding = new CaseProceeding(declaration, open.State, received, by.Id.Value, open.Fact);
        if (proceeding.Receive().Refusals is [_, ..] against) return Result<(ChangedCase, IReadOnlyList<FormAnswer>)>.Refused(against);
        foreach (var evidence in application.Evidence)
            if (proceeding.Give(evidence).Refusals is [_, ..] no) return Result<(ChangedCase, IReadOnlyList<FormAnswer>)>.Refused(no);
        var mark = CaseEnds.CalendarOf(city);
        var after = open with
        {
            State = proceeding.State, Ends = CaseEnds.Of(declaration, proceeding.State, city.Calendar), Calendar = mark, StoredCalendar = mark,
            Answers = all.Where(a => asked.Contains(a.Key)).ToDictionary(StringComparer.Ordinal),
        };
        return (new ChangedCase(null, after, proceeding.Events, now), answers);
    }

    private StoredAnswer Stored(Guid id, CaseField field, FormAnswer answer, NewDataKey? key) => new()
    {
        CaseId = id,
        Field = field.Id,
        Place = answer.Place,
        Value = FormAnswers.IsSealed(field) ? key!.Seal(FormAnswers.PlaceOf(id, field, answer.Place), answer.Value) : answer.Value,
        Mark = field.IsIndexed ? blind.Of(FormAnswers.Protected(field), answer.Value) : null,
    };

    /// <summary>The day of receipt, and letters that cannot be guessed from it or from another one.</summary>
    private static string NewReference(DateTimeOffset received)
    {
        var letters = RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);
        return string.Create(CultureInfo.InvariantCulture, $"{received.BeijingDate():yyyyMMdd}-{letters[..4]}-{letters[4..]}");
    }
}
