using Gongbao.Gazette.Citations.Storage;
using Gongbao.Gazette.Library.Storage;
using Gongbao.Gazette.Search.Index;
using Gongbao.Gazette.Validity.Detection;
using Gongbao.Gazette.Validity.Storage;
using Gongbao.Kernel.Clauses;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access;
using Gongbao.Platform.Store;
using Gongbao.Web.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Gazette.Validity;

/// <summary>What a person puts in the place of what was read; for one claim at a time.</summary>
/// <param name="On">First day on which it holds; null keeps what was read.</param>
/// <param name="Until">Last day in force; null keeps what was read.</param>
/// <param name="Target">Slug of the document that it is about; null takes the one that its citation leads to.</param>
/// <param name="Reason">Why, in words; null where nothing is said.</param>
internal sealed record ClaimCorrection(DateOnly? On = null, DateOnly? Until = null, string? Target = null, string? Reason = null);

/// <summary>
/// Decides claims (确认效力): confirm, reject, or take a decision back; one or many, all or none. The states of the documents change in the
/// same unit, and with them search.
/// </summary>
internal sealed class DecideClaims(Writer writer)
{
    public const string Verb = "gazette.validity";
    private const int MostAtOnce = 500;

    /// <summary>Beyond these a day is mistyped.</summary>
    private const int EarliestYear = 1900, LatestYear = 2200;

    /// <param name="seen">What is decided, as it was seen.</param>
    /// <param name="verdict">Confirmed or rejected; open takes the last decision back.</param>
    /// <param name="correction">What holds instead of what was read; only with one claim.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="stop">Gives up before the unit begins.</param>
    /// <returns>
    /// How many were decided. Refusals: <c>validity.nothing</c>, <c>validity.too-many</c>, <c>validity.no-verdict</c>, <c>validity.no-claim</c>,
    /// <c>validity.by-clean-up</c>, <c>validity.decided-meanwhile</c>, <c>validity.not-decided</c>, <c>validity.no-target</c>, <c>validity.no-day</c>, <c>validity.no-such-document</c>, <c>validity.until-before-on</c>, <c>validity.bad-day</c>.
    /// </returns>
    public Task<Result<int>> HandleAsync(IReadOnlyList<Seen> seen, ClaimState verdict, ClaimCorrection? correction, Actor by, CancellationToken stop)
    {
        if (seen.Count == 0) return Refused(new("validity.nothing", "没有选中任何一项；请先勾选要确认的内容。"));
        if (seen.Count > MostAtOnce) return Refused(new("validity.too-many", $"一次最多确认 {MostAtOnce} 项，这次选了 {seen.Count} 项；请分批办理。"));
        if (verdict is ClaimState.Standing) return Refused(new("validity.no-verdict", "请选择确认、不成立或撤回。"));
        if (correction is not null && seen.Count > 1) return Refused(new("validity.too-many", "日期和文件只能逐项更正；请一次只选一项。"));
        if (new[] { correction?.On, correction?.Until }.OfType<DateOnly>().Any(d => d.Year is < EarliestYear or > LatestYear))
            return Refused(new("validity.bad-day", $"日期应当在 {EarliestYear} 年至 {LatestYear} 年之间；请核对。"));
        seen = [.. seen.Distinct()];
        var act = new Act(by.ActorId, Verb, seen.Count == 1 ? $"claim:{seen[0].Id:N}" : $"claims:{seen.Count}");
        return writer.DoAsync(act, (unit, inner) => DecideAsync(seen, verdict, correction ?? new(), by, unit, inner), stop);
    }

    private static async Task<Result<int>> DecideAsync(IReadOnlyList<Seen> seen, ClaimState verdict, ClaimCorrection correction, Actor by, UnitOfWork unit, CancellationToken stop)
    {
        var db = unit.Db<GazetteDb>();
        var ids = seen.Select(s => s.Id).ToList();
        var claims = await db.Claims.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var targets = await TargetsAsync(db, claims.Values, correction.Target, stop);
        if (correction.Target is not null && targets.Count == 0) return new Refusal("validity.no-such-document", $"库内没有地址为“{correction.Target}”的文件；请填写文件页面地址的最后一段或者发文字号。");
        var touched = new HashSet<Guid>();
        var told = new List<(Guid Document, string? Place)>();
        foreach (var (id, revision) in seen)
        {
            if (!claims.TryGetValue(id, out var claim) || claim.IsGone) return new Refusal("validity.no-claim", "其中一项已经不在清单上（可能文件重新导入过）；请刷新后再办。");
            if (claim.CampaignId is not null) return new Refusal("validity.by-clean-up", "其中一项出自已经公布的文件清理结果，不能在这里改；确有错误的，请另行开展清理予以更正。");
            if (claim.Revision != revision) return new Refusal("validity.decided-meanwhile", $"“{Short(claim)}”刚刚被别人办理过，本次没有作任何改动；请刷新后再办。");
            var before = claim.TargetDocumentId;
            if (before is { } known) touched.Add(known);
            var held = claim.Holds;
            if (Decide(claim, verdict, correction, targets, by, unit) is { } refusal) return refusal;
            if (claim.TargetDocumentId is { } after) touched.Add(after);
            if (held || claim.Holds) told.AddRange(new[] { before, claim.TargetDocumentId }.OfType<Guid>().Distinct().Select(d => (d, claim.Place)));
            db.ClaimDecisions.Add(ValidityUpkeep.Decision(claim, claim.TargetDocumentId ?? before, unit, correction.Reason));
            if (seen.Count > 1) unit.Record(unit.Act with { Subject = $"claim:{claim.Id:N}" });
            else if (await ClauseOfAsync(db, claim, stop) is { } clause) unit.Under(clause);
        }
        await ExtendAsync(db, claims.Values.Where(c => c.State is ClaimState.Confirmed), stop);
        var renewed = await ValidityUpkeep.RenewAsync(db, touched, [], stop);
        await db.SaveChangesAsync(stop);
        await SearchIndexing.RenewAsync(unit, renewed, stop);
        await CitationImport.RenewPlacesAsync(unit, renewed, stop);
        await ValidityUpkeep.TellAsync(unit, told, stop);
        return seen.Count;
    }

