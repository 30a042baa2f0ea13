namespace Gongbao.Gazette.Reading;

/// <summary>A line that begins a clause, and how deep it stands.</summary>
/// <param name="At">Index of the line.</param>
/// <param name="Marker">Its number.</param>
/// <param name="Level">1 一、 2 （一） 3 1． 4 （1); regulations count from their highest kind of division.</param>
/// <param name="IsSure">False where a number is missing before it or comes twice: a person should look.</param>
internal readonly record struct PlacedMarker(int At, Marker Marker, int Level, bool IsSure);

/// <summary>
/// Chooses among candidates those that make sequences, and their depths. Hard rules: a sequence goes on by one, and starts with
/// one. Soft rules, by weight: the official order of levels (levels are skipped, never turned over); a clause begins where a
/// paragraph may end; numbering may run on across the clauses above (（五） under 二、 after （四） under 一、); a gap is allowed
/// where the sequence goes on behind it, and is doubted. One pass, each candidate looked at once.
/// </summary>
internal sealed class DepthSolver
{
    private const int WidestGap = 3;

    private readonly List<MarkerCandidate> _candidates;
    private readonly Dictionary<(MarkerStyle, int), List<int>> _strong = [];
    private readonly List<(MarkerStyle Style, int Value)> _open = [];
    private readonly Dictionary<MarkerStyle, int> _last = [];
    private int _inserted;

    private DepthSolver(List<MarkerCandidate> candidates)
    {
        _candidates = candidates;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates[i].IsStrong || candidates[i].Marker.Inserted > 0) continue;
            var key = (candidates[i].Marker.Style, candidates[i].Marker.Value);
            if (!_strong.TryGetValue(key, out var at)) _strong[key] = at = [];
            at.Add(i);
        }
    }

    public static IReadOnlyList<PlacedMarker> Solve(List<MarkerCandidate> candidates)
    {
        var solver = new DepthSolver(candidates);
        var placed = new List<PlacedMarker>();
        for (var i = 0; i < candidates.Count; i++)
            if (solver.Place(i) is { } marker) placed.Add(marker);
        return Levels.Assign(placed);
    }

    private PlacedMarker? Place(int i)
    {
        var (at, marker, strong) = _candidates[i];
        var open = _open.FindLastIndex(o => o.Style == marker.Style);
        if (marker.Inserted > 0)
        {
            // 第三条之一 stands behind 第三条 or what was put behind it before, and takes no number from 第四条.
            var follows = open >= 0 && _open[open].Value == marker.Value && marker.Inserted > _inserted;
            return strong && follows ? Accept(at, marker, sure: marker.Inserted == _inserted + 1) : null;
        }
        var next = open >= 0 ? _open[open].Value + 1 : _last.GetValueOrDefault(marker.Style) + 1;
        if (marker.Value == next && (open >= 0 || marker.Value > 1) || marker.Value == 1 && open < 0)
            return strong || !ComesStrong(i, marker) ? Accept(at, marker, sure: true) : null;
        if (!strong) return null;
        if (marker.Value == 1) return Accept(at, marker, sure: ComesStrong(i, marker with { Value = 2 }) || open < 0);
        if (marker.Value > next && marker.Value <= next + WidestGap && !ComesStrong(i, marker with { Value = next }))
            return Accept(at, marker, sure: false);
        return open >= 0 && marker.Value <= _open[open].Value && marker.Value > 1 && GoesOn(i, marker) ? Accept(at, marker, sure: false) : null;
    }

    private PlacedMarker Accept(int at, Marker marker, bool sure)
    {
        var open = _open.FindLastIndex(o => o.Style == marker.Style);
        if (open >= 0) _open.RemoveRange(open, _open.Count - open);
        else
            while (_open.Count > 0 && Levels.Rank(_open[^1].Style) > Levels.Rank(marker.Style)) _open.RemoveAt(_open.Count - 1);
        if (marker.Style is MarkerStyle.Article) _inserted = marker.Inserted;
        _open.Add((marker.Style, marker.Value));
        _last[marker.Style] = marker.Value;
        if (marker.Style is MarkerStyle.Bracketed or MarkerStyle.Dotted)
            for (var deeper = marker.Style + 1; deeper <= MarkerStyle.Circled; deeper++) _last.Remove(deeper);
        return new(at, marker, 0, sure);
    }

    /// <summary>Whether the same number comes later at a place where a clause may better begin, before its sequence goes on or starts anew.</summary>
    private bool ComesStrong(int i, Marker marker)
    {
        var later = NextStrong(i, marker.Style, marker.Value);
        return later is { } at && (NextStrong(i, marker.Style, marker.Value + 1) is not { } after || at < after)
            && (marker.Value == 1 || NextStrong(i, marker.Style, 1) is not { } anew || at < anew);
    }

    private int? NextStrong(int i, MarkerStyle style, int value)
    {
        if (!_strong.TryGetValue((style, value), out var all)) return null;
        var at = all.BinarySearch(i + 1);
        at = at < 0 ? ~at : at;
        return at < all.Count ? all[at] : null;
    }

    private bool GoesOn(int i, Marker marker) => ComesStrong(i, marker with { Value = marker.Value + 1 });
}
