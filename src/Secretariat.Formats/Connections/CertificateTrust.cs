using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Secretariat.Formats.Connections;

/// <summary>Decides on a server's certificate: the system's authorities, and the one configured.</summary>
internal sealed class CertificateTrust(ConnectionOptions options)
{
    public string? WhyRefused { get; private set; }

    public SslClientAuthenticationOptions ClientOptions =>
        new() { TargetHost = options.Host, RemoteCertificateValidationCallback = Accept };

    private bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        WhyRefused = errors switch
        {
            SslPolicyErrors.None => null,
            SslPolicyErrors.RemoteCertificateChainErrors => WhyNotTrusted(certificate!, chain!),
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "there is none",
            _ => $"it is not made out to {options.Host}",
        };
        return WhyRefused is null;
    }

    private string? WhyNotTrusted(X509Certificate certificate, X509Chain systemChain)
    {
        if (options.TrustedCertificatePem is null)
            return Describe(systemChain);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(options.TrustedCertificatePem);
        chain.ChainPolicy.ExtraStore.AddRange(systemChain.ChainPolicy.ExtraStore);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(leaf) ? null : Describe(chain);
    }

    private static string Describe(X509Chain chain) =>
        string.Join(", ", chain.ChainStatus.Select(s => s.StatusInformation.Trim().TrimEnd('.')).Distinct());
}
