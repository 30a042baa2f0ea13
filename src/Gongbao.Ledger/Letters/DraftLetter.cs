using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Letters;

/// <summary>Drafts supervision letters (起草督办函) from what is late, and changes drafts.</summary>
internal sealed class DraftLetter(Writer writer, IServiceProvider services)
{
    /// <summary>The longest title.</summary>
    public const int MostTitle = 200;

    /// <summary>The longest text.</summary>
    public const int MostBody = 6000;

    /// <param name="unit">Directory id of the unit that it is to be sent to.</param>
    /// <param name="shares">Ids of shares of the unit that are late.</param>
    /// <param name="by">Who drafts.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <param name="known">How many drafts to the unit whoever drafts saw; null where nobody looked.</param>
    /// <returns>
    /// The letter's id; its text is written from the declared template. Refusals: <c>ledger.not-declared</c>, <c>ledger.letters-not-declared</c>, <c>ledger.no-such-unit</c>,
    /// <c>ledger.nothing</c>, <c>ledger.too-many</c>, <c>ledger.not-late</c> (one of them is not late, or not any more),
    /// <c>ledger.changed-meanwhile</c> (somebody else drafted one since).
    /// </returns>
    public async Task<Result<Guid>> HandleAsync(string unit, IReadOnlyList<Guid> shares, Actor by, CancellationToken stop, int? known = null)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        var today = services.GetRequiredService<CityClock>().Today;
        if (LetterRules.Of(declared.City, today).IsRefused(out refusal, out var rules)) return refusal;
        if (declared.City.Directory.Find(unit) is not { } addressee) return new Refusal("ledger.no-such-unit", "机构名录里没有这家单位；请从单位页面起草。");
        var wanted = shares.Distinct().ToList();
        if (wanted.Count == 0) return new Refusal("ledger.nothing", "没有选中任何一项；请勾选要督办的任务。");
        if (wanted.Count > LateShares.Most) return new Refusal("ledger.too-many", $"一份督办函最多列 {LateShares.Most} 项；请分几份。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, LedgerRules.ManageVerb, $"unit:{unit}"), async (work, inner) =>
        {
            var late = await LateShares.OfAsync(work.Db<LedgerDb>(), unit, work.LegalAt.BeijingDate(), inner);
            var items = late.Where(l => wanted.Contains(l.Share)).ToList();
            if (items.Count < wanted.Count) return new Refusal("ledger.not-late", "选中的任务里有的已经不逾期，或者刚刚报告过；请刷新页面再选。");
            if (known is not null && await work.Db<LedgerDb>().Letters.CountAsync(l => l.Unit == unit && l.SignedOn == null && l.WithdrawnOn == null, inner) != known)
                return new Refusal("ledger.changed-meanwhile", "刚刚有别人给这家单位起草过督办函，本次没有起草；请先看那份草稿，确需另发的再起草。");
            var on = work.LegalAt.BeijingDate();
            var replyBy = rules.ReplyBy(on, declared.City.Calendar);
            var (title, body) = rules.Write(addressee.FullName, items, [.. items.Select(i => i.Document).Distinct()], on, replyBy);
            var letter = new StoredLetter
            {
                Id = Guid.CreateVersion7(), Unit = unit, Addressee = addressee.FullName, Issuer = rules.Issuer, Title = title, Body = body, ReplyBy = replyBy, DraftedOn = on,
            };
            OpenLetter.Begin(work, letter, items.Select((i, at) => new StoredLetterItem
            {
                Id = Guid.CreateVersion7(), LetterId = letter.Id, Ordinal = at + 1, ObligationId = i.Obligation, AssignmentId = i.Share, Task = i.Task, Basis = i.Basis, Clause = i.Clause, Limit = i.Limit, DueOn = i.DueOn,
                DaysLate = i.DaysLate, IsReport = i.IsReport,
            })).Add(LetterActKind.Drafted);
            work.Record(work.Act with { Subject = $"letter:{letter.Id:N}" });
            return letter.Id;
        }, stop);
    }

    /// <summary>Changes a draft.</summary>
    /// <param name="seen">The letter, as it was seen.</param>
    /// <param name="title">The title without the issuer.</param>
    /// <param name="body">The text, a paragraph a line.</param>
    /// <param name="replyBy">The last day for the reply.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>
    /// The letter's id. Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.letter-signed</c>, <c>ledger.letter-withdrawn</c>, <c>ledger.bad-title</c>, <c>ledger.bad-body</c>,
    /// <c>ledger.bad-day</c>.
    /// </returns>
    public async Task<Result<Guid>> EditAsync(Seen? seen, string? title, string? body, DateOnly? replyBy, Actor by, CancellationToken stop) => await LetterUnit.DoAsync(writer, seen, LedgerRules.ManageVerb, by, (open, _, _) =>
    {
        if (LetterUnit.AgainstDraft(open.Letter) is { } no) return Task.FromResult<Refusal?>(no);
        var words = title?.Trim() ?? "";
        if (words.Length is 0 or > MostTitle || words.AsSpan().ContainsAny('\r', '\n')) return Task.FromResult<Refusal?>(new("ledger.bad-title", $"请填写标题，一行，不超过 {MostTitle} 字。"));
        var paragraphs = (body ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join('\n', paragraphs);
        if (text.Length is 0 or > MostBody) return Task.FromResult<Refusal?>(new("ledger.bad-body", $"请填写正文，每段一行，不超过 {MostBody} 字；现在有 {text.Length} 字。"));
        if (replyBy is not { } day || day < open.Today) return Task.FromResult<Refusal?>(new("ledger.bad-day", "请填写回复的最后一天，不能早于今天。"));
        // A text that names the former day for the reply, and not the new one, follows it.
        var (former, wanted) = (ChineseFormat.Date(open.Letter.ReplyBy), ChineseFormat.Date(day));
        if (!text.Contains(wanted, StringComparison.Ordinal)) text = text.Replace(former, wanted, StringComparison.Ordinal);
        (open.Letter.Title, open.Letter.Body, open.Letter.ReplyBy) = (words, text, day);
        open.Add(LetterActKind.Edited);
        return Task.FromResult<Refusal?>(null);
    }, stop);
}

