using Gongbao.Kernel.Results;
using Gongbao.Platform.City.Publishing.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.City.Publishing;

/// <summary>Publishes what a city declares (发布声明): from then on programs run it. Content is stored by its hash and never changed.</summary>
public sealed class PublishCity(Writer writer)
{
    /// <summary>The word by which access rules and the journal name the act.</summary>
    public const string Verb = "declarations.publish";

    /// <summary>Characters of a reason, at most.</summary>
    public const int MostReason = 200;

    /// <param name="city">Checked declarations.</param>
    /// <param name="effectiveAt">Legal instant from which they count; null: from the act on.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="reason">Why, 1 to 200 characters; kept with the version, not in the journal.</param>
    /// <param name="stop">Gives up before the unit starts.</param>
    /// <returns>
    /// What changed, or a refusal: <c>declarations.other-city</c>, <c>declarations.past</c> (nothing is declared backwards),
    /// <c>declarations.unchanged</c>, <c>declarations.reason-needed</c>, or one of the store's.
    /// </returns>
    public Task<Result<CityPublished>> HandleAsync(CityDeclarations city, DateTimeOffset? effectiveAt, PublishedBy by, string reason, CancellationToken stop) =>
        writer.DoAsync(new Act(by.Actor, Verb, "city:" + city.Id) { OnBehalfOf = by.OnBehalfOf }, (unit, stopUnit) => PublishAsync(unit, city, effectiveAt, by, reason.Trim(), stopUnit), stop);

    internal static Refusal OtherCity(string kept, string city) =>
        new("declarations.other-city", $"这个数据库里发布的是“{kept}”的声明，不能改为“{city}”。请另用一个数据文件夹或数据库。");

    private static async Task<Result<CityPublished>> PublishAsync(
        UnitOfWork unit, CityDeclarations city, DateTimeOffset? effectiveAt, PublishedBy by, string reason, CancellationToken stop)
    {
        if (reason.Length is 0 or > MostReason) return new Refusal("declarations.reason-needed", $"请写明发布的理由（不超过 {MostReason} 字）。");
        var db = unit.Db<DeclarationsDb>();
        var state = await db.States.SingleOrDefaultAsync(stop);
        if (state is not null && state.City != city.Id)
            return OtherCity(state.City, city.Id);
        var from = effectiveAt ?? unit.LegalAt;
        if (from < unit.LegalAt)
            return new Refusal("declarations.past", "生效时间早于现在：声明不能追溯。请改用现在或以后的时间。");

        var counting = await InForce.OnAsync(db, from, stop);
        var declared = city.Versions.ToDictionary(v => (v.Section, v.Id ?? ""));
        var changed = city.Versions.Where(v => counting.GetValueOrDefault((v.Section, v.Id ?? "")) != v.Hash).ToArray();
        var withdrawn = counting.Keys.Where(k => !declared.ContainsKey(k)).ToArray();
        if (changed.Length + withdrawn.Length == 0)
            return new Refusal("declarations.unchanged", "声明与已发布的相同，没有可发布的改动。");

        await StoreAsync(db, changed, stop);
        var act = (state?.Revision ?? 0) + 1;
        db.Publications.AddRange(changed.Select(v => Publication(v.Section, v.Id ?? "", v.Hash)));
        db.Acts.Add(new()
        {
            Number = act, City = city.Hash, By = by.Actor.Value, OnBehalfOf = by.OnBehalfOf?.Value, SystemUser = by.SystemUser, Reason = reason,
            Published = changed.Length, Withdrawn = withdrawn.Length, EffectiveAt = from, PublishedAt = unit.LegalAt, RecordedAt = unit.At,
        });
        db.Publications.AddRange(withdrawn.Select(k => Publication(k.Section, k.Thing, null)));
        if (state is null) db.States.Add(new() { Id = PublishedState.TheOne, City = city.Id, PublishedAt = unit.LegalAt });
        else Touch(db, state, unit.LegalAt);
        return new CityPublished(from, changed, [.. withdrawn.Select(k => (k.Section, k.Thing.Length > 0 ? k.Thing : null))]);

        Publication Publication(string section, string thing, string? hash) =>
            new() { Id = Guid.CreateVersion7(unit.At), Act = act, Section = section, Thing = thing, Hash = hash, EffectiveAt = from, PublishedAt = unit.LegalAt };
    }

    /// <summary>Raises the revision, also where the legal clock stands still.</summary>
    private static void Touch(DeclarationsDb db, PublishedState state, DateTimeOffset at)
    {
        state.PublishedAt = at;
        db.Entry(state).Property(s => s.PublishedAt).IsModified = true;
    }

    private static async Task StoreAsync(DeclarationsDb db, IReadOnlyList<DeclarationVersion> versions, CancellationToken stop)
    {
        var hashes = versions.Select(v => v.Hash).ToArray();
        var known = await db.Declarations.Where(d => hashes.Contains(d.Hash)).Select(d => d.Hash).ToListAsync(stop);
        db.Declarations.AddRange(versions.DistinctBy(v => v.Hash).Where(v => !known.Contains(v.Hash)).Select(v => new StoredDeclaration { Hash = v.Hash, Json = v.Json }));
    }
}

/// <summary>Who publishes.</summary>
/// <param name="Actor">As the journal names it.</param>
/// <param name="OnBehalfOf">For whom the actor stands in; null where it acts for itself.</param>
/// <param name="SystemUser">The operating system's user who ran the command; null where none did.</param>
public sealed record PublishedBy(ActorId Actor, ActorId? OnBehalfOf = null, string? SystemUser = null)
{
    /// <summary>The program itself.</summary>
    public static PublishedBy System(string part) => new(ActorId.System(part));
}
