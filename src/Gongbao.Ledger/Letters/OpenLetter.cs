using Gongbao.Contracts.Notices;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Letters;

/// <summary>A letter within a unit of work.</summary>
internal sealed class OpenLetter
{
    /// <summary>The declared ladder for the receipt of a letter.</summary>
    public const string ServiceLadder = "letter-service";

    /// <summary>The declared ladder for the reply.</summary>
    public const string ReplyLadder = "letter-reply";

    private readonly UnitOfWork _unit;

    private OpenLetter(UnitOfWork unit, StoredLetter letter) => (_unit, Letter) = (unit, letter);

    public StoredLetter Letter { get; }

    /// <summary>The legal day of the unit of work.</summary>
    public DateOnly Today => _unit.LegalAt.BeijingDate();

    /// <summary>The cause by which the notices know that a letter waits to be received.</summary>
    public static string ServiceCauseOf(Guid letter) => $"letter-served:{letter:N}";

    /// <summary>The cause by which the notices know that a letter waits for a reply.</summary>
    public static string ReplyCauseOf(Guid letter) => $"letter:{letter:N}";

    /// <summary>Takes a letter that somebody saw.</summary>
    /// <returns>Refusals: <c>ledger.no-such-letter</c>, <c>ledger.changed-meanwhile</c>.</returns>
    public static async Task<Result<OpenLetter>> TakeAsync(UnitOfWork unit, Seen seen, CancellationToken stop)
    {
        if (await unit.Db<LedgerDb>().Letters.FirstOrDefaultAsync(l => l.Id == seen.Id, stop) is not { } letter) return new Refusal("ledger.no-such-letter", "没有这份督办函；请回到督办函登记表重新选择。");
        if (letter.Revision != seen.Revision) return new Refusal("ledger.changed-meanwhile", "这份督办函刚刚有别人办理过，本次没有作任何改动；请刷新页面，看过新的内容再办。");
        return new OpenLetter(unit, letter);
    }

    /// <summary>A letter that was told of in the inbox; null where there is none.</summary>
    public static async Task<OpenLetter?> FindAsync(UnitOfWork unit, Guid id, CancellationToken stop) =>
        await unit.Db<LedgerDb>().Letters.FirstOrDefaultAsync(l => l.Id == id, stop) is { } letter ? new(unit, letter) : null;

    /// <summary>A letter that comes into being in this unit.</summary>
    public static OpenLetter Begin(UnitOfWork unit, StoredLetter letter, IEnumerable<StoredLetterItem> items)
    {
        unit.Db<LedgerDb>().Letters.Add(letter);
        unit.Db<LedgerDb>().LetterItems.AddRange(items);
        return new(unit, letter);
    }

    public void Add(LetterActKind kind, Func<StoredLetterAct, StoredLetterAct>? with = null)
    {
        var act = new StoredLetterAct { Id = Guid.CreateVersion7(), LetterId = Letter.Id, Number = ++Letter.Acts, Kind = kind, On = Today, At = _unit.LegalAt, By = _unit.Act.By.Value };
        _unit.Db<LedgerDb>().LetterActs.Add(with?.Invoke(act) ?? act);
    }

    /// <summary>Who wrote it: those who drafted or changed it.</summary>
    public Task<List<string>> WritersAsync(CancellationToken stop) => _unit.Db<LedgerDb>().LetterActs
        .Where(a => a.LetterId == Letter.Id && (a.Kind == LetterActKind.Drafted || a.Kind == LetterActKind.Edited)).Select(a => a.By).Distinct().ToListAsync(stop);

    /// <summary>Has the unit's people told of it until they say that it came, and until they reply.</summary>
    public void Send(string number)
    {
        var subject = Short(number + ChineseFormat.Cited(Letter.Title));
        _unit.Publish(new WatchBegun(ServiceCauseOf(Letter.Id), ServiceLadder, $"请签收{subject}", null, Address, null, _unit.LegalAt, [Letter.Unit], LedgerRules.ReportVerb));
        _unit.Publish(new WatchBegun(ReplyCauseOf(Letter.Id), ReplyLadder, subject, null, Address, Letter.ReplyBy, null, [Letter.Unit], LedgerRules.ReportVerb));
    }

    /// <summary>Nobody is told of its receipt any more.</summary>
    public void EndService(string why) => _unit.Publish(new WatchEnded(ServiceCauseOf(Letter.Id), why));

    /// <summary>Nobody is told of the reply any more.</summary>
    public void EndReply(string why) => _unit.Publish(new WatchEnded(ReplyCauseOf(Letter.Id), why));

    /// <summary>Tells the unit's people one thing.</summary>
    public void Tell(string subject, string text) => _unit.Publish(new Tell(ReplyCauseOf(Letter.Id), Short(subject), text, Address, null, [Letter.Unit], LedgerRules.ReportVerb, null, false));

    private string Address => $"/ledger/letters/{Letter.Id:D}";

    private static string Short(string words) => words.Length > 150 ? words[..150] + "……" : words;
}
