using System.Text.RegularExpressions;
using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Sealing;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Accounts;

/// <summary>Where the person behind an account is reached (联系方式), for a screen: masked; null where there is none.</summary>
/// <param name="Email">Mail address.</param>
/// <param name="Mobile">Mobile number.</param>
public sealed record MaskedContacts(string? Email, string? Mobile);

/// <summary>How one account is called and reached, for the program's own use; null where it is not.</summary>
/// <param name="Account">Account name, or that of the demo's made-up person.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Mobile">Mobile number.</param>
public sealed record Contacts(string Account, string? Email, string? Mobile);

/// <summary>Keeps the addresses to which messages for the holder of an account go: sealed at rest, shown masked, changed by the holder alone.</summary>
public sealed partial class AccountContacts
{
    /// <summary>The word by which the journal names a change.</summary>
    public const string Verb = "access.change-contacts";

    private readonly AccessDb _db;
    private readonly Sealer _sealer;
    private readonly Writer _writer;
    private readonly AccessDeclarations _declared;

    internal AccountContacts(AccessDb db, Sealer sealer, Writer writer, AccessDeclarations declared) => (_db, _sealer, _writer, _declared) = (db, sealer, writer, declared);

    /// <summary>What the holder sees of the own addresses.</summary>
    public async Task<MaskedContacts> ShownAsync(Actor actor, CancellationToken stop) =>
        await _db.Accounts.AsNoTracking().Where(a => a.Id == actor.Id).Select(a => new { a.SealedEmail, a.SealedMobile }).FirstOrDefaultAsync(stop) is { } kept
            ? new(await MaskAsync(Account.EmailField.In(actor.Id), kept.SealedEmail, stop), await MaskAsync(Account.MobileField.In(actor.Id), kept.SealedMobile, stop))
            : new(null, null);

    /// <summary>Changes the own addresses. A text that is empty takes the address away; null leaves it as it is.</summary>
    /// <returns>Refused: <c>access.email-wrong</c>, <c>access.mobile-wrong</c>, <c>access.no-such-account</c>.</returns>
    public async Task<Result<bool>> ChangeAsync(Actor actor, string? email, string? mobile, CancellationToken stop)
    {
        (email, mobile) = (email?.Trim(), mobile is null ? null : Separators().Replace(TypedText.Fold(mobile), ""));
        if (email is { Length: > 0 } && !SealedAddresses.IsEmail(email)) return new Refusal("access.email-wrong", "电子邮箱不对，应像 name@example.cn 这样，只填一个，不超过 200 个字符；请核对后重填。");
        if (mobile is { Length: > 0 } && !Mobile().IsMatch(mobile)) return new Refusal("access.mobile-wrong", "手机号码不对，应是以 1 开头的 11 位数字；请核对后重填。");
        return await _writer.DoAsync<bool>(new Act(actor.ActorId, Verb, Account.SubjectOf(actor.Id)), async (unit, inner) =>
        {
            if (await unit.Db<AccessDb>().Accounts.FirstOrDefaultAsync(a => a.Id == actor.Id && a.ClosedAt == null, inner) is not { } account) return AccessRefusals.NoSuchAccount;
            var sealer = unit.Get<Sealer>();
            if (email is not null) account.SealedEmail = email.Length == 0 ? null : await sealer.SealAsync(unit, account.Subject, Account.EmailField.In(account.Id), email, inner);
            if (mobile is not null) account.SealedMobile = mobile.Length == 0 ? null : await sealer.SealAsync(unit, account.Subject, Account.MobileField.In(account.Id), mobile, inner);
            return true;
        }, stop);
    }

    /// <summary>Which of some accounts have which addresses, without opening any.</summary>
    public async Task<IReadOnlyDictionary<Guid, (bool HasEmail, bool HasMobile)>> HaveAsync(IReadOnlyCollection<Guid> accounts, CancellationToken stop) =>
        await _db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id) && a.ClosedAt == null)
            .Select(a => new { a.Id, HasEmail = a.SealedEmail != null, HasMobile = a.SealedMobile != null })
            .ToDictionaryAsync(a => a.Id, a => (a.HasEmail, a.HasMobile), stop);

    /// <summary>Opens the addresses of some accounts, for sending to them. What was erased is none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Contacts>> OpenAsync(IReadOnlyCollection<Guid> accounts, CancellationToken stop)
    {
        var found = await _db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Name, a.SealedEmail, a.SealedMobile }).ToListAsync(stop);
        var tokens = found.SelectMany(a => new (FieldPlace Place, string? Token)[] { (Account.EmailField.In(a.Id), a.SealedEmail), (Account.MobileField.In(a.Id), a.SealedMobile) }).Where(t => t.Token is not null).ToList();
        var values = await _sealer.OpenAsync([.. tokens.Select(t => (t.Place, t.Token!))], stop);
        var opened = tokens.Zip(values).ToDictionary(v => v.First.Place, v => v.Second);
        return found.ToDictionary(a => a.Id, a => new Contacts(
            _declared.DemoPeople.TryGetValue(a.Name, out var person) ? person.Name : a.Name, opened.GetValueOrDefault(Account.EmailField.In(a.Id)), opened.GetValueOrDefault(Account.MobileField.In(a.Id))));
    }

    private async Task<string?> MaskAsync(FieldPlace place, string? token, CancellationToken stop) => token is null ? null : await _sealer.MaskAsync(place, token, stop);

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\s-]|^\+?86(?=1[0-9]{10}$)")]
    private static partial Regex Separators();
}
