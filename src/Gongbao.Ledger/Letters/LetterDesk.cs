using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Web.Deciding;
using Gongbao.Web.Formats;
using Gongbao.Web.Listing;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Ledger.Letters;

/// <summary>A letter in the register.</summary>
internal sealed record LetterLine(StoredLetter Letter, LetterState State, int Items)
{
    /// <summary>Null until it is signed off.</summary>
    public string? Number => LetterDesk.NumberOf(Letter);
}

/// <summary>A letter with all that was done about it.</summary>
internal sealed record LetterView(StoredLetter Letter, LetterState State, IReadOnlyList<StoredLetterItem> Items, IReadOnlyList<StoredLetterAct> Acts, IReadOnlyDictionary<string, string> Names)
{
    public Seen Seen => new(Letter.Id, Letter.Revision);

    /// <summary>Null until it is signed off.</summary>
    public string? Number => LetterDesk.NumberOf(Letter);

    /// <summary>The text, a paragraph each.</summary>
    public IReadOnlyList<string> Paragraphs => Letter.Body.Split('\n');
}

/// <summary>Which letters of the register are asked for.</summary>
/// <param name="State">Null for all.</param>
/// <param name="Unit">Directory id; null for all.</param>
/// <param name="Year">The year of the draft; null for all.</param>
internal sealed record LetterFilter(LetterState? State, string? Unit, int? Year);

/// <summary>A page of the register, with the place of its last letter; null at the end.</summary>
internal sealed record LetterRegister(IReadOnlyList<LetterLine> Lines, int Total, int Page, int Pages, LetterPlace? Behind = null);

/// <summary>Place of a letter in the register: drafts before all, then the newest number first.</summary>
internal sealed record LetterPlace(int? Year, int? Number, Guid Id);

