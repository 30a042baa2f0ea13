using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Gongbao.Platform.Access;
using Gongbao.Platform.City.Publishing.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.City.Publishing;

/// <summary>One version that was published.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Hash">The hash of all declarations as published.</param>
/// <param name="By">Who published, as the journal names it: an account, or a part of the program.</param>
/// <param name="OnBehalfOf">For whom; null where nobody.</param>
/// <param name="SystemUser">The operating system's user who ran the command; null where none did.</param>
/// <param name="Reason">Why.</param>
/// <param name="Published">How many declarations were new or changed.</param>
/// <param name="Withdrawn">How many were withdrawn.</param>
/// <param name="EffectiveAt">Legal instant from which it counts.</param>
/// <param name="PublishedAt">Legal instant of the act.</param>
public sealed record PublishedVersion(
    long Number, string Hash, string By, string? OnBehalfOf, string? SystemUser, string Reason, int Published, int Withdrawn, DateTimeOffset EffectiveAt, DateTimeOffset PublishedAt);

/// <summary>What a person who publishes declarations does (声明发布): sees what the files would change, and publishes it. Of a request's scope.</summary>
public sealed class PublishingDesk
{
    private readonly DeclarationsDb _db;
    private readonly PublishCity _publish;
    private readonly CityFiles _files;
    private readonly IReadOnlyList<SectionShape> _sections;
    private readonly CityClock _clock;

    internal PublishingDesk(DeclarationsDb db, PublishCity publish, CityFiles files, DeclarationSections sections, CityClock clock) =>
        (_db, _publish, _files, _sections, _clock) = (db, publish, files, sections.All, clock);

    /// <summary>What each section declares, in Chinese, by its name.</summary>
    public IReadOnlyDictionary<string, string> SectionNames => _sections.ToDictionary(s => s.Name, s => s.Says, StringComparer.Ordinal);

    /// <summary>The versions that were published, newest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> ListAsync(CancellationToken stop) =>
    [
        .. (await _db.Acts.AsNoTracking().OrderByDescending(a => a.Number).ToListAsync(stop)).Select(a => new PublishedVersion(
            a.Number, a.City, a.By, a.OnBehalfOf, a.SystemUser, a.Reason, a.Published, a.Withdrawn, a.EffectiveAt, a.PublishedAt)),
    ];

    /// <summary>What publishing the files now would change, from this moment on.</summary>
    public async Task<Proposal> ProposeAsync(CancellationToken stop) => await ProposalAsync(_files.Read(await CityAsync(stop), _sections), stop);

    /// <summary>As <see cref="ProposeAsync"/>, of the files as this process first read them: what a program tells at its start.</summary>
    public async Task<Proposal> AtStartAsync(CancellationToken stop) => await ProposalAsync(_files.AtStart(await CityAsync(stop), _sections), stop);

    /// <summary>Publishes the files as a person who was shown what they change.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="seen">The <see cref="Proposal.Hash"/> that this person was shown.</param>
    /// <param name="from">The first day on which it counts, from midnight in Beijing; null: at once.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>declarations.mistakes</c>, <c>declarations.files-changed</c>, and as <see cref="PublishCity"/>.</returns>
    public async Task<Result<CityPublished>> PublishAsync(Actor by, string seen, DateOnly? from, string reason, CancellationToken stop)
    {
        if (!by.May(PublishCity.Verb)) return AccessRefusals.NotAllowed;
        var files = _files.Read(await CityAsync(stop), _sections);
        if (files.City is not { } city) return new Refusal("declarations.mistakes", $"声明文件有 {files.Problems.Count} 处错误，没有发布。请先改正。");
        if (city.Hash != seen) return new Refusal("declarations.files-changed", "声明文件刚刚又有改动，没有发布。请核对下面的改动后再发布。");
        return await _publish.HandleAsync(city, from?.StartsAt(), new(by.ActorId), reason, stop);
    }

    /// <summary>Publishes the files by a command.</summary>
    /// <returns>Refused: as <see cref="PublishCity"/>.</returns>
    /// <exception cref="InvalidDeclarationsException">The files have mistakes.</exception>
    internal async Task<Result<CityPublished>> PublishAsync(PublishedBy by, DateOnly? from, string reason, CancellationToken stop) =>
        await _publish.HandleAsync(_files.Read(await CityAsync(stop), _sections).Required(), from?.StartsAt(), by, reason, stop);

    private async Task<string> CityAsync(CancellationToken stop) => _files.IsChosen
        ? _files.City
        : await _db.States.AsNoTracking().Select(s => s.City).SingleOrDefaultAsync(stop) ?? _files.City;

    private async Task<Proposal> ProposalAsync(CityCheck files, CancellationToken stop)
    {
        var counting = await InForce.OnAsync(_db, _clock.Now, stop);
        var hashes = counting.Values.Distinct().ToArray();
        var contents = await _db.Declarations.AsNoTracking().Where(d => hashes.Contains(d.Hash)).ToDictionaryAsync(d => d.Hash, d => d.Json, stop);
        return Proposal.Of(files, counting.ToDictionary(c => c.Key, c => contents[c.Value]));
    }
}
