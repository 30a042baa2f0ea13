using System.Security.Cryptography;
using System.Text;

namespace Gongbao.Platform.Store;

/// <summary>
/// The key that a caller gave to a request (Idempotency-Key), while the request is carried out: each unit of work that it starts is done at most once under it, whichever use case
/// starts it. Several units of one request are told apart by their order.
/// </summary>
public sealed class RequestKey : IDisposable
{
    /// <summary>The longest key, in characters.</summary>
    public const int Longest = 200;

    private static readonly AsyncLocal<RequestKey?> Current = new();
    private readonly string _key;
    private readonly byte[] _request;
    private int _units;

    private RequestKey(string key, byte[] request) => (_key, _request) = (key, request);

    /// <summary>Begins; what is awaited within, until it is disposed of, is under the key.</summary>
    /// <param name="key">The caller's key, 1 to <see cref="Longest"/> characters.</param>
    /// <param name="request">The request in any canonical form; only its digest is kept.</param>
    public static RequestKey Use(string key, byte[] request)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, Longest, nameof(key));
        return Current.Value = new(key, request);
    }

    public void Dispose() => Current.Value = null;

    /// <summary>
    /// The act under the key of the request; as it is where there is none, or where the act has one of its own. The <see cref="Writer"/> does it for every unit; a use case that may
    /// have to try its unit again does it before the first, so that each try is under the same key.
    /// </summary>
    public static Act Of(Act act)
    {
        if (act.IdempotencyKey is not null || Current.Value is not { } under) return act;
        var unit = Interlocked.Increment(ref under._units);
        return act.Once(unit == 1 ? under._key : $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(under._key)))}#{unit}", under._request);
    }
}