/// <summary>What pages and interface ask about letters.</summary>
internal sealed class LetterDesk(LedgerDb db, CityClock clock, IServiceProvider services)
{
    private const int PageSize = 50;

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));

    public static string? NumberOf(StoredLetter letter) => letter is { Code: { } code, Year: { } year, Number: { } number } ? LetterRules.NumberOf(code, year, number) : null;

    /// <summary>Whether somebody sees every letter: those who manage, verify or sign in the whole city, which a token for one unit does not.</summary>
    public static bool SeesAll(Actor? actor) => actor is not null && (actor.May(LedgerRules.ManageVerb, default) || actor.May(LetterRules.SignVerb, default) || actor.May(LedgerRules.VerifyVerb, default));

    /// <summary>Whether somebody sees a letter: of the others the unit's own people, once it is signed off.</summary>
    public static bool Sees(Actor? actor, StoredLetter letter) => SeesAll(actor) || letter.SignedOn is not null && IsOf(actor, letter.Unit);

    /// <summary>The register as somebody sees it, the newest number first, drafts before all.</summary>
    public async Task<LetterRegister> RegisterAsync(Actor by, LetterFilter filter, ListStart<LetterPlace> start, CancellationToken stop)
    {
        var wanted = Wanted(by, filter);
        var behind = start.After switch
        {
            null => wanted,
            { Number: { } number, Year: { } year, Id: var id } => wanted.Where(l => l.Number != null && (l.Year < year || l.Year == year && (l.Number < number || l.Number == number && l.Id < id))),
            { Id: var id } => wanted.Where(l => l.Number != null || l.Id < id),
        };
        var slice = await Ordered(behind).Select(l => new Counted(l, db.LetterItems.Count(i => i.LetterId == l.Id))).SliceAsync(start, await wanted.CountAsync(stop), PageSize, c => new LetterPlace(c.Letter.Year, c.Letter.Number, c.Letter.Id), stop);
        return new([.. slice.Rows.Select(Line)], slice.Total, slice.Page, slice.Pages, slice.Behind);
    }

    /// <summary>The whole register as somebody sees it (CSV), in the order of the series.</summary>
    public async Task<byte[]> CsvAsync(Actor by, LetterFilter filter, CancellationToken stop)
    {
        var lines = await LinesAsync(Ordered(Wanted(by, filter)), stop);
        return Csv.Table(
            ["编号", "标题", "主送单位", "督办项数", "状态", "起草日期", "签发日期", "送达日期", "回复期限", "回复日期", "撤回日期"],
            lines.Select(l => (IReadOnlyList<string?>)
            [
                l.Number, l.Letter.Title, l.Letter.Addressee, ChineseFormat.Number(l.Items), LetterWords.Of(l.State), Day(l.Letter.DraftedOn), Day(l.Letter.SignedOn), Day(l.Letter.ServedOn), Day(l.Letter.ReplyBy), Day(l.Letter.RepliedOn),
                Day(l.Letter.WithdrawnOn),
            ]));
    }

    /// <returns>Null where there is none that the actor sees.</returns>
    public async Task<LetterView?> LetterAsync(Guid id, Actor? by, Func<IEnumerable<string?>, Task<IReadOnlyDictionary<string, string>>> names, CancellationToken stop)
    {
        if (await db.Letters.FirstOrDefaultAsync(l => l.Id == id, stop) is not { } letter || !Sees(by, letter)) return null;
        var acts = await db.LetterActs.Where(a => a.LetterId == id).OrderBy(a => a.Number).ToListAsync(stop);
        return new(letter, LetterWords.StateOf(letter, clock.Today), await db.LetterItems.Where(i => i.LetterId == id).OrderBy(i => i.Ordinal).ToListAsync(stop), acts, await names(acts.Select(a => (string?)a.By)));
    }

    /// <summary>The letters about an obligation that somebody sees, in the order in which they were drafted.</summary>
    public async Task<IReadOnlyList<LetterLine>> OfObligationAsync(Guid obligation, Actor? by, CancellationToken stop) =>
        by is null ? [] : await LinesAsync(Visible(by).Where(l => db.LetterItems.Any(i => i.LetterId == l.Id && i.ObligationId == obligation)).OrderBy(l => l.Id), stop);

    /// <summary>The letters to a unit that somebody sees, the newest first.</summary>
    public async Task<IReadOnlyList<LetterLine>> OfUnitAsync(string unit, Actor? by, int most, CancellationToken stop) =>
        by is null ? [] : await LinesAsync(Visible(by).Where(l => l.Unit == unit).OrderByDescending(l => l.Id).Take(most), stop);

    /// <summary>The drafts to a unit that are not signed off, for those who draft, the newest first.</summary>
    public Task<IReadOnlyList<LetterLine>> DraftsAsync(string unit, CancellationToken stop) => LinesAsync(db.Letters.Where(l => l.Unit == unit && l.SignedOn == null && l.WithdrawnOn == null).OrderByDescending(l => l.Id), stop);

    /// <summary>The units to which there are letters that somebody sees, in the order of the directory.</summary>
    public async Task<IReadOnlyList<(string Unit, string Name)>> UnitsAsync(Actor by, CancellationToken stop)
    {
        var known = (await Visible(by).Select(l => l.Unit).Distinct().ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        return [.. (City?.Directory.Units ?? []).Where(u => known.Contains(u.Id)).Select(u => (u.Id, u.FullName))];
    }

    /// <summary>The shares of an obligation that are late, or whose report is, with the names of their units.</summary>
    public async Task<IReadOnlyList<(Guid Share, string Unit, string Name)>> LateOfAsync(Guid obligation, CancellationToken stop)
    {
        var today = clock.Today;
        var late = await db.Assignments.Where(a => a.ObligationId == obligation && (a.OwedOn < today || a.ReportBy < today)).OrderBy(a => a.Ordinal).Select(a => new { a.Id, a.Unit }).ToListAsync(stop);
        return [.. late.Select(a => (a.Id, a.Unit, City?.Directory.Find(a.Unit)?.FullName ?? a.Unit))];
    }

    /// <summary>What a unit is late with, the longest first.</summary>
    public Task<IReadOnlyList<LateShare>> LateAsync(string unit, CancellationToken stop) => LateShares.OfAsync(db, unit, clock.Today, stop);

    /// <summary>Units that are late with something, with how many shares, in the order of the directory.</summary>
    public async Task<IReadOnlyList<(string Unit, string Name, int Count)>> LateUnitsAsync(CancellationToken stop)
    {
        var today = clock.Today;
        var counts = await db.Assignments.Where(a => a.OwedOn < today || a.ReportBy < today).GroupBy(a => a.Unit).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. (City?.Directory.Units ?? []).Where(u => counts.ContainsKey(u.Id)).Select(u => (u.Id, u.FullName, counts[u.Id]))];
    }

    /// <summary>The letter as an official document.</summary>
    public static OfficialDocument Document(LetterView view) => new()
    {
        Issuer = view.Letter.Issuer, Number = view.Number, Title = view.Letter.Title, Addressee = view.Letter.Addressee, Paragraphs = view.Paragraphs, DatedOn = view.Letter.SignedOn,
        Note = view.State switch { LetterState.Draft => "草稿，未签发", LetterState.Withdrawn => $"已于{ChineseFormat.Date(view.Letter.WithdrawnOn)}撤回", _ => null },
        Annexes =
        [
            new("督办事项清单", ["序号", "任务", "依据", "完成时限", "到期日", "超过天数"], [.. view.Items.Select(i => (IReadOnlyList<string>)
            [
                ChineseFormat.Number(i.Ordinal), i.Task, i.Basis, i.Limit ?? "未标明", ChineseFormat.Date(i.DueOn) + (i.IsReport ? "（应报告进展）" : ""), ChineseFormat.Number(i.DaysLate),
            ])]),
        ],
    };

    private static bool IsOf(Actor? actor, string unit) => actor is not null && (actor.May(LedgerRules.ReportVerb, new AccessTarget(Unit: unit)) || actor.May(LedgerRules.HeadVerb, new AccessTarget(Unit: unit)));

    private static string? Day(DateOnly? day) => day is { } known ? ChineseFormat.Iso(known) : null;

    private static IQueryable<StoredLetter> Ordered(IQueryable<StoredLetter> letters) => letters.OrderBy(l => l.Number != null).ThenByDescending(l => l.Year).ThenByDescending(l => l.Number).ThenByDescending(l => l.Id);

    private IQueryable<StoredLetter> Visible(Actor by)
    {
        if (SeesAll(by)) return db.Letters;
        var units = City?.Directory.Units.Where(u => IsOf(by, u.Id)).Select(u => u.Id).ToList() ?? [];
        return db.Letters.Where(l => l.SignedOn != null && units.Contains(l.Unit));
    }

    private IQueryable<StoredLetter> Wanted(Actor by, LetterFilter filter)
    {
        var today = clock.Today;
        var letters = Visible(by);
        if (filter.Unit is { } unit) letters = letters.Where(l => l.Unit == unit);
        if (filter.Year is > 1900 and < 9999 and var year) letters = letters.Where(l => l.DraftedOn >= new DateOnly(year, 1, 1) && l.DraftedOn <= new DateOnly(year, 12, 31));
        return filter.State is not { } state ? letters : state switch
        {
            LetterState.Withdrawn => letters.Where(l => l.WithdrawnOn != null),
            LetterState.Replied => letters.Where(l => l.WithdrawnOn == null && l.RepliedOn != null),
            LetterState.Draft => letters.Where(l => l.WithdrawnOn == null && l.SignedOn == null),
            LetterState.Overdue => letters.Where(l => l.WithdrawnOn == null && l.RepliedOn == null && l.SignedOn != null && l.ReplyBy < today),
            LetterState.Served => letters.Where(l => l.WithdrawnOn == null && l.RepliedOn == null && l.SignedOn != null && l.ReplyBy >= today && l.ServedOn != null),
            LetterState.Sent => letters.Where(l => l.WithdrawnOn == null && l.RepliedOn == null && l.SignedOn != null && l.ReplyBy >= today && l.ServedOn == null),
        };
    }

    private async Task<IReadOnlyList<LetterLine>> LinesAsync(IQueryable<StoredLetter> letters, CancellationToken stop)
    {
        var found = await letters.Select(l => new Counted(l, db.LetterItems.Count(i => i.LetterId == l.Id))).ToListAsync(stop);
        return [.. found.Select(Line)];
    }

    private LetterLine Line(Counted of) => new(of.Letter, LetterWords.StateOf(of.Letter, clock.Today), of.Items);

    private sealed record Counted(StoredLetter Letter, int Items);
}
