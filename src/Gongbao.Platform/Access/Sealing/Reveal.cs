using Gongbao.Kernel.Results;
using Gongbao.Platform.Access.Declarations;
using Gongbao.Platform.Access.Fields;
using Gongbao.Platform.Access.Storage;
using Gongbao.Platform.Files;
using Gongbao.Platform.Store;

namespace Gongbao.Platform.Access.Sealing;

/// <summary>Why and by whom a personal field is read whole.</summary>
/// <param name="By">Who reads.</param>
/// <param name="Place">The field.</param>
/// <param name="Token">What stands there: the sealed value, or the name of a sealed attachment.</param>
/// <param name="Subject">Whose value it is, <c>kind:id</c>.</param>
/// <param name="Target">Where the row belongs, for the reader's scope.</param>
/// <param name="Reason">Id of a declared reason.</param>
/// <param name="Note">What the reader adds, at most 500 characters; kept sealed. Null for nothing.</param>
public sealed record RevealRequest(Actor By, FieldPlace Place, string Token, string Subject, AccessTarget Target, string Reason, string? Note = null);

/// <summary>
/// Shows a personal field whole (揭示): only to whom a role allows it, for a declared reason, and only after the act stands in the journal.
/// A refused attempt stands there too.
/// </summary>
/// <source>《中华人民共和国个人信息保护法》第五十一条、第五十四条</source>
public sealed class Reveal
{
    /// <summary>The verb it takes.</summary>
    public const string Verb = "access.reveal";

    private static readonly ProtectedField NoteField = new("access_reveal", "sealed_note", FieldClass.Personal, MaskKind.Whole);

    private readonly Writer _writer;
    private readonly Sealer _sealer;
    private readonly StoredFiles _files;
    private readonly AccessDeclarations _declared;

    internal Reveal(Writer writer, Sealer sealer, StoredFiles files, AccessDeclarations declared) =>
        (_writer, _sealer, _files, _declared) = (writer, sealer, files, declared);

    /// <returns>Refused: <c>access.not-allowed</c>, <c>access.secret</c>, <c>access.reason-needed</c>, <c>access.note-too-long</c>, <c>access.erased</c>.</returns>
    /// <exception cref="SealBrokenException">The token was changed, moved, or sealed with other keys.</exception>
    public async Task<Result<string>> ReadAsync(RevealRequest request, CancellationToken stop) =>
        (await RecordAsync(request, stop)).IsRefused(out var no, out _) ? no : await _sealer.OpenAsync(request.Place, request.Token, stop);

    /// <summary>Opens a sealed attachment whole, in memory: nothing of it is given out before all of it is proved.</summary>
    /// <returns>Refused as <see cref="ReadAsync"/>, and <c>access.no-such-attachment</c>.</returns>
    /// <exception cref="SealBrokenException">The bytes were changed, moved, cut, or sealed with other keys.</exception>
    public async Task<Result<MemoryStream>> ReadFileAsync(RevealRequest request, CancellationToken stop)
    {
        if ((await RecordAsync(request, stop)).IsRefused(out var no, out _)) return no;
        await using var box = await _files.OpenAsync(request.Token, stop);
        if (box is null) return new Refusal("access.no-such-attachment", "没有这个附件。");
        var plain = new MemoryStream();
        if ((await _sealer.OpenFileAsync(request.Place, box, plain, stop)).IsRefused(out var erased, out _)) return erased;
        plain.Position = 0;
        return plain;
    }

    private Task<Result<bool>> RecordAsync(RevealRequest request, CancellationToken stop)
    {
        var act = new Act(request.By.ActorId, Verb, request.Place.ToString());
        return _writer.DoAsync<bool>(act, async (unit, unitStop) =>
        {
            if (WhyNot(request) is { } refusal) return refusal;
            var id = Guid.CreateVersion7(unit.At);
            unit.Db<AccessDb>().Reveals.Add(new()
            {
                Id = id,
                Actor = request.By.ActorId.Value,
                Place = request.Place.ToString(),
                Reason = request.Reason,
                SealedNote = string.IsNullOrWhiteSpace(request.Note) ? null
                    : await unit.Get<Sealer>().SealAsync(unit, request.Subject, NoteField.In(id), request.Note.Trim(), unitStop),
                RevealedAt = unit.At,
            });
            return true;
        }, stop);
    }

    private Refusal? WhyNot(RevealRequest request)
    {
        if (!request.By.May(Verb, request.Target)) return AccessRefusals.NotAllowed;
        if (request.Place.Field.Class is FieldClass.Secret) return new Refusal("access.secret", "鉴别信息任何人都不能查看。");
        if (!_declared.RevealReasons.ContainsKey(request.Reason)) return new Refusal("access.reason-needed", "请选择查看完整个人信息的理由。");
        return request.Note?.Length > 500 ? new Refusal("access.note-too-long", "理由说明不超过 500 字。") : null;
    }
}
