using System.Text;
using Gongbao.Platform.Store;

namespace Gongbao.Notices.Sending;

/// <summary>
/// What the other sides know us by (渠道密钥): the password of the mail server and the key that signs calls to the gateway. From the environment, or
/// from <c>notices.secrets</c> beside the data, which only its owner may read; there is no default.
/// </summary>
internal sealed class ChannelSecrets
{
    public const string File = "notices.secrets";

    private const string WebhookName = "webhook-secret";
    private const string SmtpName = "smtp-password";

    /// <exception cref="InvalidDataException">Others than its owner may read the file.</exception>
    public ChannelSecrets(StoreOptions store)
    {
        var kept = Read(Path.Combine(store.DataFolder, File));
        Webhook = Value("GONGBAO_WEBHOOK_SECRET", WebhookName) is { } key ? Encoding.UTF8.GetBytes(key) : null;
        SmtpPassword = Value("GONGBAO_SMTP_PASSWORD", SmtpName);

        string? Value(string variable, string name) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set : kept.GetValueOrDefault(name);
    }

    /// <summary>Signs calls to the gateway; null where none was given, and then nothing is sent there.</summary>
    public byte[]? Webhook { get; }

    /// <summary>Null where none was given.</summary>
    public string? SmtpPassword { get; }

    private static Dictionary<string, string> Read(string path)
    {
        if (!System.IO.File.Exists(path)) return [];
        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            throw new InvalidDataException($"{path} 里是密钥，别的用户也能读写它；请把权限改为 0600 后重新启动。");
        return System.IO.File.ReadLines(path).Select(l => l.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal);
    }
}
