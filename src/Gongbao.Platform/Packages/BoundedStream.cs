namespace Gongbao.Platform.Packages;

/// <summary>Reads no further than its bounds, whatever sizes an archive declares.</summary>
/// <param name="inner">Closed with this.</param>
/// <param name="part">Its name, for the refusal.</param>
/// <param name="packed">Bytes as packed.</param>
/// <param name="ratio">Bytes unpacked for each byte packed.</param>
/// <param name="whole">Told of the bytes read, for the bound of the whole file.</param>
public sealed class BoundedStream(Stream inner, string part, long packed, int ratio, Action<int> whole) : Stream
{
    private readonly long _byRatio = Math.Max(PackageLimits.SmallPart, packed * ratio);
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    private int Counted(int count)
    {
        _read += count;
        whole(count);
        if (_read > PackageLimits.PartBytes) throw ZipPackage.TooLarge(part);
        if (_read > _byRatio)
            throw new UnreadableFile("zip-bomb", $"文件中的“{part}”展开后比压缩时大了 {ratio} 倍以上，可能是恶意构造的，没有读取；请向提供者核实，在文字处理软件中另存后再读。");
        return count;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
