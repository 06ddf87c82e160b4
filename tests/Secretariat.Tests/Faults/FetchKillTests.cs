using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Faults;

/// <summary>Fetch → store → read, killed.</summary>
public sealed class FetchKillTests : KillTest
{
    // More than are entered at once.
    private const int PerRound = 24;
    private readonly List<string> arrived = [];

    [Fact]
    public async Task No_message_of_a_folder_is_lost_or_stored_twice()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(Folder, "mail", "in")).FullName;

        await KillAsync("fetch", 6, 1, new Dictionary<string, string>(), Drop, NothingTwiceAsync);

        Assert.Empty(Directory.GetFiles(inbox));
        await AllIsThereAsync();

        Task Drop(int round)
        {
            foreach (var (index, mail) in Mails(round).Index())
            {
                var file = Path.Combine(inbox, $"{round}-{index}.eml");
                File.WriteAllBytes(file, mail);
                File.SetLastWriteTimeUtc(file, TimeProvider.System.Now().UtcDateTime - TimeSpan.FromMinutes(1));
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task No_message_of_a_mailbox_is_lost_or_stored_twice()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        var dovecot = await DovecotServer.SharedAsync();
        var user = $"kill-{Guid.CreateVersion7():N}";
        var certificate = Path.Combine(Folder, "trusted.pem");
        await File.WriteAllTextAsync(certificate, dovecot.CertificatePem, Cancelled);
        var settings = new Dictionary<string, string>
        {
            ["Mail__Imap__Host"] = "localhost",
            ["Mail__Imap__Port"] = dovecot.ImapsPort.ToString(CultureInfo.InvariantCulture),
            ["Mail__Imap__User"] = user,
            ["Mail__Imap__Password"] = DovecotServer.Password,
            ["Mail__Imap__TrustedCertificate"] = certificate,
        };

        await KillAsync("fetch", 6, 2, settings, round => dovecot.PutAsync(user, [.. Mails(round)]), NothingTwiceAsync);

        await AllIsThereAsync();
    }

    private List<byte[]> Mails(int round)
    {
        var mails = Enumerable.Range(0, PerRound).Select(i => Mail(round, i)).ToList();
        arrived.AddRange(mails.Select(mail => Convert.ToHexStringLower(SHA256.HashData(mail))));
        return mails;
    }

    private static byte[] Mail(int round, int i) =>
        Encoding.UTF8.GetBytes(
            $"From: Officer {i} <officer{i}@interior.example>\r\nSubject: Nomination {round}-{i}\r\n"
                + $"Message-ID: <{round}.{i}@interior.example>\r\nDate: Tue, 12 Dec 2023 10:14:00 +0200\r\n\r\n"
                + "We nominate Ms Ada Sample, Head of Unit, as contact point.\r\n"
        );

    private async Task NothingTwiceAsync()
    {
        var (messages, ledger) = await ReadAsync(async db =>
            (await db.Messages.CountAsync(Cancelled), await db.Ledger.CountAsync(Cancelled))
        );
        Assert.Equal(ledger, messages);
        Assert.InRange(messages, 0, arrived.Count);
    }

    private async Task AllIsThereAsync()
    {
        var stored = await ReadAsync(db => db.Messages.AsNoTracking().ToListAsync(Cancelled));
        Assert.Equal(arrived.Order(), stored.Select(m => m.RawSha256!).Order());
        Assert.Equal(arrived.Count, await ReadAsync(db => db.Ledger.CountAsync(Cancelled)));
        Assert.All(stored, m => Assert.Equal((Reading.Read, Triage.ToDo), (m.Reading, m.Triage)));
        // Reading gives each message its proposal, once.
        Assert.Equal(
            arrived.Count,
            await ReadAsync(db => db.Proposals.Select(p => p.MessageId).Distinct().CountAsync(Cancelled))
        );
        // The store itself refuses bytes that are not those of the hash.
        var files = Services.GetRequiredService<IFileStore>();
        foreach (var sha256 in arrived)
            await files.GetAsync(sha256, Cancelled);
        await AuditHoldsAsync();
        Say($"{arrived.Count} messages, each stored and read once");
    }
}
