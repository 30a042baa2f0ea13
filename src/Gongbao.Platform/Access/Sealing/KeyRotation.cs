using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Rotates the city's key (轮换密钥): makes a new one, in the file first, then wraps every living data key anew, some hundreds a unit. Sealed values
/// are not touched and stay readable throughout. Stopped half way, it is finished later under the same key.
/// </summary>
internal sealed partial class KeyRotation(Writer writer, CityKeys keys, IServiceScopeFactory scopes, ILogger<KeyRotation> log)
{
    /// <summary>The verb it takes.</summary>
    public const string Verb = "access.rotate-keys";

    internal const int KeysAUnit = 500;

    /// <summary>Makes a new key, in the file alone; <see cref="FinishAsync"/> then brings it into use.</summary>
    /// <returns>Its id. Refused: <c>access.keys-unwritable</c>.</returns>
    public Result<string> AddKey()
    {
        try
        {
            return keys.AddKey().Newest.Id;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return new Refusal("access.keys-unwritable", $"密钥文件 {keys.File} 无法写入，没有生成新的密钥。请检查文件夹的权限和磁盘空间。");
        }
    }

    /// <summary>Wraps by the newest key whatever is still wrapped by an older one.</summary>
    /// <returns>How many data keys were wrapped anew.</returns>
    /// <exception cref="SealBrokenException">A data key does not unwrap; those before it are done, nothing is lost.</exception>
    public async Task<Result<int>> FinishAsync(ActorId by, CancellationToken stop)
    {
        var newest = keys.Ring.Newest.Id;
        var done = 0;
        for (var isLast = false; !isLast;)
        {
            try
            {
                var result = await writer.DoAsync<int>(new Act(by, Verb, $"city-key:{newest}"), WrapAsync, stop);
                if (result.IsRefused(out var refusal, out var wrapped)) return refusal;
                done += wrapped;
                isLast = wrapped < KeysAUnit;
            }
            catch (DbUpdateConcurrencyException)
            {
                // One of these keys was destroyed meanwhile, and stays so: it is not among the next.
            }
        }

        LogRotated(newest, done);
        return done;
    }

    /// <summary>How many living data keys each city key wraps.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().DataKeys
            .Where(k => k.Wrapped != null).GroupBy(k => k.CityKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }

    /// <summary>Ids of the city keys by which living data keys are wrapped.</summary>
    public async Task<IReadOnlyCollection<string>> InUseAsync(CancellationToken stop) => [.. (await CountAsync(stop)).Keys.Order(StringComparer.Ordinal)];

    private async Task<Result<int>> WrapAsync(UnitOfWork unit, CancellationToken stop)
    {
        var ring = keys.Ring;
        var rows = await unit.Db<AccessDb>().DataKeys
            .Where(k => k.Wrapped != null && k.CityKey != ring.Newest.Id).OrderBy(k => k.Id).Take(KeysAUnit).ToListAsync(stop);
        // Another process may have made a newer key, and wrapped some of these by it.
        foreach (var id in rows.Select(r => r.CityKey).Distinct()) ring = keys.RingWith(id);
        foreach (var row in rows.Where(r => r.CityKey != ring.Newest.Id))
        {
            try
            {
                row.Wrapped = ring.Wrap(ring.Unwrap(row.Wrapped!, row.Algorithm, row.CityKey, row.Id, row.Subject), row.Id, row.Subject);
            }
            catch (System.Security.Cryptography.CryptographicException cause)
            {
                throw new SealBrokenException($"access_data_key:{row.Id:N}", cause);
            }

            (row.Algorithm, row.CityKey) = (SealAlgorithm.Current.Name, ring.Newest.Id);
        }

        return rows.Count;
    }

    [LoggerMessage(1202, LogLevel.Information, "City key {Key} is in use; {Count} data keys were wrapped anew")]
    private partial void LogRotated(string key, int count);
}
