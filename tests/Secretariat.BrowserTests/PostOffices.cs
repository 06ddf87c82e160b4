using System.Globalization;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Formats.Mime;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;

namespace Secretariat.BrowserTests;

/// <summary>The world's mail as a ministry sees it.</summary>
public interface IPostOffice
{
    IReadOnlyList<string> Settings(string folder);

    /// <summary>The one letter that reached that address.</summary>
    Task<byte[]> TakeAsync(string address);

    /// <summary>Sends an answer to the functional mailbox.</summary>
    Task SendAsync(string from, byte[] message);
}

/// <summary>Mail in the folders of an installation without servers.</summary>
public sealed class Folders : IPostOffice
{
    private string root = "";

    public IReadOnlyList<string> Settings(string folder)
    {
        root = Path.Combine(folder, "mail");
        return [];
    }

    public async Task<byte[]> TakeAsync(string address)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(root, "out"), $"{address}-*.eml"));
        return await File.ReadAllBytesAsync(file);
    }

    public Task SendAsync(string from, byte[] message)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(root, "in")).FullName;
        return File.WriteAllBytesAsync(Path.Combine(inbox, $"{Guid.CreateVersion7():N}.eml"), message);
    }
}

/// <summary>Dovecot with TLS for fetching and submission, OpenSMTPD behind it.</summary>
public sealed class Servers(SmtpRelay relay) : IPostOffice
{
    private readonly string mailbox = $"alliance-{Guid.CreateVersion7():N}@secretariat.example";

    private DovecotServer Dovecot => relay.Dovecot;

    public IReadOnlyList<string> Settings(string folder)
    {
        var certificate = Path.Combine(folder, "trusted.pem");
        File.WriteAllText(certificate, Dovecot.CertificatePem);
        return
        [
            $"--Mail:Mailbox={mailbox}",
            .. Server("Imap", Dovecot.ImapsPort, ConnectionSecurity.Tls, certificate),
            .. Server("Smtp", Dovecot.SubmissionPort, ConnectionSecurity.StartTls, certificate),
        ];
    }

    public async Task<byte[]> TakeAsync(string address)
    {
        await using var client = await ImapClient.ConnectAsync(
            new ImapOptions
            {
                Host = "localhost",
                Port = Dovecot.ImapsPort,
                User = address,
                Password = DovecotServer.Password,
                TrustedCertificatePem = Dovecot.CertificatePem,
            },
            CancellationToken.None
        );
        var uid = Assert.Single(await ArrivedAsync(client));
        return (await client.FetchAsync(uid, CancellationToken.None))!.Bytes!;
    }

    /// <summary>Looks again while the relay is on its way: it has taken the letter and delivers it in its own time.</summary>
    private static async Task<IReadOnlyList<uint>> ArrivedAsync(ImapClient client)
    {
        for (var looks = 0; looks < 120; looks++)
        {
            await client.ExamineAsync("INBOX", CancellationToken.None);
            if (await client.SearchUidsAsync(1, CancellationToken.None) is { Count: > 0 } uids)
                return uids;
            await Task.Delay(500);
        }

        return [];
    }

    public async Task SendAsync(string from, byte[] message)
    {
        await using var session = await SmtpSession.ConnectAsync(
            new SmtpOptions
            {
                Host = "localhost",
                Port = Dovecot.SubmissionPort,
                Security = ConnectionSecurity.StartTls,
                User = from,
                Password = DovecotServer.Password,
                TrustedCertificatePem = Dovecot.CertificatePem,
            },
            CancellationToken.None
        );
        Assert.IsType<SmtpResult.Accepted>(
            await session.SendAsync(new SmtpEnvelope(from, mailbox), message, CancellationToken.None)
        );
    }

    private string[] Server(string kind, int port, ConnectionSecurity security, string certificate) =>
        [
            $"--Mail:{kind}:Host=localhost",
            $"--Mail:{kind}:Port={port.ToString(CultureInfo.InvariantCulture)}",
            $"--Mail:{kind}:Security={security}",
            $"--Mail:{kind}:User={mailbox}",
            $"--Mail:{kind}:Password={DovecotServer.Password}",
            $"--Mail:{kind}:TrustedCertificate={certificate}",
        ];
}