    private static Refusal? Decide(StoredClaim claim, ClaimState verdict, ClaimCorrection correction, Dictionary<Guid, Guid> targets, Actor by, UnitOfWork unit)
    {
        var own = claim.TargetWords.Length == 0;
        if (verdict is ClaimState.Open)
        {
            if (claim.DecidedAt is null) return new("validity.not-decided", $"“{Short(claim)}”还没有确认过，不需要撤回。");
            (claim.State, claim.DecidedBy, claim.DecidedAt, claim.Reason) = (ClaimState.Open, null, null, null);
            if (!own) claim.TargetDocumentId = null;
            return null;
        }
        if (verdict is ClaimState.Confirmed)
        {
            claim.TargetDocumentId = targets.TryGetValue(claim.Id, out var target) ? target : own ? claim.FromDocumentId : null;
            if (claim.TargetDocumentId is null) return new("validity.no-target", $"“{Short(claim)}”所指的文件不在库内或者不能确定是哪一份；请先把文件入库，或者指定一份文件。");
            (claim.On, claim.Until) = (correction.On ?? claim.On, correction.Until ?? claim.Until);
            if (claim.On is null) return new("validity.no-day", $"“{Short(claim)}”没有写明从哪一天起；请填写日期后再确认。");
            if (claim.Until < claim.On) return new("validity.until-before-on", $"“{Short(claim)}”的截止日期早于开始日期；请核对。");
        }
        (claim.State, claim.DecidedBy, claim.DecidedAt, claim.Reason) = (verdict, by.ActorId.Value, unit.LegalAt, correction.Reason);
        return null;
    }

    /// <summary>The documents that the claims' citations lead to, or the one that a person named.</summary>
    private static async Task<Dictionary<Guid, Guid>> TargetsAsync(GazetteDb db, IReadOnlyCollection<StoredClaim> claims, string? named, CancellationToken stop)
    {
        if (named is not null)
        {
            var number = DocumentNumber.Normalise(named) ?? named;
            var found = await db.Documents.Where(d => !d.IsWithdrawn && (d.Slug == named || d.Number == number)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(stop);
            return found is { } document ? claims.ToDictionary(c => c.Id, _ => document) : [];
        }
        var targets = new Dictionary<Guid, Guid>();
        var sources = claims.Where(c => c.Citation is not null).Select(c => c.FromDocumentId).Distinct().ToList();
        var cited = (await db.Citations.Where(c => sources.Contains(c.FromDocumentId) && c.ToDocumentId != null).Select(c => new { c.FromDocumentId, c.Ordinal, c.ToDocumentId }).ToListAsync(stop))
            .ToDictionary(c => (c.FromDocumentId, c.Ordinal), c => c.ToDocumentId!.Value);
        foreach (var claim in claims)
            if (claim is { Citation: { } ordinal, FromDocumentId: { } from } && cited.TryGetValue((from, ordinal), out var to)) targets[claim.Id] = to;
        return targets;
    }

    /// <summary>A term that is longer by some months ends so many months after the end that stands.</summary>
    private static async Task ExtendAsync(GazetteDb db, IEnumerable<StoredClaim> confirmed, CancellationToken stop)
    {
        foreach (var claim in confirmed)
        {
            if (claim is not { Effect: ValidityEffect.Continue, Until: null, TargetDocumentId: { } target } || ClaimJson.Read(claim.Instruction) is not { Action: AmendmentAction.ExtendTerm, Months: { } months }) continue;
            if (await db.Documents.Where(d => d.Id == target).Select(d => d.ExpiresOn).FirstOrDefaultAsync(stop) is { } ends) claim.Until = Days.Until(ends.AddDays(1), months);
        }
    }

    private static async Task<string?> ClauseOfAsync(GazetteDb db, StoredClaim claim, CancellationToken stop)
    {
        var key = await db.Documents.Where(d => d.Id == claim.FromDocumentId && d.Number != null).Select(d => d.Key).FirstOrDefaultAsync(stop);
        return JournalClause.Of(key, claim.FromSlug);
    }

    private static string Short(StoredClaim claim) => claim.Words.Length <= 30 ? claim.Words : claim.Words[..30] + "……";

    private static Task<Result<int>> Refused(Refusal refusal) => Task.FromResult<Result<int>>(refusal);
}
