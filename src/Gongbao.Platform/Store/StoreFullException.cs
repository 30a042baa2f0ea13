namespace Gongbao.Platform.Store;

/// <summary>There is no room left for a change: the disk, or the size set for the database. Nothing was changed.</summary>
public sealed class StoreFullException(Exception cause)
    : IOException("存储空间已满，本次操作没有保存任何内容。请清理磁盘或扩大数据库空间后重试。", cause);
