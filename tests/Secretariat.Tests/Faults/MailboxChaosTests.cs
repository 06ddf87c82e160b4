using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Tests.Platform;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Faults;

/// <summary>
/// People at work in the mailbox while the platform reads it, is killed, or has its connection cut, mostly inside a
/// message. With a fixed seed; four rounds, and more with KILL_ROUNDS.
/// </summary>
public sealed partial class MailboxChaosTests : KillTest
{
    private static readonly string[] Folders = ["INBOX", "Letters", "Done"];

    private readonly string user = $"chaos-{Guid.CreateVersion7():N}";
    private readonly Random random = new(5);
    private readonly List<byte[]> mails = [];

    [Fact]
    public async Task Whatever_people_and_cables_do_each_message_is_stored_once_and_the_sums_agree()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        var dovecot = await DovecotServer.SharedAsync();
        await using var proxy = new CuttingProxy(dovecot.ImapsPort);
        var settings = await SettingsAsync(dovecot, proxy.Port);
        await dovecot.ActAsync(user, [.. Folders.Skip(1).Select(folder => $"CREATE {folder}")]);
        await DeliverAsync(dovecot, 5);
        var whole = await LetEndAsync("fetch", settings);
        await CutInsideAMessageAsync(dovecot, proxy, settings);

        var (kills, acts) = (0, 0);
        for (var round = 0; round < Rounds(4); round++)
        {
            await DeliverAsync(dovecot, random.Next(1, 5));
            using var victim = await BeginAsync("fetch", settings);
            var isCut = random.Next(2) == 0;
            if (isCut)
                proxy.CutAfter(random.Next(80_000));
            var end = victim.KillAfterAsync(isCut ? 3 * whole : random.NextDouble() * whole);
            for (var times = random.Next(1, 4); times > 0; times--, acts++)
                await ActAsync(dovecot);
            kills += await end ? 1 : 0;
            proxy.Mend();
            await NothingTwiceAsync();
        }

