using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gongbao.Platform.Store;
using Gongbao.Platform.Store.Mapping;

namespace Gongbao.Platform.Journal;

/// <summary>
/// The entries of one batch, first gathered, then numbered and chained when the head is locked.
/// An entry's canonical form is its fields in column order, each as a four-byte big-endian length (-1 for null) and its
/// bytes: integers as eight bytes big-endian, text as UTF-8. Its hash is SHA-256 over the hash before and that form.
/// </summary>
internal sealed class JournalPage
{
    private readonly List<Draft> _drafts = [];
    private byte[] _bytes = new byte[16 * 1024];
    private int _end;

    public readonly record struct Draft(Act Act, DateTimeOffset At, DateTimeOffset LegalAt, string Outcome, string? Reason, byte[]? Change);

    /// <summary>A draft with its place in the chain; <see cref="Form"/> is valid until the page is cleared.</summary>
    public readonly record struct Entry(long Number, Draft Draft, Range Form, byte[] Hash);

    public List<Entry> Entries { get; } = [];

    public int Count => _drafts.Count;

    public ReadOnlySpan<byte> Form(in Entry entry) => _bytes.AsSpan(entry.Form);

    public void Add(in Draft draft) => _drafts.Add(draft);

    public void Clear()
    {
        _drafts.Clear();
        Entries.Clear();
        _end = 0;
    }

    /// <summary>Numbers and chains the drafts after <paramref name="head"/>.</summary>
    /// <returns>The new head.</returns>
    public ChainPoint Chain(ChainPoint head)
    {
        foreach (var draft in _drafts)
        {
            var number = head.Number + 1;
            var start = Reserve(32);
            head.Hash.CopyTo(_bytes, start);
            Write(number, draft);
            var hash = SHA256.HashData(_bytes.AsSpan(start.._end));
            Entries.Add(new(number, draft, (start + 32).._end, hash));
            head = new(number, hash);
        }

        return head;
    }

    private void Write(long number, in Draft draft)
    {
        WriteNumber(number);
        WriteNumber(InstantMicroseconds.From(draft.At));
        WriteNumber(InstantMicroseconds.From(draft.LegalAt));
        WriteText(draft.Act.By.Value);
        WriteText(draft.Act.OnBehalfOf?.Value);
        WriteText(draft.Act.Verb);
        WriteText(draft.Act.Subject);
        WriteText(draft.Act.Clause);
        WriteText(draft.Outcome);
        WriteText(draft.Reason);
        WriteBytes(draft.Change);
    }

    private void WriteNumber(long value)
    {
        var at = Reserve(12);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), 8);
        BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(at + 4), value);
    }

    private void WriteText(string? text)
    {
        if (text is null)
        {
            WriteBytes(null);
            return;
        }

        var at = Reserve(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(at + 4));
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), length);
        _end = at + 4 + length;
    }

    private void WriteBytes(byte[]? bytes)
    {
        var at = Reserve(4 + (bytes?.Length ?? 0));
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at), bytes?.Length ?? -1);
        bytes?.CopyTo(_bytes, at + 4);
    }

    private int Reserve(int length)
    {
        var at = _end;
        _end += length;
        if (_end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_end, _bytes.Length * 2));
        return at;
    }
}
