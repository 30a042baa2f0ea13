using Gongbao.Contracts.Gazette;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Directory;
using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Ledger.States;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Work;

/// <summary>A typed obligation that may be entered: its words are read, what orders it is found.</summary>
/// <param name="Typed">As it was typed, without white space around the words.</param>
/// <param name="Named">The units that its words name, and what they leave open.</param>
/// <param name="Limit">The limit in words that tell the year; null where none is set.</param>
/// <param name="Place">The place in the document as an address has it; null where none is named.</param>
/// <param name="PlaceName">How a citation names the place; null where none is named.</param>
/// <param name="Since">The first day on which it is owed.</param>
internal sealed record ReadEntry(EnteredObligation Typed, NamedUnits Named, string? Limit, string? Place, string? PlaceName, DateOnly Since);

/// <summary>
/// Enters obligations that no document proposed (手工录入任务): typed ones, lines of a sheet, resolutions of a meeting. They have the same shares, limits and questions as accepted ones.
/// </summary>
internal sealed class EnterObligation(Writer writer, IServiceProvider services)
{
    private const int MostWords = 1000;
    private const int MostLimit = 60;

    /// <summary>Reads entries without keeping anything: what <see cref="HandleAsync"/> would say of each.</summary>
    /// <param name="document">The part of the address of the programme's document.</param>
    /// <param name="entries">As typed.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>
    /// One answer an entry, in order. Refusals of the whole: <c>ledger.not-declared</c>, <c>ledger.no-such-document</c>; of an entry: <c>ledger.no-text</c>, <c>ledger.long-text</c>,
    /// <c>ledger.long-words</c>, <c>ledger.bad-day</c>, <c>ledger.no-such-place</c>, and those of <see cref="ILegalBasis"/> where the document orders it.
    /// </returns>
    public async Task<Result<IReadOnlyList<Result<ReadEntry>>>> ReadAsync(string document, IReadOnlyList<EnteredObligation> entries, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (await DocumentAsync(document, stop) is not var (known, _, isByHand)) return NoDocument;
        await using var scope = services.CreateAsyncScope();
        var (basis, today) = (scope.ServiceProvider.GetRequiredService<ILegalBasis>(), scope.ServiceProvider.GetRequiredService<CityClock>().Today);
        var read = new List<Result<ReadEntry>>();
        var places = new Dictionary<string, Result<LegalBasis?>>(StringComparer.Ordinal);
        foreach (var typed in entries.Select(Trimmed))
        {
            var place = typed.Place ?? "";
            if (!places.TryGetValue(place, out var found)) places[place] = found = isByHand ? (LegalBasis?)null : await FindAsync(known.Slug, place, basis, today, stop);
            read.Add(Read(typed, known, found, isByHand, declared.City, today));
        }
        return read;
    }

    /// <param name="document">The part of the address of the programme's document; the programme is opened where it is not yet.</param>
    /// <param name="entries">What is entered, all or nothing.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>The ids of the obligations, in order. Refusals: <c>ledger.nothing</c> and those of <see cref="ReadAsync"/>, of several entries each with its number.</returns>
    public Task<Result<IReadOnlyList<Guid>>> HandleAsync(string document, IReadOnlyList<EnteredObligation> entries, Actor by, CancellationToken stop) => entries.Count == 0
        ? Task.FromResult<Result<IReadOnlyList<Guid>>>(new Refusal("ledger.nothing", "没有要录入的任务；请至少填写一项。"))
        : HandleAsync(document, entries, (_, open, _) => Task.FromResult<Result<IReadOnlyList<Guid>>>(open.Select(o => o.Obligation.Id).ToList()), by, stop);

