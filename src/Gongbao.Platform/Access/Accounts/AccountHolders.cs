using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>What is kept of the person behind an account (账户持有人的个人信息).</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Account">Account name.</param>
/// <param name="MaskedName">The person's name, masked.</param>
/// <param name="IsErased">True where it was erased: nobody can read it any more.</param>
/// <param name="IsClosed">True where the account is closed, which erasure asks for.</param>
/// <param name="Shown">How often the name was shown whole.</param>
public sealed record HolderLine(Guid Id, string Account, string MaskedName, bool IsErased, bool IsClosed, int Shown);

/// <summary>Shows and erases the names of account holders: shown whole for a reason and journalled, erased when the account is closed.</summary>
public sealed class AccountHolders
{
    private readonly AccessDb _db;
    private readonly Sealer _sealer;
    private readonly Reveal _reveal;
    private readonly Erasure _erasure;
    private readonly AccessDeclarations _declared;

    internal AccountHolders(AccessDb db, Sealer sealer, Reveal reveal, Erasure erasure, AccessDeclarations declared) =>
        (_db, _sealer, _reveal, _erasure, _declared) = (db, sealer, reveal, erasure, declared);

    /// <summary>Why a name may be shown whole: id and Chinese name.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _declared.RevealReasons;

    /// <summary>How many accounts keep a person's name.</summary>
    public Task<int> CountAsync(CancellationToken stop) => _db.Accounts.CountAsync(a => a.SealedDisplayName != null, stop);

    /// <summary>Accounts that keep a person's name, by account name, a page at a time.</summary>
    /// <param name="from">How many to pass over.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<HolderLine>> ListAsync(int from, int count, CancellationToken stop) =>
        await LinesAsync(await _db.Accounts.Where(a => a.SealedDisplayName != null).OrderBy(a => a.LookupName).Skip(from).Take(count).ToListAsync(stop), stop);

    /// <returns>Null where there is no such account, or it keeps no name.</returns>
    public async Task<HolderLine?> FindAsync(Guid account, CancellationToken stop) =>
        (await LinesAsync(await _db.Accounts.Where(a => a.Id == account && a.SealedDisplayName != null).ToListAsync(stop), stop)).SingleOrDefault();

    /// <summary>Shows the name whole, after the act stands in the journal.</summary>
    /// <returns>Refused: <c>access.no-such-account</c>, and as <see cref="Reveal.ReadAsync"/>.</returns>
    public async Task<Result<string>> RevealAsync(Actor by, Guid account, string reason, string? note, CancellationToken stop) =>
        await _db.Accounts.Where(a => a.Id == account).Select(a => a.SealedDisplayName).FirstOrDefaultAsync(stop) is { } token
            ? await _reveal.ReadAsync(new(by, Account.DisplayNameField.In(account), token, Account.SubjectOf(account), default, reason, note), stop)
            : AccessRefusals.NoSuchAccount;

    /// <summary>Erases the name and the second factor's secret for good.</summary>
    /// <returns>Refused: <c>access.no-such-account</c>, <c>access.account-open</c>, <c>access.not-allowed</c>, <c>access.nothing-sealed</c>.</returns>
    public async Task<Result<int>> EraseAsync(Actor by, Guid account, CancellationToken stop)
    {
        if (await _db.Accounts.FirstOrDefaultAsync(a => a.Id == account, stop) is not { } row) return AccessRefusals.NoSuchAccount;
        return row.ClosedAt is null
            ? new Refusal("access.account-open", "账户还在使用，不能删除持有人的信息；请先停用账户。")
            : await _erasure.EraseAsync(by, row.Subject, default, clause: null, stop);
    }

    private async Task<IReadOnlyList<HolderLine>> LinesAsync(List<Account> accounts, CancellationToken stop)
    {
        var lines = new List<HolderLine>(accounts.Count);
        foreach (var account in accounts)
        {
            var place = Account.DisplayNameField.In(account.Id);
            var isErased = (await _sealer.OpenAsync(place, account.SealedDisplayName!, stop)).IsRefused(out _, out var name);
            var shownAt = place.ToString();
            lines.Add(new(account.Id, account.Name, isErased ? Masks.Hidden : Masks.Apply(place.Field.Mask, name!), isErased, account.ClosedAt is not null,
                await _db.Reveals.CountAsync(r => r.Place == shownAt, stop)));
        }

        return lines;
    }
}
