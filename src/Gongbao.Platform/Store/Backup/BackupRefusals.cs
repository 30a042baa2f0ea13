using Gongbao.Kernel.Results;

namespace Gongbao.Platform.Store.Backup;

internal static class BackupRefusals
{
    public static Refusal FolderNotEmpty(string folder) => new("backup.folder-not-empty", $"备份文件夹 {folder} 已有内容，请换一个空文件夹。");

    public static Refusal NoStore(string folder) => new("backup.no-store", $"数据文件夹 {folder} 里没有数据库，没有可备份的内容。");

    public static Refusal JournalNotSound(int breaches) =>
        new("backup.journal-not-sound", $"日志验证发现 {breaches} 处问题，没有备份。请先运行 gongbao journal verify --anchors 查看。");

    public static Refusal NoBackup(string folder) => new("restore.no-backup", $"文件夹 {folder} 不是公报的备份：缺少可读的 backup.json。");

    public static Refusal OtherDatabase(StoreProvider taken) =>
        new("restore.other-database", $"这份备份取自 {taken}，只能恢复到同类数据库。请核对 --database 选项。");

    public static Refusal Damaged(string file) => new("restore.damaged", $"备份中的文件 {file} 缺失或已损坏，没有恢复任何内容。请换另一份备份。");

    public static Refusal WouldOverwrite { get; } =
        new("restore.would-overwrite", "目标已有数据，没有恢复任何内容。确认要替换时请加 --force。");

    public static Refusal InUse { get; } = new("restore.in-use", "数据库正在使用，没有恢复任何内容。请先停止正在运行的公报程序。");

    public static Refusal NotSound(string why) => new("restore.not-sound", $"备份没有通过验证：{why}。没有替换现有数据。");

    public static Refusal NoTool(string tool) =>
        new("backup.no-tool", $"找不到 PostgreSQL 的 {tool} 程序。请安装 postgresql-client，版本不低于服务器。");

    public static Refusal ToolFailed(string tool, string error) => new("backup.tool-failed", $"{tool} 没有完成：{error.Trim()}。");
}