    /// <summary>As the other, and does in the same unit what belongs to it.</summary>
    /// <param name="document">The part of the address of the programme's document.</param>
    /// <param name="entries">What is entered.</param>
    /// <param name="and">What is done with them; what it refuses undoes all.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="stop">Gives up before the act.</param>
    public async Task<Result<T>> HandleAsync<T>(
        string document, IReadOnlyList<EnteredObligation> entries, Func<UnitOfWork, IReadOnlyList<OpenObligation>, CancellationToken, Task<Result<T>>> and, Actor by, CancellationToken stop)
    {
        if (LedgerRules.InForce(services).IsRefused(out var refusal, out var declared)) return refusal;
        if (await DocumentAsync(document, stop) is not var (known, proposed, _)) return NoDocument;
        if ((await ReadAsync(document, entries, stop)).IsRefused(out refusal, out var read)) return refusal;
        var against = read.SelectMany((r, i) => r.Refusals.Select(no => entries.Count == 1 ? no : no with { Reason = $"第 {i + 1} 项：{no.Reason}" })).ToList();
        if (against.Count > 0) return Result<T>.Refused(against);
        return await writer.DoAsync(new Act(by.ActorId, LedgerRules.ManageVerb, $"programme:{known.Slug}"), async (unit, inner) =>
        {
            var db = unit.Db<LedgerDb>();
            // Who enters into the same programme at the same time waits for this unit, and is given the next numbers.
            await db.Database.ExecuteSqlAsync($"update ledger_programme set opened_on = opened_on where slug = {known.Slug}", inner);
            var programme = await TakeIn.ProgrammeAsync(unit, known, inner);
            // Behind what the document proposes, whether it is accepted already or not.
            var last = Math.Max(proposed, await db.Obligations.Where(o => o.ProgrammeId == programme.Id).MaxAsync(o => (int?)o.Ordinal, inner) ?? 0);
            var open = new List<OpenObligation>();
            foreach (var one in read)
                if (!one.IsRefused(out _, out var entry)) open.Add(Enter(unit, programme, ++last, entry, declared.Rules, declared.City));
            TakeIn.Tell(unit, open);
            return await and(unit, open, inner);
        }, stop);
    }

    private static Refusal NoDocument { get; } = new("ledger.no-such-document", "文库里没有这份文件，台账里也没有它的任务；请从文件目录或者台账里选择。");

    private static OpenObligation Enter(UnitOfWork unit, StoredProgramme programme, int ordinal, ReadEntry entry, LedgerRules rules, CityDeclarations city)
    {
        var typed = entry.Typed;
        var obligation = new StoredObligation
        {
            Id = Guid.CreateVersion7(), ProgrammeId = programme.Id, Ordinal = ordinal, Proposal = null, Place = entry.Place, PlaceName = entry.PlaceName, Measure = typed.Measure, Group = typed.Group,
            Task = typed.Task!, Output = typed.Output, Units = Printed(typed), Limit = entry.Limit, OwedSince = entry.Since,
        };
        var open = TakeIn.Add(unit, obligation, programme, entry.Named, rules, city, a => a with { Source = typed.Source });
        if (typed.Evidence is { } wanted) open.Add(ActKind.EvidenceWanted, null, rules, city, a => a with { Text = wanted });
        return open;
    }

    private static Result<ReadEntry> Read(EnteredObligation typed, OrderingDocument document, Result<LegalBasis?> found, bool isByHand, CityDeclarations city, DateOnly today)
    {
        if (WrittenText.Of(typed.Task, "任务").IsRefused(out var refusal, out _)) return refusal;
        foreach (var (words, what) in ((string?, string)[])[(typed.Lead, "牵头单位"), (typed.Units, "责任单位"), (typed.Supporting, "配合单位"), (typed.Output, "成果形式"), (typed.Measure, "所属措施"), (typed.Group, "类别"), (typed.Source, "依据")])
            if (words?.Length > MostWords) return new Refusal("ledger.long-words", $"{what}最多 {MostWords} 字，现在有 {words.Length} 字；请精简。");
        if (typed.Evidence is { } wanted && WrittenText.Of(wanted, "证明材料要求").IsRefused(out refusal, out _)) return refusal;
        if (typed.Limit?.Length > MostLimit) return new Refusal("ledger.long-words", $"完成时限最多 {MostLimit} 字；请写成“2023年6月30日前”“每半年”“长期坚持”这样的形式。");
        if (typed.Since > today) return new Refusal("ledger.bad-day", "开始负责的日期不能晚于今天；请改正日期。");
        LegalBasis? place = null;
        if ((typed.Place is not null || typed.Source is null) && found.IsRefused(out refusal, out place)) return refusal;
        var since = typed.Since ?? (typed.Source is null ? document.SignedOn : null) ?? today;
        if (Named(typed, city, since).IsRefused(out refusal, out var named)) return refusal;
        // A document that is not in the library has no addresses: its places are words.
        var at = !isByHand && typed.Place is not null && ClausePath.TryParse(typed.Place, out var path) ? path : null;
        return new ReadEntry(typed, named, WithYear(typed.Limit, document.SignedOn?.Year, since.Year), at?.Slug, isByHand ? typed.Place : at is null ? null : place?.Place ?? typed.Place, since);
    }

