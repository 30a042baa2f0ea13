using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Rotates the city's key (轮换密钥): makes a new one, in the file first, then wraps every living data key anew, some hundreds a unit. Sealed values
/// are not touched and stay readable throughout. Stopped half way it is simply run again.
/// </summary>
internal sealed partial class KeyRotation(Writer writer, CityKeys keys, IServiceScopeFactory scopes, ILogger<KeyRotation> log)
{
    private const int KeysAUnit = 500;

    /// <returns>How many data keys were wrapped anew.</returns>
    /// <exception cref="SealBrokenException">A data key does not unwrap; those before it are done, nothing is lost.</exception>
    public async Task<Result<int>> RunAsync(ActorId by, CancellationToken stop)
    {
        var newest = keys.AddKey().Newest.Id;
        var done = 0;
        for (var wrapped = KeysAUnit; wrapped == KeysAUnit; done += wrapped)
        {
            var result = await writer.DoAsync<int>(new Act(by, "access.rotate-keys", $"city-key:{newest}"), (unit, unitStop) => WrapAsync(unit, unitStop), stop);
            if (result.IsRefused(out var refusal, out wrapped)) return refusal;
        }

        LogRotated(newest, done);
        return done;
    }

    /// <summary>Ids of the city keys by which living data keys are wrapped.</summary>
    public async Task<IReadOnlyCollection<string>> InUseAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().DataKeys
            .Where(k => k.Wrapped != null).Select(k => k.CityKey).Distinct().Order().ToListAsync(stop);
    }

    private async Task<Result<int>> WrapAsync(UnitOfWork unit, CancellationToken stop)
    {
        var ring = keys.Ring;
        var rows = await unit.Db<AccessDb>().DataKeys
            .Where(k => k.Wrapped != null && k.CityKey != ring.Newest.Id).OrderBy(k => k.Id).Take(KeysAUnit).ToListAsync(stop);
        foreach (var row in rows)
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
