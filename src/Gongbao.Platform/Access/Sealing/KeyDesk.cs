using Gongbao.Kernel.Results;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>A key of the city (城市密钥), without the key.</summary>
/// <param name="Id">Short name: <c>k1</c>, <c>k2</c>…</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Wraps">How many living data keys it wraps.</param>
public sealed record KeyLine(string Id, DateTimeOffset MadeAt, int Wraps);

/// <summary>How it stands with the city's keys.</summary>
/// <param name="Keys">Oldest first; the last one wraps new data keys.</param>
/// <param name="IsRunning">True while data keys are being wrapped anew by this process.</param>
/// <param name="Fault">What stopped the last rotation, a whole Chinese sentence; null where nothing did.</param>
public sealed record KeyState(IReadOnlyList<KeyLine> Keys, bool IsRunning, string? Fault)
{
    /// <summary>Id of the key in use.</summary>
    public string Newest => Keys[^1].Id;

    /// <summary>Data keys under the newest key.</summary>
    public int Done => Keys[^1].Wraps;

    /// <summary>Data keys still under an older one.</summary>
    public int Waiting => Keys.Sum(k => k.Wraps) - Done;
}

/// <summary>Shows an administrator the city's keys and rotates them (轮换密钥) behind the page, journalled.</summary>
public sealed class KeyDesk
{
    /// <summary>The verb it takes.</summary>
    public const string Verb = KeyRotation.Verb;

    private readonly CityKeys _keys;
    private readonly KeyRotation _rotation;
    private readonly RotationRun _run;
    private readonly Writer _writer;

    internal KeyDesk(CityKeys keys, KeyRotation rotation, RotationRun run, Writer writer) => (_keys, _rotation, _run, _writer) = (keys, rotation, run, writer);

    public async Task<KeyState> StateAsync(CancellationToken stop)
    {
        var isRunning = _run.IsRunning;
        var wraps = await _rotation.CountAsync(stop);
        var ring = wraps.Keys.Aggregate(_keys.Ring, (_, id) => _keys.RingWith(id));
        return new([.. ring.Wrapping.Select(k => new KeyLine(k.Id, k.MadeAt, wraps.GetValueOrDefault(k.Id)))], isRunning, _run.Fault);
    }

    /// <summary>Makes a new key and begins to wrap every data key by it.</summary>
    /// <param name="by">Who rotates.</param>
    /// <param name="seen">The newest key that the actor was shown, so that a form sent twice rotates once.</param>
    /// <param name="stop">Ends the asking, not the rotation.</param>
    /// <returns>
    /// Refused: <c>access.not-allowed</c>, <c>access.keys-changed</c>, <c>access.rotation-unfinished</c>, <c>access.rotation-running</c>,
    /// <c>access.keys-unwritable</c>.
    /// </returns>
    public async Task<Result<bool>> RotateAsync(Actor by, string seen, CancellationToken stop)
    {
        if (await NotAllowedAsync(by, stop) is { } no) return no;
        var state = await StateAsync(stop);
        if (state.Newest != seen) return new Refusal("access.keys-changed", "密钥刚刚轮换过，没有再次轮换。");
        if (!state.IsRunning && state.Waiting > 0) return new Refusal("access.rotation-unfinished", "上一次轮换还没有做完，请先继续做完。");
        return _run.Start(by.ActorId, withNewKey: true);
    }

    /// <summary>Goes on with a rotation that was stopped before its end.</summary>
    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.rotation-running</c>.</returns>
    public async Task<Result<bool>> ResumeAsync(Actor by, CancellationToken stop) =>
        await NotAllowedAsync(by, stop) is { } no ? no : _run.Start(by.ActorId, withNewKey: false);

    private async Task<Refusal?> NotAllowedAsync(Actor by, CancellationToken stop)
    {
        if (by.May(Verb)) return null;
        await _writer.DoAsync<bool>(new Act(by.ActorId, Verb, "city-keys"), (_, _) => Task.FromResult<Result<bool>>(AccessRefusals.NotAllowed), stop);
        return AccessRefusals.NotAllowed;
    }
}
