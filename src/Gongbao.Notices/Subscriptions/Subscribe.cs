using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Results;
using Gongbao.Notices.Ladders;
using Gongbao.Notices.Storage;
using Gongbao.Notices.Telling;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Notices.Subscriptions;

/// <summary>
/// Follows something by mail, and ends it (订阅、确认、退订). Whoever asks is told the same whether the address follows it already or not; only mail
/// to the address says so. At its owner's word, and when a question stays without answer for the declared days, the address is destroyed.
/// </summary>
internal sealed class Subscribe(NoticesDb notices, Writer writer, SubscriptionLinks links, NoticeRules rules, BlindIndex blind, LadderSignal ladder, IEnumerable<IFollowed> library)
{
    private const string AskVerb = "notices.subscribe";
    private const string ConfirmVerb = "notices.confirm-subscription";
    private const string EndVerb = "notices.end-subscription";
    public const string ForgetVerb = "notices.forget-subscriptions";
    private const int AtOnce = 200;

    private static readonly ActorId Public = ActorId.System("subscriptions");

    private static readonly Refusal NotOffered = new("subscriptions.not-offered", "本站还没有开通邮件订阅；可以用阅读器订阅“开放数据”页上的 Atom 地址。");
    private static readonly Refusal NoSuchThing = new("subscriptions.no-such-thing", "库内没有要订阅的内容；请回到文件、条款、主题或者单位的页面重新选“邮件订阅”。");
    private static readonly Refusal EmailWrong = new("subscriptions.email-wrong", "电子邮箱不对，应像 name@example.cn 这样，只填一个，不超过 200 个字符；请核对后重填。");
    private static readonly Refusal LinkWrong = new("subscriptions.link-wrong", "这个链接不对或者已经过期；要订阅的，请回到文件、条款、主题或者单位的页面再填一次邮箱。");

    /// <summary>What would be followed.</summary>
    /// <returns>Refusals: <c>subscriptions.not-offered</c>, <c>subscriptions.no-such-thing</c>.</returns>
    public async Task<Result<FollowedThing>> FindAsync(string? target, CancellationToken stop)
    {
        if (rules.Subscriptions is null) return NotOffered;
        foreach (var gazette in library)
            if (target is { Length: > 0 and <= 300 } && await gazette.FindAsync(target, stop) is { } thing) return thing;
        return NoSuchThing;
    }

    /// <summary>Asks the owner of an address whether it shall follow something. Asked again too soon, or too often for the whole site, nothing more is sent, and the answer is the same.</summary>
    /// <returns>Refusals: those of <see cref="FindAsync"/>, <c>subscriptions.email-wrong</c>.</returns>
    public async Task<Result<FollowedThing>> AskAsync(string? target, string? email, CancellationToken stop)
    {
        if ((await FindAsync(target, stop)).IsRefused(out var refusal, out var thing)) return refusal;
        var (to, limits) = (email?.Trim() ?? "", rules.Subscriptions!);
        if (!SealedAddresses.IsEmail(to)) return EmailWrong;
        var mark = blind.Of(Subscription.EmailField, to);
        var asked = await writer.DoAsync<bool>(new(Public, AskVerb, "subscriptions:asked"), async (unit, inner) =>
        {
            Turn.Take(unit);
            var db = unit.Db<NoticesDb>();
            var (hour, again) = (unit.At.AddHours(-1), unit.At.AddMinutes(-limits.AgainMinutes));
            var found = await db.Subscriptions.FirstOrDefaultAsync(s => s.EmailMark == mark && s.Target == thing.Target, inner);
            if (found?.AskedAt > again || await db.Subscriptions.CountAsync(s => s.AskedAt > hour, inner) >= limits.AsksPerHour) return true;
            if (found is null)
            {
                var id = Guid.CreateVersion7(unit.At);
                var token = await unit.Get<Sealer>().SealAsync(unit, Subscription.SubjectOf(id), Subscription.EmailField.In(id), to, inner);
                db.Subscriptions.Add(found = new() { Id = id, Target = thing.Target, Name = thing.Name, Address = thing.Address, SealedEmail = token, EmailMark = mark, AskedAt = unit.At });
            }
            found.AskedAt = unit.At;
            KeepFollowers.Ask(unit, found, rules);
            unit.AfterCommit(ladder.Wake);
            return true;
        }, stop);
        return asked.IsRefused(out refusal, out _) ? refusal : thing;
    }

    /// <summary>What a link is about, as people call it.</summary>
    /// <returns>Null for a link that nobody here made, whose time is over, or whose subscription was ended.</returns>
    public async Task<string?> NameOfAsync(string token, bool isToEnd, CancellationToken stop) =>
        (isToEnd ? links.ReadEnd(token) : links.ReadConfirm(token)) is { } id ? await notices.Subscriptions.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(stop) : null;

    /// <summary>The owner of the address says yes.</summary>
    /// <returns>What is followed from now on. Refusals: <c>subscriptions.link-wrong</c>.</returns>
    public async Task<Result<string>> ConfirmAsync(string token, CancellationToken stop)
    {
        if (links.ReadConfirm(token) is not { } id) return LinkWrong;
        return await writer.DoAsync<string>(new(Public, ConfirmVerb, Subscription.SubjectOf(id)), async (unit, inner) =>
        {
            if (await unit.Db<NoticesDb>().Subscriptions.FirstOrDefaultAsync(s => s.Id == id, inner) is not { } found) return LinkWrong;
            found.ConfirmedAt ??= unit.At;
            return found.Name;
        }, stop);
    }

    /// <summary>The owner of the address wants no more: the address is destroyed. Said again it does nothing.</summary>
    /// <returns>Refusals: <c>subscriptions.link-wrong</c>.</returns>
    public async Task<Result<bool>> EndAsync(string token, CancellationToken stop)
    {
        if (links.ReadEnd(token) is not { } id) return LinkWrong;
        return await writer.DoAsync<bool>(new(Public, EndVerb, Subscription.SubjectOf(id)), async (unit, inner) =>
        {
            var db = unit.Db<NoticesDb>();
            if (await db.Subscriptions.FirstOrDefaultAsync(s => s.Id == id, inner) is { } found) await ForgetAsync(unit, found, inner);
            return true;
        }, stop);
    }

    /// <summary>Questions that stayed without answer for the declared days.</summary>
    public static IQueryable<Subscription> Unanswered(NoticesDb db, NoticeRules rules, DateTimeOffset now)
    {
        var before = now.AddDays(-(rules.Subscriptions?.ConfirmDays ?? 0));
        return db.Subscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt < before);
    }

    /// <summary>Forgets them, inside a unit.</summary>
    public static async Task<int> ForgetUnansweredAsync(UnitOfWork unit, NoticeRules rules, CancellationToken stop)
    {
        var over = await Unanswered(unit.Db<NoticesDb>(), rules, unit.At).Take(AtOnce).ToListAsync(stop);
        foreach (var subscription in over) await ForgetAsync(unit, subscription, stop);
        return over.Count;
    }

    private static async Task ForgetAsync(UnitOfWork unit, Subscription subscription, CancellationToken stop)
    {
        unit.Db<NoticesDb>().Subscriptions.Remove(subscription);
        await SealedAddresses.ForgetAsync(unit, subscription.Subject, stop);
    }
}
