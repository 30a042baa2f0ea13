using Gongbao.Notices.Desk;
using Gongbao.Notices.Sending;
using Gongbao.Notices.Storage;
using Gongbao.Platform.Store;
using Microsoft.EntityFrameworkCore;
using static Gongbao.Notices.Tests.TestNotices;

namespace Gongbao.Notices.Tests.Sending;

/// <summary>Mail to a server that encrypts and asks who is there. Its certificate is made by the test.</summary>
public sealed class Encrypted_mail : IDisposable
{
    private const string Password = "right";

    private readonly TestCertificates _office = new();

    public void Dispose() => _office.Dispose();

    [Theory, InlineData("starttls"), InlineData("tls")]
    public async Task Goes_out_to_a_server_that_is_trusted_and_knows_the_password(string security)
    {
        using var certificate = _office.Issue("127.0.0.1");
        await using var mail = Server(security, certificate);
        await using var notices = await OwedAsync(mail, security);

        Assert.Equal(1, await notices.SendAsync(Channel.Email));

        Assert.Equal("还有 30 天到期：办好obligation:1", Assert.Single(mail.Taken).Subject);
        Assert.DoesNotContain(mail.InTheClear, l => !l.StartsWith("EHLO", StringComparison.Ordinal) && l != "STARTTLS");
    }

    [Theory, InlineData("starttls"), InlineData("tls")]
    public async Task Waits_while_the_server_does_not_take_the_password(string security)
    {
        using var certificate = _office.Issue("127.0.0.1");
        await using var mail = Server(security, certificate);
        await using var notices = await OwedAsync(mail, security, password: "wrong");

        await FailsAsync(notices, "邮件服务器 127.0.0.1 不接受 gongbao 的口令，没有发送；请核对 notices.secrets 里的 smtp-password 后重新启动。");
        Assert.Empty(mail.Taken);

        notices.WriteSecrets($"smtp-password={Password}");
        await using var again = await notices.AgainAsync();
        again.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(1, await again.SendAsync(Channel.Email));
        Assert.Single(mail.Taken);
        Assert.Equal([DeliveryState.Waiting, DeliveryState.Waiting, DeliveryState.HandedOver], await again.ReadAsync(db => db.Attempts.OrderBy(a => a.Number).Select(a => a.Outcome).ToListAsync()));
    }

    [Theory]
    [InlineData("starttls", "127.0.0.1", 30, false, "的签发机构不受信任")]
    [InlineData("tls", "127.0.0.1", 30, false, "的签发机构不受信任")]
    [InlineData("starttls", "mail.example", 30, true, "不是签发给这台服务器的")]
    [InlineData("starttls", "127.0.0.1", -1, true, "不在有效期内")]
    public async Task Is_not_sent_to_a_server_whose_certificate_is_not_good(string security, string issuedTo, int days, bool isTrusted, string why)
    {
        using var certificate = _office.Issue(issuedTo, days);
        await using var mail = Server(security, certificate);
        await using var notices = await OwedAsync(mail, security, isTrusted: isTrusted);

        await FailsAsync(notices, $"邮件服务器 127.0.0.1 的证书{why}，没有发送，也不改用明文；请更换服务器的证书，或者把签发机构的证书放进数据文件夹的 smtp-ca.pem 后重新启动。");
        Assert.Empty(mail.Taken);
        Assert.DoesNotContain(mail.InTheClear, l => !l.StartsWith("EHLO", StringComparison.Ordinal) && l != "STARTTLS");
    }

    [Theory]
    [InlineData("starttls", "邮件服务器 127.0.0.1 不提供 STARTTLS 加密，没有发送，也不改用明文；请在服务器上开启，或者把声明里的 security 改为 tls。")]
    [InlineData("tls", "和邮件服务器谈不成加密，没有发送，也不改用明文；请核对端口和声明里的 security。")]
    public async Task Is_not_sent_in_the_clear_to_a_server_that_does_not_encrypt(string security, string why)
    {
        await using var mail = new MailServer(password: Password);
        await using var notices = await OwedAsync(mail, security);

        await FailsAsync(notices, why);
        Assert.Empty(mail.Taken);
        Assert.DoesNotContain(mail.InTheClear, l => l.StartsWith("AUTH", StringComparison.Ordinal) || l.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_declared_without_encryption_for_a_server_of_this_machine_alone()
    {
        var check = SampleCity.Check("notices: { email: { host: mail.example, port: 25, security: none, from: a@city.example, source: 试验 } }");
        Assert.Contains("明文", Assert.Single(check.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_certificates_in_the_file_of_those_that_are_trusted()
    {
        await using var notices = await CreateAsync(StoreProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(notices.Folder, MailTrust.File), "x");
        Assert.Contains("没有 PEM 格式的证书", Assert.Throws<InvalidDataException>(() => new MailTrust(new() { Provider = StoreProvider.Sqlite, DataFolder = notices.Folder })).Message, StringComparison.Ordinal);
    }

    private static MailServer Server(string security, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) =>
        new(security == "tls" ? MailSecurity.Tls : MailSecurity.StartTls, certificate, Password);

    /// <summary>One person with an address is owed one message.</summary>
    private async Task<TestNotices> OwedAsync(MailServer mail, string security, string password = Password, bool isTrusted = true)
    {
        var city = SampleCity.With($"notices: {{ email: {{ host: 127.0.0.1, port: {mail.Port}, security: {security}, from: gongbao@city.example, user: gongbao, source: 试验 }} }}");
        var notices = await CreateAsync(StoreProvider.Sqlite, city);
        notices.WriteSecrets($"smtp-password={password}");
        if (isTrusted) await File.WriteAllTextAsync(Path.Combine(notices.Folder, MailTrust.File), _office.Pem);
        await notices.PersonAsync("mailed", "liaison", "linjiang", email: "a@city.example");
        await notices.SayAsync(Owed("obligation:1", new(2023, 8, 31), "linjiang"));
        await notices.MoveAsync(8, 1);
        return notices;
    }

    /// <summary>The try is written down with its reason, is made again later, and the desk shows it.</summary>
    private static async Task FailsAsync(TestNotices notices, string why)
    {
        Assert.Equal(1, await notices.SendAsync(Channel.Email));
        Assert.Equal((DeliveryState.Waiting, why), await notices.ReadAsync(db => db.Attempts.Select(a => ValueTuple.Create(a.Outcome, a.Fault)).SingleAsync()));
        Assert.Equal(why, Assert.Single((await notices.AskAsync<NoticesDesk, DeskView>(d => d.ReadAsync(DeskFilter.Failed, null, null, default))).Messages).Sent!.Fault);
        notices.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await notices.SendAsync(Channel.Email));
    }
}
