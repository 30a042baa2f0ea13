using System.Net;
using Gongbao.Platform.Access.Declarations;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>
/// Limits how often one account name is tried and how often one address tries (登录限流), so that many names cannot be tried with one password
/// either. An attempt is counted before it is judged and taken back when it was right, so people behind one address do not stand in each other's
/// way. Counts are this process's own and end with it: what locks an account is in the database. Safe for use from many threads.
/// </summary>
internal sealed class SignInRate(TimeProvider time)
{
    private const int SweepAbove = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep;

    /// <summary>How many names and addresses it has in mind.</summary>
    public int Kept
    {
        get
        {
            lock (_gate) return _windows.Count;
        }
    }

    /// <summary>Counts an attempt, unless it is one too many.</summary>
    /// <param name="rule">What is declared.</param>
    /// <param name="name">The name tried, in the form that is compared; of an account or of none.</param>
    /// <param name="address">Where from; null where the connection has none.</param>
    /// <returns>Null when it may be judged; else until when it may not.</returns>
    public TooOften? Count(SignInRateRule rule, string name, IPAddress? address)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Sweep(rule, now);
            Window byName = At(NameKey(name), rule, now), byAddress = At(AddressKey(address), rule, now);
            var full = byAddress.Count >= rule.PerAddress ? byAddress : byName.Count >= rule.PerAccount ? byName : null;
            if (full is not null)
            {
                var isFirst = !full.Told;
                full.Told = true;
                return new(full.Until - now, isFirst);
            }

            byName.Count++;
            byAddress.Count++;
            return null;
        }
    }

    /// <summary>The attempt was right and does not count.</summary>
    public void TakeBack(string name, IPAddress? address)
    {
        lock (_gate)
            foreach (var key in (string[])[NameKey(name), AddressKey(address)])
                if (_windows.TryGetValue(key, out var window) && window.Count > 0)
                    window.Count--;
    }

    private Window At(string key, SignInRateRule rule, DateTimeOffset now)
    {
        if (!_windows.TryGetValue(key, out var window) || window.Until <= now) _windows[key] = window = new(now.AddMinutes(rule.Minutes));
        return window;
    }

    private void Sweep(SignInRateRule rule, DateTimeOffset now)
    {
        if (_windows.Count < SweepAbove || now < _nextSweep) return;
        foreach (var (key, window) in _windows)
            if (window.Until <= now) _windows.Remove(key);
        _nextSweep = now.AddMinutes(rule.Minutes);
    }

    private static string NameKey(string name) => "name " + name;

    private static string AddressKey(IPAddress? address) => "address " + NetworkAddress.Of(address);

    private sealed class Window(DateTimeOffset until)
    {
        public DateTimeOffset Until { get; } = until;

        public int Count { get; set; }

        /// <summary>True once an attempt was refused in it.</summary>
        public bool Told { get; set; }
    }
}

/// <summary>An attempt too many.</summary>
/// <param name="Wait">How long no other is judged.</param>
/// <param name="IsFirst">True for the first one refused in this span: it is journalled, the others would only fill the journal.</param>
internal sealed record TooOften(TimeSpan Wait, bool IsFirst);
