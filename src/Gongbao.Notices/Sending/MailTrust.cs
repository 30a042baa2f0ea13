using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongbao.Platform.Store;

namespace Gongbao.Notices.Sending;

/// <summary>
/// Whether a mail server is who it says it is (邮件服务器的证书): issued for its name, within its time, by somebody whom this machine trusts or who stands in
/// <c>smtp-ca.pem</c> beside the data. Where it cannot be asked whether a certificate was revoked, it counts as not revoked.
/// </summary>
internal sealed class MailTrust
{
    public const string File = "smtp-ca.pem";

    private const X509ChainStatusFlags Unasked = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;
    private const X509ChainStatusFlags Unknown = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    private readonly X509Certificate2Collection _own = [];

    /// <exception cref="InvalidDataException">The file holds no certificates.</exception>
    public MailTrust(StoreOptions store)
    {
        var path = Path.Combine(store.DataFolder, File);
        if (!System.IO.File.Exists(path)) return;
        try
        {
            _own.ImportFromPemFile(path);
        }
        catch (CryptographicException)
        {
            // Said below, as of a file with nothing in it.
        }
        if (_own.Count == 0) throw new InvalidDataException($"{path} 里没有 PEM 格式的证书；请放入签发邮件服务器证书的机构的证书，或者删去这个文件，然后重新启动。");
    }

    /// <returns>What is wrong, to be put behind “证书”; null where it is trusted.</returns>
    public string? WhyNot(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return "没有出示";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return "不是签发给这台服务器的";
        var wrong = StatusOf(chain);
        if ((wrong & Unknown) != 0 && _own.Count > 0) wrong = StatusBy(_own, certificate, chain);
        return (wrong & ~Unasked) switch
        {
            X509ChainStatusFlags.NoError => null,
            var flags when (flags & X509ChainStatusFlags.Revoked) != 0 => "已被吊销",
            var flags when (flags & X509ChainStatusFlags.NotTimeValid) != 0 => "不在有效期内",
            var flags when (flags & Unknown) != 0 => "的签发机构不受信任",
            var flags => $"不合要求（{flags}）",
        };
    }

    private static X509ChainStatusFlags StatusOf(X509Chain? chain) => (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);

    private static X509ChainStatusFlags StatusBy(X509Certificate2Collection roots, X509Certificate certificate, X509Chain? sent)
    {
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        foreach (var between in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) chain.ChainPolicy.ExtraStore.Add(between.Certificate);
        using var own = new X509Certificate2(certificate);
        return chain.Build(own) ? X509ChainStatusFlags.NoError : StatusOf(chain);
    }
}