    /// <summary>The units as a table would print them; null where none are named.</summary>
    public static string? Printed(EnteredObligation typed) => typed.Kept is { } kept ? kept.Printed : NamedUnits.Printed(Lines(typed));

    private static Result<NamedUnits> Named(EnteredObligation typed, CityDeclarations city, DateOnly on)
    {
        if (typed.Kept is not { } kept) return NamedUnits.Of(Lines(typed), city.Directory, on);
        var printed = NamedUnits.Of(kept.Printed is { } words ? [(words, DutyRole.Responsible)] : [], city.Directory, on);
        var shares = new List<NamedUnit>();
        foreach (var (name, role) in kept.Shares)
        {
            if (city.Directory.Named(name, on) is not { } unit) return new Refusal("ledger.no-such-unit", $"机构名录里没有“{(name.Length > 40 ? name[..40] + "……" : name)}”；请填写规范全称。");
            shares.Add(printed.Shares.FirstOrDefault(s => s.Unit.Id == unit.Id) is { } known ? known with { Role = role } : new(unit, role, name, false));
        }
        return new NamedUnits(shares, [.. printed.Doubts.Where(d => kept.Questions.Contains(d.Why))]);
    }

    /// <summary>A limit without a year means the year in which it was set: where the document is of another, the year is written in front.</summary>
    private static string? WithYear(string? words, int? documentYear, int year)
    {
        if (words is null || year == documentYear || TimeLimit.Parse(words, null) is not null || TimeLimit.Parse(words, year)?.Date is not { } date) return words;
        return TimeLimit.Parse($"{year}年{words}", null)?.Date == date ? $"{year}年{words}" : words;
    }

    /// <summary>Leading, responsible and supporting units, each as typed.</summary>
    public static List<(string Words, DutyRole Role)> Lines(EnteredObligation typed) =>
    [
        .. new (string? Words, DutyRole Role)[] { (typed.Lead, DutyRole.Lead), (typed.Units, DutyRole.Responsible), (typed.Supporting, DutyRole.Supporting) }
            .Where(l => l.Words is not null).Select(l => (l.Words!, l.Role)),
    ];

    private static EnteredObligation Trimmed(EnteredObligation e) => e with
    {
        Task = Words(e.Task), Measure = Words(e.Measure), Group = Words(e.Group), Lead = Words(e.Lead), Units = Words(e.Units), Supporting = Words(e.Supporting), Limit = Words(e.Limit), Output = Words(e.Output),
        Place = Words(e.Place), Source = Words(e.Source), Evidence = Words(e.Evidence),
    };

    private static string? Words(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>Whether the place may be cited as a basis today; null where the document has no address by which it could be asked.</summary>
    private static async Task<Result<LegalBasis?>> FindAsync(string slug, string place, ILegalBasis basis, DateOnly today, CancellationToken stop)
    {
        if (!ClauseRef.TryParseSlug(slug, out var document))
            return place.Length == 0 ? (LegalBasis?)null : new Refusal("ledger.no-such-place", "这份文件没有可以引用的条款地址；请把出处写在“依据”里。");
        if (!ClausePath.TryParse(place, out var path))
            return new Refusal("ledger.no-such-place", $"“{(place.Length > 30 ? place[..30] + "……" : place)}”不是条款；请写成“三（十）”“附件1 第3行”的样子。");
        return (await basis.FindAsync(new(document.Document, path), today, stop)).IsRefused(out var refusal, out var found) ? refusal : found;
    }

    /// <summary>The document of a programme, from the library or, where the library shows it no longer, from the ledger; with how many obligations it proposes, and whether it is not of the library at all.</summary>
    private async Task<(OrderingDocument Document, int Proposed, bool IsByHand)?> DocumentAsync(string document, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IProposedObligations>().OfAsync(document, stop) is { } work) return (work.Document, work.Obligations.Count, false);
        return await scope.ServiceProvider.GetRequiredService<LedgerDb>().Programmes.FirstOrDefaultAsync(p => p.Slug == document, stop) is { } kept
            ? (new(kept.Slug, kept.Title, kept.Number, kept.SignedOn, 0), 0, kept.Source is not null) : null;
    }
}
