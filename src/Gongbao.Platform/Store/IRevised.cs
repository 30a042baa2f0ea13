namespace Gongbao.Platform.Store;

/// <summary>
/// Something that is changed after it was made. Its revision starts at 1 and rises with each change; who saves over a
/// revision that is no longer the newest gets a concurrency fault. Pages and endpoints show it as the ETag.
/// </summary>
public interface IRevised
{
    /// <summary>Raised by <see cref="RoomDb"/>, never by hand.</summary>
    long Revision { get; }
}