/// <summary>How every use case acts on one letter: as it was seen, in one unit of work.</summary>
internal static class LetterUnit
{
    public static async Task<Result<Guid>> DoAsync(Writer writer, Seen? seen, string verb, Actor by, Func<OpenLetter, UnitOfWork, CancellationToken, Task<Refusal?>> act, CancellationToken stop)
    {
        if (seen is not { } known) return new Refusal("ledger.no-such-letter", "没有认出要办理哪一份督办函；请从督办函页面上办理。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, verb, $"letter:{known.Id:N}"), async (unit, inner) =>
        {
            if ((await OpenLetter.TakeAsync(unit, known, inner)).IsRefused(out var against, out var open)) return against;
            return await act(open, unit, inner) is { } no ? no : known.Id;
        }, stop);
    }

    /// <summary>Why something can be done to a draft only; null where it is one.</summary>
    public static Refusal? AgainstDraft(StoredLetter letter) => letter switch
    {
        { WithdrawnOn: not null } => new("ledger.letter-withdrawn", "这份督办函已经撤回，不能再办理。"),
        { SignedOn: not null } => new("ledger.letter-signed", "这份督办函已经签发，内容不能再改；有错的，请撤回并说明理由，另行起草。"),
        _ => null,
    };

    /// <summary>Why something can be done to a letter only that was sent; null where it was.</summary>
    public static Refusal? AgainstSent(StoredLetter letter) => letter switch
    {
        { WithdrawnOn: not null } => new("ledger.letter-withdrawn", "这份督办函已经撤回，不需要再办理。"),
        { SignedOn: null } => new("ledger.letter-not-signed", "这份督办函还没有签发；签发以后才送达和回复。"),
        _ => null,
    };
}
