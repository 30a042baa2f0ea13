using System.Globalization;
using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Ledger.Work;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Letters;

/// <summary>Signs letters off (签发), gives drafts back, withdraws what is wrong. Number, sign-off and sending are one unit of work: none is ever there without the others.</summary>
internal sealed class SignLetter(Writer writer, IServiceProvider services)
{
    /// <summary>Signs a draft off: it is given the next number of the year, and its unit is told.</summary>
    /// <returns>
    /// The letter's id. Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.letter-signed</c>, <c>ledger.letter-withdrawn</c>, <c>ledger.own-letter</c> (whoever wrote or
    /// changed it does not sign it), <c>ledger.bad-day</c> (the day for the reply is past), <c>ledger.not-declared</c>, <c>ledger.letters-not-declared</c>.
    /// </returns>
    public async Task<Result<Guid>> HandleAsync(Seen? seen, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        return await LetterUnit.DoAsync(writer, seen, LetterRules.SignVerb, by, async (open, unit, inner) =>
        {
            if (LetterUnit.AgainstDraft(open.Letter) is { } no) return no;
            if (LetterRules.Of(declared.City, open.Today).IsRefused(out var undeclared, out var rules)) return undeclared;
            if ((await open.WritersAsync(inner)).Contains(by.ActorId.Value)) return new("ledger.own-letter", "这份督办函是您起草或者修改的，要由别的人签发。");
            if (open.Letter.ReplyBy < open.Today) return new("ledger.bad-day", "回复的最后一天已经过去；请退回修改，另定日期。");
            var letter = open.Letter;
            (letter.Code, letter.Year, letter.SignedOn) = (rules.Code, open.Today.Year, open.Today);
            letter.Number = await NextAsync(unit, rules.Code, open.Today.Year, inner);
            open.Add(LetterActKind.Signed);
            open.Send(LetterRules.NumberOf(letter.Code, letter.Year.Value, letter.Number.Value));
            return null;
        }, stop);
    }

    /// <summary>Gives a draft back to those who wrote it (退回修改).</summary>
    /// <returns>The letter's id. Refusals: as of signing, and <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public Task<Result<Guid>> GiveBackAsync(Seen? seen, string? reason, Actor by, CancellationToken stop) => LetterUnit.DoAsync(writer, seen, LetterRules.SignVerb, by, (open, _, _) =>
    {
        if (LetterUnit.AgainstDraft(open.Letter) is { } no) return Task.FromResult<Refusal?>(no);
        if (WrittenText.Of(reason, "退回修改的理由").IsRefused(out var refusal, out var text)) return Task.FromResult<Refusal?>(refusal);
        open.Add(LetterActKind.GivenBack, a => a with { Text = text });
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>Withdraws a letter (撤回): it stays in the register with its number, and shows so. A draft by those who manage the ledger, one that was sent by those who sign.</summary>
    /// <returns>The letter's id. Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>, <c>ledger.letter-withdrawn</c>, <c>ledger.not-allowed</c>, <c>ledger.no-text</c>, <c>ledger.long-text</c>.</returns>
    public Task<Result<Guid>> WithdrawAsync(Seen? seen, string? reason, Actor by, CancellationToken stop) => LetterUnit.DoAsync(writer, seen, by.May(LetterRules.SignVerb) ? LetterRules.SignVerb : LedgerRules.ManageVerb, by, (open, _, _) =>
    {
        var letter = open.Letter;
        if (letter.WithdrawnOn is not null) return Task.FromResult<Refusal?>(LetterUnit.AgainstDraft(letter));
        if (letter.SignedOn is not null && !by.May(LetterRules.SignVerb)) return Task.FromResult<Refusal?>(new("ledger.not-allowed", "已经签发的督办函由签发人撤回；请由有签发权限的人员办理。"));
        if (WrittenText.Of(reason, "撤回的理由").IsRefused(out var refusal, out var text)) return Task.FromResult<Refusal?>(refusal);
        letter.WithdrawnOn = open.Today;
        open.Add(LetterActKind.Withdrawn, a => a with { Text = text });
        if (letter is not { Number: { } number, Year: { } year, Code: { } code }) return Task.FromResult<Refusal?>(null);
        open.EndService("督办函已经撤回。");
        open.EndReply("督办函已经撤回。");
        open.Tell($"{LetterRules.NumberOf(code, year, number)}已撤回，不需要回复", text);
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>
    /// The next number of a series. Whoever signs at the same time, in this process or another, waits on the row until this unit is committed or undone: a number is
    /// given only together with its letter, so that none is left out and none given twice.
    /// </summary>
    private static async Task<int> NextAsync(UnitOfWork unit, string code, int year, CancellationToken stop) => (await unit.Db<LedgerDb>().Database.SqlQueryRaw<int>(
        string.Create(CultureInfo.InvariantCulture, $"insert into {LetterTables.Series} (code, year, last) values ({{0}}, {{1}}, 1) on conflict (code, year) do update set last = {LetterTables.Series}.last + 1 returning last as \"Value\""),
        code, year).ToListAsync(stop)).Single();
}
