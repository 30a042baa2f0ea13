using System.Collections.Concurrent;
using Gongbao.Kernel.Clauses;

namespace Gongbao.Casework.Declarations;

/// <summary>The clauses that declarations name (依据条款), each text read once: they come from declarations, so there are few.</summary>
internal static class ReadClauses
{
    private static readonly ConcurrentDictionary<string, ClauseRef?> Known = new(StringComparer.Ordinal);

    /// <returns>Null where nothing is named, or where the text names no clause.</returns>
    public static ClauseRef? Of(string? text) => text is null ? null : Known.GetOrAdd(text, static t => ClauseRef.TryParse(t, out var clause) ? clause : null);
}
