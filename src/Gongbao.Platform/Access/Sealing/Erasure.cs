using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Erases a subject's personal information (删除个人信息) by destroying its data key. The sealed values, the attachments and the journal stay as
/// they are, so everything that was proved by them still is; nobody can read them any more. Database backups still hold the wrapped key until they
/// are out of use, or until the city key that wrapped it was rotated away and destroyed.
/// </summary>
/// <source>《中华人民共和国个人信息保护法》第四十七条</source>
public sealed class Erasure
{
    /// <summary>The verb it takes.</summary>
    public const string Verb = "access.erase";

    private readonly Writer _writer;

    internal Erasure(Writer writer) => _writer = writer;

    /// <param name="by">Who erases.</param>
    /// <param name="subject">Whose information, <c>kind:id</c>.</param>
    /// <param name="target">Where the subject belongs, for the actor's scope.</param>
    /// <param name="clause">The clause that orders or allows it; null where it rests on the person's own request.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>How many keys were destroyed. Refused: <c>access.not-allowed</c>, <c>access.nothing-sealed</c>.</returns>
    public Task<Result<int>> EraseAsync(Actor by, string subject, AccessTarget target, string? clause, CancellationToken stop) =>
        _writer.DoAsync<int>(new Act(by.ActorId, Verb, subject) { Clause = clause }, async (unit, unitStop) =>
        {
            if (!by.May(Verb, target)) return AccessRefusals.NotAllowed;
            var keys = await unit.Db<AccessDb>().DataKeys.Where(k => k.Subject == subject && k.ErasedAt == null).ToListAsync(unitStop);
            if (keys.Count == 0) return new Refusal("access.nothing-sealed", "没有可删除的已封存信息。");
            foreach (var key in keys)
                (key.Wrapped, key.ErasedAt) = (null, unit.At);
            return keys.Count;
        }, stop);
}
