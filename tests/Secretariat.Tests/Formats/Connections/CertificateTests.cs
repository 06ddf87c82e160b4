using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Formats.Connections;

public class CertificateTests
{
    private static readonly DateTimeOffset Day = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_server_of_the_trusted_private_authority_is_accepted() =>
        Assert.Null(await WhyRefusedAsync("127.0.0.1", Day.AddDays(1), trusted: true));

    [Fact]
    public async Task Without_the_private_authority_its_server_is_refused() =>
        Assert.NotNull(await WhyRefusedAsync("127.0.0.1", Day.AddDays(1), trusted: false));

    [Fact]
    public async Task The_trusted_authority_does_not_make_up_for_an_expired_certificate() =>
        Assert.Contains(
            "expired",
            await WhyRefusedAsync("127.0.0.1", Day.AddDays(-1), trusted: true),
            StringComparison.OrdinalIgnoreCase
        );

    [Fact]
    public async Task The_trusted_authority_does_not_make_up_for_another_name() =>
        Assert.Contains(
            "not made out to 127.0.0.1",
            await WhyRefusedAsync("imap.example", Day.AddDays(1), trusted: true),
            StringComparison.Ordinal
        );

    private static async Task<string?> WhyRefusedAsync(string name, DateTimeOffset until, bool trusted)
    {
        using var authority = MakeAuthority();
        await using var peer = new TlsPeer(Issue(authority, name, until));
        var options = new ImapOptions
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            TrustedCertificatePem = trusted ? authority.ExportCertificatePem() : null,
        };
        try
        {
            var ct = TestContext.Current.CancellationToken;
            await using var client = await ImapClient.ConnectAsync(options, ct);
            return null;
        }
        catch (ImapException e)
        {
            return e.Message;
        }
    }

    private static X509Certificate2 MakeAuthority()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Day.AddDays(-30), Day.AddDays(30));
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, string name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (System.Net.IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, Day.AddDays(-10), until, [1, 2, 3]);
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>Greets as an IMAP server does, once the connection is encrypted.</summary>
    private sealed class TlsPeer(X509Certificate2 certificate) : ScriptedPeer
    {
        protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
        {
            await using var tls = new SslStream(stream);
            var options = new SslServerAuthenticationOptions { ServerCertificate = certificate };
            try
            {
                await tls.AuthenticateAsServerAsync(options, ct);
            }
            catch (System.Security.Authentication.AuthenticationException)
            {
                return; // the client did not like the certificate
            }
            await SayAsync(tls, Encoding.ASCII.GetBytes("* OK Ready\r\n"), ct);
            await tls.CopyToAsync(Stream.Null, ct);
        }
    }
}
