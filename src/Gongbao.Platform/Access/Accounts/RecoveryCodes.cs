using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Codes that stand in for a lost authenticator, each once (恢复码). Making new ones ends the old.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Characters = 16;

    /// <summary>Codes to be shown once: <c>abcd-efgh-jkmn-pqrs</c>.</summary>
    public static IReadOnlyList<string> Make() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', OneTimeSecret.Make(Characters).Chunk(4).Select(c => new string(c))))];

    public static async Task ReplaceAsync(UnitOfWork unit, Guid account, IEnumerable<string> codes, CancellationToken stop)
    {
        var db = unit.Db<AccessDb>();
        foreach (var old in await db.RecoveryCodes.Where(c => c.AccountId == account && c.UsedAt == null).ToListAsync(stop)) old.UsedAt = unit.At;
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.CreateVersion7(unit.At), AccountId = account, Hash = OneTimeSecret.Hash(Normalise(code)) }));
    }

    /// <summary>Hyphens, spaces and letter case make no difference.</summary>
    public static string Normalise(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
