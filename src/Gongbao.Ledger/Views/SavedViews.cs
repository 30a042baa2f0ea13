using Gongbao.Kernel.Results;
using Gongbao.Ledger.Storage;
using Gongbao.Platform.Access;
using Gongbao.Platform.City;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Ledger.Views;

/// <summary>A named way of looking at a list, as its page shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsOwn">Whether whoever looks named it, and may delete it.</param>
/// <param name="UnitName">The unit with which it is shared; null where it is not.</param>
internal sealed record ShownView(Guid Id, string Name, string Address, bool IsOwn, string? UnitName);

/// <summary>Names ways of looking at the lists of the ledger (保存的视图): what is asked in the address of a page, for oneself or for the people of one's unit.</summary>
internal sealed class SavedViews(Writer writer, IServiceProvider services)
{
    public const int MostName = 40;

    /// <summary>Views that one person keeps.</summary>
    public const int MostOwn = 50;

    private const string Verb = "ledger.save-view";
    private const int MostQuery = 1_000;

    /// <summary>The lists whose views can be kept: of a programme, of the follow-up, of one's own work, of a unit.</summary>
    private static readonly string[] Lists = ["/ledger/follow-up", "/work"];

    /// <summary>What of an address makes the view: a page's number and what was just done do not.</summary>
    private static readonly string[] NotKept = ["page", "cursor", "done", "all"];

    /// <summary>The views of a list that somebody sees: their own and those of their units, by name.</summary>
    public async Task<IReadOnlyList<ShownView>> OfAsync(string path, Actor by, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
        var (owner, units) = (by.ActorId.Value, UnitsOf(by).Select(u => u.Id).ToList());
        var views = await db.Set<StoredView>().Where(v => v.Path == path && (v.Owner == owner || v.Unit != null && units.Contains(v.Unit))).OrderBy(v => v.Name).ThenBy(v => v.Id).ToListAsync(stop);
        return [.. views.Select(v => new ShownView(v.Id, v.Name, v.Path + v.Query, v.Owner == owner, v.Unit is { } unit ? City?.Directory.Find(unit)?.FullName ?? unit : null))];
    }

    /// <summary>The units with whose people somebody may share: those on which a role of theirs holds.</summary>
    public IReadOnlyList<(string Id, string Name)> UnitsOf(Actor by) =>
        [.. by.Grants.Where(g => g.Scope.Kind is ScopeKind.Unit).Select(g => g.Scope.Id).Distinct().Select(id => City?.Directory.Find(id)).OfType<Kernel.Directory.Unit>().Select(u => (u.Id, u.FullName))];

    /// <param name="path">The path of the list's page.</param>
    /// <param name="query">What is asked of it, as the address has it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The unit with whose people it is shared; null or empty for oneself alone.</param>
    /// <param name="by">Who names it.</param>
    /// <param name="stop">Gives up before the act.</param>
    /// <returns>Its id. Refusals: <c>ledger.no-such-list</c>, <c>ledger.bad-view-name</c>, <c>ledger.view-twice</c>, <c>ledger.too-many-views</c>, <c>ledger.not-your-unit</c>.</returns>
    public async Task<Result<Guid>> SaveAsync(string path, string query, string? name, string? unit, Actor by, CancellationToken stop)
    {
        if (!Lists.Contains(path) && !path.StartsWith("/ledger/", StringComparison.Ordinal) || path.Length > MostQuery) return new Refusal("ledger.no-such-list", "这个页面不能保存视图；请从台账、督办或者我的任务里保存。");
        if (name?.Trim() is not { Length: > 0 and <= MostName } words) return new Refusal("ledger.bad-view-name", $"请给视图起一个名称，不超过 {MostName} 字。");
        if (!string.IsNullOrEmpty(unit) && UnitsOf(by).All(u => u.Id != unit)) return new Refusal("ledger.not-your-unit", "只能和自己所在的单位共用；请选择自己的单位，或者只给自己用。");
        var kept = Kept(query);
        if (kept.Length > MostQuery) return new Refusal("ledger.no-such-list", "筛选条件太长，不能保存；请减少条件。");
        return await writer.DoAsync<Guid>(new Act(by.ActorId, Verb, "view:new"), async (work, inner) =>
        {
            var views = work.Db<LedgerDb>().Set<StoredView>();
            var owner = by.ActorId.Value;
            if (await views.AnyAsync(v => v.Owner == owner && v.Path == path && v.Name == words, inner)) return new Refusal("ledger.view-twice", $"您在这个页面已经有叫“{words}”的视图；请换一个名称，或者先删除原来的。");
            if (await views.CountAsync(v => v.Owner == owner, inner) >= MostOwn) return new Refusal("ledger.too-many-views", $"每人最多保存 {MostOwn} 个视图；请先删除不用的。");
            var view = new StoredView { Id = Guid.CreateVersion7(), Path = path, Query = kept, Name = words, Owner = owner, Unit = string.IsNullOrEmpty(unit) ? null : unit, SavedAt = work.LegalAt };
            views.Add(view);
            return view.Id;
        }, stop);
    }

    /// <returns>The id. Refused with <c>ledger.no-such-view</c>, also for a view that somebody else named.</returns>
    public Task<Result<Guid>> DeleteAsync(Guid id, Actor by, CancellationToken stop) => writer.DoAsync<Guid>(new Act(by.ActorId, Verb, $"view:{id:N}"), async (work, inner) =>
    {
        var views = work.Db<LedgerDb>().Set<StoredView>();
        if (await views.FirstOrDefaultAsync(v => v.Id == id, inner) is not { } view || view.Owner != by.ActorId.Value) return new Refusal("ledger.no-such-view", "没有这个视图，或者是别人保存的；请刷新页面。");
        views.Remove(view);
        return id;
    }, stop);

    /// <summary>What is asked of a list, in one order, so that the same question has the same address; empty or beginning with ?.</summary>
    public static string Kept(string query)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Where(q => !NotKept.Contains(q.Key) && q.Value.ToString().Length > 0).OrderBy(q => q.Key, StringComparer.Ordinal);
        var words = string.Join('&', asked.SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}")));
        return words.Length == 0 ? "" : "?" + words;
    }

    private CityDeclarations? City => (CityDeclarations?)services.GetService(typeof(CityDeclarations));
}
