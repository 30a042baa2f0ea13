using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Gongbao.Notices.Tests.Sending;

/// <summary>How a mail server encrypts.</summary>
internal enum MailSecurity
{
    None,

    /// <summary>As soon as somebody connects (implicit TLS, RFC 8314).</summary>
    Tls,

    /// <summary>When it is asked to (RFC 3207).</summary>
    StartTls,
}

/// <summary>A mail server that speaks enough of SMTP (RFC 5321) on a loopback port, and keeps what it took.</summary>
/// <param name="security">Whether and how it encrypts.</param>
/// <param name="certificate">What it shows, with its key; null where it does not encrypt.</param>
/// <param name="password">Whoever sends must say it first (RFC 4954), encrypted; null for anybody.</param>
internal sealed class MailServer(MailSecurity security = MailSecurity.None, X509Certificate2? certificate = null, string? password = null) : IAsyncDisposable
{
    private readonly TcpListener _listener = Listen();
    private readonly CancellationTokenSource _end = new();
    private Task? _listening;

    /// <summary>From when it is asked for, it listens.</summary>
    public int Port
    {
        get
        {
            _listening ??= ListenAsync();
            return ((IPEndPoint)_listener.LocalEndpoint).Port;
        }
    }

    public ConcurrentQueue<MimeMessage> Taken { get; } = [];

    /// <summary>What was said to it without encryption, line by line.</summary>
    public ConcurrentQueue<string> InTheClear { get; } = [];

    /// <summary>What is answered to a recipient; 250 takes it.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "250 ok";

    /// <summary>True closes each connection as soon as it is opened.</summary>
    public bool IsDown { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        if (_listening is not null) await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        if (IsDown) return;
        var stream = client.GetStream();
        if (security is MailSecurity.Tls)
        {
            await using var encrypted = await EncryptAsync(stream);
            await TalkAsync(encrypted, isFirst: true);
        }
        else if (await TalkAsync(stream, isFirst: true))
        {
            await using var encrypted = await EncryptAsync(stream);
            await TalkAsync(encrypted, isFirst: false);
        }
    }

    private async Task<SslStream> EncryptAsync(NetworkStream stream)
    {
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: true);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _end.Token);
        return encrypted;
    }

    /// <returns>True where the other side asks for encryption.</returns>
    private async Task<bool> TalkAsync(Stream stream, bool isFirst)
    {
        // Not disposed of: what comes behind STARTTLS goes over the same connection.
        var reader = new StreamReader(stream, Encoding.UTF8);
        var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var (isEncrypted, isKnown) = (stream is SslStream, password is null);
        if (isFirst) await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (!isEncrypted) InTheClear.Enqueue(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "STARTTLS" && security is MailSecurity.StartTls && !isEncrypted)
            {
                await writer.WriteLineAsync("220 go on");
                return true;
            }
            if (verb == "AUTH" && isEncrypted) isKnown = password is not null && Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).EndsWith("\0" + password, StringComparison.Ordinal);
            if (verb == "DATA" && isKnown) await TakeAsync(reader, writer);
            else await writer.WriteLineAsync(verb switch
            {
                "EHLO" => string.Join("\r\n", Offers(isEncrypted).Select(o => "250-" + o).Append("250 8BITMIME")),
                "AUTH" => isKnown ? "235 welcome" : "535 wrong",
                "MAIL" or "RCPT" or "DATA" when !isKnown => "530 who are you",
                "RCPT" => Recipient(line),
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "QUIT") return false;
        }
        return false;
    }

    private IEnumerable<string> Offers(bool isEncrypted)
    {
        yield return "test";
        if (security is MailSecurity.StartTls && !isEncrypted) yield return "STARTTLS";
        if (password is not null && isEncrypted) yield return "AUTH PLAIN";
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), _end.Token));
        await writer.WriteLineAsync("250 taken");
    }
}
