namespace Gongbao.Platform.Files;

/// <summary>What is stored under a name no longer gives that name: bytes were changed, lost or added.</summary>
public sealed class DamagedFileException(string hash)
    : IOException($"附件 {hash} 的存储内容已损坏，与其散列不符。请从备份恢复。");