        var before = await StatusAsync(dovecot);
        await LetEndAsync("fetch", settings);
        await AllIsThereAsync();
        Assert.Equal(before, await StatusAsync(dovecot));
        await SumsAgreeAsync(settings, before);
        await AuditHoldsAsync();
        Say($"{mails.Count} messages, {kills} kills, {proxy.Cuts} connections cut, {acts} acts of people");
    }

    /// <summary>The inbox is read first: the bytes suffice for its listing and half of a long message.</summary>
    private async Task CutInsideAMessageAsync(DovecotServer dovecot, CuttingProxy proxy, Dictionary<string, string> settings)
    {
        var mail = Mail(mails.Count, 200_000);
        mails.Add(mail);
        await dovecot.PutAsync(user, mail);
        proxy.CutAfter(100_000);
        await LetEndAsync("fetch", settings);
        proxy.Mend();
        Assert.NotEqual(0, proxy.Cuts);
        Assert.Equal(Arrived().SkipLast(1).Order(), (await StoredAsync()).Order());
    }

    /// <summary>What people do with their own programs, at the same time.</summary>
    private Task ActAsync(DovecotServer dovecot)
    {
        var (from, to) = (random.GetItems(Folders, 1)[0], random.GetItems(Folders, 1)[0]);
        return random.Next(4) switch
        {
            0 => dovecot.ActAsync(user, [.. Folders.SelectMany(f => new[] { $"SELECT {f}", "UID STORE 1:* +FLAGS (\\Seen)" })]),
            1 => dovecot.ActAsync(user, $"SELECT {from}", $"UID MOVE {random.Next(1, 20)}:{random.Next(1, 20)} {to}"),
            2 => DeliverAsync(dovecot, 2),
            _ => RenewAsync(dovecot, Folders[random.Next(1, Folders.Length)]),
        };
    }

    /// <summary>Another mailbox under the same name: all its UIDs mean something else from then on.</summary>
    private Task RenewAsync(DovecotServer dovecot, string folder) =>
        dovecot.ActAsync(
            user,
            $"RENAME {folder} Old",
            $"CREATE {folder}",
            "SELECT Old",
            $"UID MOVE 1:* {folder}",
            "CLOSE",
            "DELETE Old"
        );

    /// <summary>Some are exact copies of what came before; most of what crosses the cable is message.</summary>
    private async Task DeliverAsync(DovecotServer dovecot, int count)
    {
        var delivered = new List<byte[]>();
        for (; count > 0; count--)
        {
            var isCopy = mails.Count > 0 && random.Next(5) == 0;
            if (!isCopy)
                mails.Add(Mail(mails.Count, random.Next(60_000)));
            delivered.Add(isCopy ? mails[random.Next(mails.Count)] : mails[^1]);
        }

        await dovecot.PutAsync(user, [.. delivered]);
    }

    private static byte[] Mail(int number, int length)
    {
        var mail = new StringBuilder($"From: Officer <officer@interior.example>\r\nSubject: Letter {number}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Message-ID: <{number}@interior.example>\r\n\r\n");
        while (mail.Length < length)
            mail.Append("We will take part; {12} of us) come.\r\n");
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private async Task<Dictionary<string, string>> SettingsAsync(DovecotServer dovecot, int port)
    {
        var certificate = Path.Combine(Folder, "trusted.pem");
        await File.WriteAllTextAsync(certificate, dovecot.CertificatePem, Cancelled);
        return new Dictionary<string, string>
        {
            ["Mail__Imap__Host"] = "localhost",
            ["Mail__Imap__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Imap__User"] = user,
            ["Mail__Imap__Password"] = DovecotServer.Password,
            ["Mail__Imap__TrustedCertificate"] = certificate,
            ["Mail__Imap__Folders__0"] = Folders[0],
            ["Mail__Imap__Folders__1"] = Folders[1],
            ["Mail__Imap__Folders__2"] = Folders[2],
        };
    }

    private async Task NothingTwiceAsync()
    {
        var stored = await StoredAsync();
        Assert.Distinct(stored);
        Assert.Subset(Arrived().ToHashSet(), stored.ToHashSet());
    }

    private async Task AllIsThereAsync() => Assert.Equal(Arrived().Order(), (await StoredAsync()).Order());

    private Task<List<string>> StoredAsync() => ReadAsync(db => db.Messages.Select(m => m.RawSha256!).ToListAsync(Cancelled));

    private IEnumerable<string> Arrived() => mails.Select(mail => Convert.ToHexStringLower(SHA256.HashData(mail)));

    /// <summary>Per folder, how many messages there are and how many of them nobody has seen.</summary>
    private async Task<IReadOnlyList<(int Messages, int Unseen)>> StatusAsync(DovecotServer dovecot)
    {
        var said = await dovecot.ActAsync(user, [.. Folders.Select(folder => $"STATUS {folder} (MESSAGES UNSEEN)")]);
        return [.. StatusPattern().Matches(said).Select(m => (Number(m, 1), Number(m, 2)))];
    }

    private async Task SumsAgreeAsync(Dictionary<string, string> settings, IReadOnlyList<(int Messages, int Unseen)> server)
    {
        var all = new Dictionary<string, string>(settings)
        {
            ["Data__Folder"] = Folder,
            ["ConnectionStrings__Database"] = Database,
        };
        var (code, output, errors) = await Verb.RunAsync(Folder, all, ["mail", "reconcile"]);
        var sum = server.Sum(folder => folder.Messages);
        Assert.Equal((0, ""), (code, errors));
        Assert.EndsWith($"\nserver: {sum}\nledger: {sum}\nquarantine: 0\n", output, StringComparison.Ordinal);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(MESSAGES ([0-9]+) UNSEEN ([0-9]+)\)", RegexOptions.None, 1000)]
    private static partial Regex StatusPattern();
}
