using System.Net.Mail;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>Mail addresses that belong to no account (无账户的联系方式): opened for sending to them, and forgotten when their owner says so or their time is over.</summary>
public sealed class SealedAddresses
{
    private readonly Sealer _sealer;

    internal SealedAddresses(Sealer sealer) => _sealer = sealer;

    /// <summary>Whether a text is one mail address, at most 200 characters of ASCII.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= 200 && MailAddress.TryCreate(text, out var address) && address.Address == text && text.All(c => c is > ' ' and < '\x7f' and not (',' or ';'));

    /// <summary>Opens addresses for sending to them; null where one was erased.</summary>
    public Task<IReadOnlyList<string?>> OpenAsync(IReadOnlyList<(FieldPlace Place, string Token)> tokens, CancellationToken stop) => _sealer.OpenAsync(tokens, stop);

    /// <summary>Destroys what opens the values of a subject, inside a unit of work: at the owner's word, or when the declared time is over.</summary>
    public static async Task ForgetAsync(UnitOfWork unit, string subject, CancellationToken stop)
    {
        foreach (var key in await unit.Db<AccessDb>().DataKeys.Where(k => k.Subject == subject && k.ErasedAt == null).ToListAsync(stop)) (key.Wrapped, key.ErasedAt) = (null, unit.At);
    }
}
