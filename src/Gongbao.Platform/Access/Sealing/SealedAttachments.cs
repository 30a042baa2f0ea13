using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>
/// Attachments of a subject (个人附件), stored sealed and named by the hash of the sealed bytes: the name tells nothing of the content, and
/// erasing the subject leaves the stored bytes verifiable and unreadable. A person reads one by <see cref="Reveal.ReadFileAsync"/>.
/// </summary>
public static class SealedAttachments
{
    /// <summary>Seals and stores an attachment inside a unit of work.</summary>
    /// <param name="unit">The unit that stores the row at <paramref name="place"/> too.</param>
    /// <param name="subject">Whose attachment it is, <c>kind:id</c>.</param>
    /// <param name="place">The field that will hold the name.</param>
    /// <param name="plain">The bytes, already in memory or on this machine's disk, since a unit awaits nothing but the store.</param>
    /// <param name="most">The largest length taken, bytes.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>The name. Refused: <c>files.too-large</c>, <c>files.empty</c>.</returns>
    public static async Task<Result<string>> KeepAsync(UnitOfWork unit, string subject, FieldPlace place, Stream plain, long most, CancellationToken stop)
    {
        if (plain.Length > most) return (await FileContent.ReadAsync(plain, most, stop)).Refusals[0];
        if (plain.Length == 0) return (await FileContent.ReadAsync(Stream.Null, most, stop)).Refusals[0];
        using var box = new MemoryStream();
        await unit.Get<Sealer>().SealFileAsync(unit, subject, place, plain, box, stop);
        box.Position = 0;
        if ((await FileContent.ReadAsync(box, long.MaxValue, stop)).IsRefused(out var refusal, out var content)) return refusal;
        await StoredFiles.KeepAsync(unit, content, stop);
        return content.Hash;
    }
}
