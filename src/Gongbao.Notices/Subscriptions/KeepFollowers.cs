using Gongbao.Contracts.Gazette;
using Gongbao.Contracts.Ledger;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Subscriptions;

/// <summary>Has those told who follow what changed (通知订阅人). It only writes a row where somebody follows anything; who is told is found when that is worked through.</summary>
internal sealed class KeepFollowers(NoticeRules rules, LadderSignal signal) : IReceive<DocumentPublished>, IReceive<DocumentChanged>, IReceive<DocumentCorrected>, IReceive<ReportMadePublic>
{
    private const int LongestCause = 100;
    private const int LongestTitle = 150;
    private const int MostPlaces = 100;

    public Task ReceiveAsync(DocumentPublished fact, UnitOfWork unit, CancellationToken stop) =>
        TellAsync(unit, [.. fact.Topics.Select(t => "topic:" + t), .. fact.Issuers.Select(i => "issuer:" + i)], "document:" + fact.Slug, $"新文件：{Short(fact.Title)}", "/d/" + fact.Slug, stop);

    public Task ReceiveAsync(DocumentChanged fact, UnitOfWork unit, CancellationToken stop)
    {
        var about = fact.Place is { } place ? Clauses(fact.Slug, [place]) : [$"clause:{fact.Slug}/*"];
        return TellAsync(unit, ["document:" + fact.Slug, .. about], "document:" + fact.Slug, $"有修改或者效力变化：{Short(fact.Title)}", "/d/" + fact.Slug, stop);
    }

    public Task ReceiveAsync(DocumentCorrected fact, UnitOfWork unit, CancellationToken stop)
    {
        var clauses = fact.Places.Count > MostPlaces ? [$"clause:{fact.Slug}/*"] : Clauses(fact.Slug, fact.Places);
        return TellAsync(unit, ["document:" + fact.Slug, .. clauses], "document:" + fact.Slug, $"文字有更正：{Short(fact.Title)}", "/d/" + fact.Slug, stop);
    }

    public Task ReceiveAsync(ReportMadePublic fact, UnitOfWork unit, CancellationToken stop)
    {
        var (own, whole, clause) = ("unit:" + fact.Unit, "document:" + fact.Document, fact.Place is { } place ? $"clause:{fact.Document}/{place}" : null);
        return TellAsync(unit, clause is null ? [whole, own] : [clause, whole, own], clause ?? own, $"公开了新的进展：{Short(fact.Task)}", fact.Address, stop);
    }

    /// <summary>Asks the owner of an address, in the unit that keeps the question.</summary>
    public static void Ask(UnitOfWork unit, Subscription subscription, NoticeRules rules) => Add(
        unit, subscription.Subject, subscription.ConfirmedAt is null ? $"请确认订阅：{Short(subscription.Name)}" : $"您已经订阅：{Short(subscription.Name)}", subscription.Address, "", subscription.Id, isUrgent: true, rules);

    private async Task TellAsync(UnitOfWork unit, IReadOnlyList<string> targets, string cause, string subject, string address, CancellationToken stop)
    {
        if (rules.Subscriptions is null || !await unit.Db<NoticesDb>().Subscriptions.AnyAsync(s => s.ConfirmedAt != null, stop)) return;
        var audience = Audience.Of(targets);
        if ((await Audience.FindAsync(unit.Db<NoticesDb>(), audience, stop)).Count == 0) return;
        Add(unit, cause, subject, address, audience, null, isUrgent: false, rules);
        unit.AfterCommit(signal.Wake);
    }

    private static void Add(UnitOfWork unit, string cause, string subject, string address, string audience, Guid? one, bool isUrgent, NoticeRules rules)
    {
        var id = Guid.CreateVersion7(unit.At);
        unit.Db<NoticesDb>().Watches.Add(new()
        {
            Id = id, Key = $"tell:{id:N}", Cause = cause[..Math.Min(cause.Length, LongestCause)], Kind = WatchKind.Tell, Subject = subject, Address = address, Since = unit.LegalAt, Units = "", Account = one, Audience = audience,
            IsUrgent = isUrgent, BegunAt = unit.LegalAt, NextAt = unit.LegalAt, Rules = rules.Hash,
        });
    }

    /// <summary>Places of a document and all that they are parts of: who follows a clause follows its paragraphs and what is numbered under it.</summary>
    private static IReadOnlyList<string> Clauses(string slug, IEnumerable<string> places)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
            for (var at = place; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))]) all.Add($"clause:{slug}/{at}");
        return [.. all];
    }

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
}
