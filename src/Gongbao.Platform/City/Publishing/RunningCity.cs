using Gongbao.Kernel.Results;
using Gongbao.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.City.Publishing;

/// <summary>
/// The declarations that this process runs on (现行声明): those published and in force at the legal instant, never the files. It looks at one
/// revision row to know whether what it has read still stands. Safe for use from many threads.
/// </summary>
public sealed partial class RunningCity
{
    private readonly IServiceScopeFactory _scopes;
    private readonly CityClock _clock;
    private readonly CityFiles _files;
    private readonly IReadOnlyList<SectionShape> _sections;
    private readonly ILogger<RunningCity> _log;
    private volatile Loaded? _loaded;

    internal RunningCity(IServiceScopeFactory scopes, CityClock clock, CityFiles files, DeclarationSections sections, ILogger<RunningCity> log) =>
        (_scopes, _clock, _files, _sections, _log) = (scopes, clock, files, sections.All, log);

    /// <summary>What counts. A request or a unit that has begun goes on with what it was given.</summary>
    /// <exception cref="InvalidOperationException">The program has not started on any: <see cref="StartAsync"/> was not called or refused.</exception>
    public CityDeclarations Now => _loaded?.City ?? throw new InvalidOperationException("The program has not started on published declarations.");

    /// <summary>Reads what is in force. Where nothing was ever published, the files are published first, as a journalled act of the start.</summary>
    /// <param name="publishesFiles">True in the demo: what the files say now is published before, where it differs.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>
    /// Refused: <c>declarations.other-city</c>, <c>declarations.not-yet</c> (all that was published counts later), <c>declarations.unfit</c> (this
    /// program asks for more than was published), or one of the store's.
    /// </returns>
    /// <exception cref="InvalidDeclarationsException">The files have to be published and have mistakes.</exception>
    public async Task<Result<CityDeclarations>> StartAsync(bool publishesFiles, CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var published = scope.ServiceProvider.GetRequiredService<PublishedCity>();
        var kept = await published.CityAsync(stop);
        if (kept is not null && _files.IsChosen && kept != _files.City) return PublishCity.OtherCity(kept, _files.City);
        var files = _files.AtStart(kept ?? _files.City, _sections);
        if (kept is null || publishesFiles)
        {
            var reason = kept is null ? "首次启动，按声明文件发布。" : "演示启动，按声明文件发布。";
            var first = await scope.ServiceProvider.GetRequiredService<PublishCity>().HandleAsync(files.Required(), null, PublishedBy.System("start"), reason, stop);
            if (first.IsRefused(out var refusal, out _) && refusal.Code != "declarations.unchanged") return refusal;
        }

        try
        {
            if (await LoadAsync(published, files.City, stop) is not { } loaded)
                return new Refusal("declarations.not-yet", "已发布的声明都还没有到生效时间。请发布一个现在就生效的版本：gongbao publish。");
            _loaded = loaded;
            return loaded.City;
        }
        catch (InvalidDeclarationsException unfit)
        {
            return new Refusal("declarations.unfit", $"已发布的声明不满足本程序的要求（{unfit.Problems[0]}）。请把声明文件改好后重新发布：gongbao publish。");
        }
    }

    /// <summary>Reads anew where something was published since, or has come into force. What does not satisfy this program is left, and logged.</summary>
    public async Task FreshenAsync(CancellationToken stop)
    {
        if (_loaded is not { } loaded) return;
        await using var scope = _scopes.CreateAsyncScope();
        var published = scope.ServiceProvider.GetRequiredService<PublishedCity>();
        if (await published.RevisionAsync(stop) == loaded.Revision && !(loaded.Until <= _clock.Now)) return;
        try
        {
            if (await LoadAsync(published, loaded.City, stop) is { } newer) _loaded = newer;
        }
        catch (InvalidDeclarationsException unfit)
        {
            LogUnfit(unfit.Message);
        }
    }

    /// <param name="published">What was published.</param>
    /// <param name="known">Declarations that are read already: taken where they are what counts, for reading them again is slow.</param>
    /// <param name="stop">Ends the work.</param>
    private async Task<Loaded?> LoadAsync(PublishedCity published, CityDeclarations? known, CancellationToken stop)
    {
        var revision = await published.RevisionAsync(stop);
        var now = _clock.Now;
        var until = await published.NextAsync(now, stop);
        var city = known is not null && await published.CountsAsync(known, now, stop) ? known : await published.AtAsync(now, stop);
        return city is null ? null : new(city, revision, until);
    }

    /// <param name="City">What counts.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Until">The next legal instant at which something else counts; null where nothing waits.</param>
    private sealed record Loaded(CityDeclarations City, long? Revision, DateTimeOffset? Until);

    [LoggerMessage(1301, LogLevel.Error, "What was published does not satisfy this program, which goes on with the version before: {Problems}")]
    private partial void LogUnfit(string problems);
}
