namespace Gongbao.Gazette.Import.Uploads;

/// <summary>
/// The body of a request, read no further than a bound. Most senders look for an answer only when they have sent everything, so what is refused
/// is read on and thrown away, much of it.
/// </summary>
/// <param name="inner">Not closed with this.</param>
/// <param name="most">Bytes.</param>
internal sealed class UploadBody(Stream inner, long most) : Stream
{
    private const long MostThrownAway = 1024L * 1024 * 1024;

    private static readonly TimeSpan LongestThrownAway = TimeSpan.FromSeconds(20);

    private long _read;

    public long Most => most;

    /// <summary>Whether there was more than the bound.</summary>
    public bool IsOver => _read > most;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">There is more than the bound.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        _read += count;
        return IsOver ? throw new InvalidDataException("The request is larger than is taken.") : count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads on for some time, keeping nothing; whoever sends without end gets no answer.</summary>
    public async Task ThrowAwayAsync(CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(LongestThrownAway);
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; _read < MostThrownAway && (count = await inner.ReadAsync(buffer, late.Token)) > 0;) _read += count;
        }
        catch (Exception broken) when (broken is Microsoft.AspNetCore.Http.BadHttpRequestException or IOException or OperationCanceledException)
        {
            // The sender has gone, or is too slow for an answer.
        }
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
