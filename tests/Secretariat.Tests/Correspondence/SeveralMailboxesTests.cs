using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Connections;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Platform;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>Several mailboxes and folders, and people at work in them.</summary>
public sealed class SeveralMailboxesTests(TestApp app) : AppTest(app)
{
    private MailboxHealth Health => App.Services.GetRequiredService<MailboxHealth>();

    [Fact]
    public async Task A_message_moved_to_another_folder_is_the_same_message()
    {
        var dovecot = await StartAsync();
        var user = $"moved-{Guid.CreateVersion7():N}";
        await dovecot.ActAsync(user, "CREATE \"Done, 2024\"");
        await dovecot.PutAsync(user, Mail("Stays"), Mail("Goes"));
        IReadOnlyList<IMailbox> boxes = [Box(dovecot, user, "INBOX"), Box(dovecot, user, "Done, 2024")];

        Assert.Equal(2, await FetchAsync(boxes));
        await dovecot.ActAsync(user, "SELECT INBOX", "STORE 1:* +FLAGS (\\Seen)", "UID MOVE 2 \"Done, 2024\"");
        Assert.Equal(1, await FetchAsync(boxes));
        Assert.Equal(0, await FetchAsync(boxes));

        var entries = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox.Contains(user))
                .OrderByDescending(e => e.Mailbox)
                .ThenBy(e => e.Uid)
                .ToListAsync(Cancelled)
        );
        Assert.Equal(["INBOX", "INBOX", "Done, 2024"], entries.Select(e => e.Mailbox[(e.Mailbox.LastIndexOf('/') + 1)..]));
        Assert.Equal(entries[1].MessageId, entries[2].MessageId);
        Assert.NotEqual(entries[0].MessageId, entries[1].MessageId);
        var outcomes = await ReconcileAsync(boxes);
        Assert.All(outcomes, o => Assert.True(o.Agrees));
        Assert.Equal([(1, 1, 1), (1, 1, 0)], outcomes.Select(o => (o.Server, o.Ledger, o.Gone)));
    }

    [Fact]
    public async Task A_mailbox_made_anew_is_read_anew_and_stores_nothing_twice()
    {
        var dovecot = await StartAsync();
        var user = $"anew-{Guid.CreateVersion7():N}";
        await dovecot.ActAsync(user, "CREATE Letters");
        await dovecot.PutAsync(user, Mail("One"), Mail("Two"));
        await dovecot.ActAsync(user, "SELECT INBOX", "UID MOVE 1:* Letters");
        IReadOnlyList<IMailbox> boxes = [Box(dovecot, user, "Letters")];
        Assert.Equal(2, await FetchAsync(boxes));
        var before = await MessagesAsync(user);

        await dovecot.ActAsync(user, "RENAME Letters Old", "CREATE Letters", "SELECT Old", "UID COPY 1:* Letters");
        Assert.Equal(2, await FetchAsync(boxes));

        Assert.Equal(before, await MessagesAsync(user));
        Assert.Equal((2, 2, 0), (await ReconcileAsync(boxes)).Select(o => (o.Server, o.Ledger, o.Gone)).Single());
    }

    [Fact]
    public async Task A_mailbox_out_of_reach_stops_no_other_and_is_left_alone_for_a_while()
    {
        var (port, said) = (ServerProcess.FreePort(), App.Services.GetRequiredService<SaidOnce>());
        var away = new ImapMailbox(new ImapServer(At(port)), "INBOX", TimeProvider.System, said);
        var folder = Directory.CreateDirectory(Path.Combine(App.Folder, $"near-{Guid.CreateVersion7():N}")).FullName;
        var near = new FolderMailbox(folder, TimeProvider.System, said);
        IReadOnlyList<IMailbox> boxes = [away, near];
        var stopped = new MailboxHealth(new StoppedClock(), new HeardLog<MailboxHealth>());
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.eml"), Mail("Near"), Cancelled);

        Assert.Equal(1, await FetchAsync(boxes, stopped));
        Assert.Equal(0, await FetchAsync(boxes, stopped));

        var health = stopped.Of(away.Name);
        Assert.Equal(1, health.Failures); // asked once, in two rounds
        Assert.StartsWith($"The server 127.0.0.1:{port} cannot be reached", health.Problem, StringComparison.Ordinal);
        var states = await App.ReadAsync(db => db.MailboxStates.ToDictionaryAsync(s => s.Mailbox, Cancelled));
        Assert.Equal((null, health.Problem), (states[away.Name].ReadAt, states[away.Name].Problem));
        Assert.NotNull(states[near.Name].ReadAt);
        var outcomes = await ReconcileAsync(boxes);
        Assert.Equal([false, true], outcomes.Select(o => o.Agrees));
        Assert.Equal(health.Problem, outcomes[0].Problem);
    }

    [Fact]
    public async Task A_mailbox_that_nobody_reads_waits_on_the_overview()
    {
        const string Alarm = "Mailboxes that cannot be read, or are not";
        var (now, name) = (TimeProvider.System.Now(), App.Services.GetRequiredService<IReadOnlyList<IMailbox>>()[0].Name);
        var officer = await App.AsAsync(Role.Officer);

        Assert.True(await IsAlarmedAsync("The server refuses the token.", now));
        Assert.False(await IsAlarmedAsync(null, now));
        Assert.True(await IsAlarmedAsync("The server refuses the token.", now));
        Assert.True(await IsAlarmedAsync(null, now - MailboxState.Silence - TimeSpan.FromMinutes(1)));

        async Task<bool> IsAlarmedAsync(string? problem, DateTimeOffset at)
        {
            await App.ReadAsync(async db =>
            {
                await MailboxState.NoteAsync(db, name, problem, at, Cancelled);
                return true;
            });
            return (await officer.GetAsync("/office")).Text.Contains(Alarm, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_command_line_reads_what_it_can_and_says_the_rest()
    {
        using var folder = new TestFolder();
        var database = await TestDatabase.CopyAsync(folder.Path);
        var dovecot = await StartAsync();
        var user = $"verb-{Guid.CreateVersion7():N}";
        await dovecot.ActAsync(user, "CREATE Second");
        await dovecot.PutAsync(user, Mail("First"), Mail("Moved"));
        await dovecot.ActAsync(user, "SELECT INBOX", "UID MOVE 2 Second");
        var certificate = Path.Combine(folder.Path, "trusted.pem");
        await File.WriteAllTextAsync(certificate, dovecot.CertificatePem, Cancelled);
        var settings = new Dictionary<string, string>
        {
            ["Data__Folder"] = folder.Path,
            ["ConnectionStrings__Database"] = database,
            ["Mail__Imap__Host"] = "127.0.0.1",
            ["Mail__Imap__Port"] = ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture),
            ["Mail__Mailboxes__0__Host"] = "localhost",
            ["Mail__Mailboxes__0__Port"] = dovecot.ImapsPort.ToString(CultureInfo.InvariantCulture),
            ["Mail__Mailboxes__0__User"] = user,
            ["Mail__Mailboxes__0__Password"] = DovecotServer.Password,
            ["Mail__Mailboxes__0__TrustedCertificate"] = certificate,
            ["Mail__Mailboxes__0__Folders__0"] = "INBOX",
            ["Mail__Mailboxes__0__Folders__1"] = "Second",
        };

        var (code, output, errors) = await Verb.RunAsync(folder.Path, settings, ["mail", "fetch"]);
        Assert.Equal((1, "fetched: 2"), (code, output.Trim()));
        Assert.StartsWith("The server 127.0.0.1:", errors, StringComparison.Ordinal);

        (code, output, errors) = await Verb.RunAsync(folder.Path, settings, ["mail", "reconcile"]);
        Assert.Equal(
            [
                $"imap://{user}@localhost/INBOX: server 1, ledger 1, quarantine 0",
                $"imap://{user}@localhost/Second: server 1, ledger 1, quarantine 0",
                "server: 2",
                "ledger: 2",
                "quarantine: 0",
            ],
            output.Trim().Split('\n')
        );
        Assert.Equal(1, code);
        Assert.StartsWith("imap://@127.0.0.1/INBOX is not counted: The server", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reconciliation_says_when_a_mailbox_was_last_read_and_what_is_wrong_now()
    {
        await App.WorkAsync<FetchMail>();
        var box = Assert.Single(App.Services.GetRequiredService<IReadOnlyList<IMailbox>>());
        Health.Failed(box.Name, "The cable is cut.");
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync("/office/reconciliation");
        Health.Read(box.Name);

        Assert.Contains("The cable is cut.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next attempt at", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cable", (await officer.GetAsync("/office/reconciliation")).Text, StringComparison.Ordinal);
    }

    private static async Task<DovecotServer> StartAsync()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        return await DovecotServer.SharedAsync();
    }

    private static byte[] Mail(string subject) =>
        Encoding.UTF8.GetBytes(
            $"From: a@b.example\r\nMessage-ID: <{Guid.CreateVersion7():N}@b.example>\r\nSubject: {subject}\r\n\r\nHello\r\n"
        );

    private ImapMailbox Box(DovecotServer dovecot, string user, string folder)
    {
        var certificate = Path.Combine(App.Folder, "trusted.pem");
        File.WriteAllText(certificate, dovecot.CertificatePem);
        var settings = At(dovecot.ImapsPort) with
        {
            Host = "localhost",
            Security = ConnectionSecurity.Tls,
            User = user,
            Password = DovecotServer.Password,
            TrustedCertificate = certificate,
        };
        return new ImapMailbox(
            new ImapServer(settings),
            folder,
            TimeProvider.System,
            App.Services.GetRequiredService<SaidOnce>()
        );
    }

    private static ServerSettings At(int port) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Security = ConnectionSecurity.None,
        };

    private Task<int> FetchAsync(IReadOnlyList<IMailbox> boxes, MailboxHealth? health = null) =>
        App.UseAsync(s =>
            new FetchMail(
                s.GetRequiredService<SecretariatDb>(),
                boxes,
                s.GetRequiredService<TakeIn>(),
                health ?? Health,
                TimeProvider.System
            ).RunAsync(Cancelled)
        );

    private Task<IReadOnlyList<Reconcile.Outcome>> ReconcileAsync(IReadOnlyList<IMailbox> boxes) =>
        App.ReadAsync(db => new Reconcile(db, boxes).RunAsync(Cancelled));

    private Task<List<Guid>> MessagesAsync(string user) =>
        App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox.Contains(user)).Select(e => e.MessageId).Distinct().Order().ToListAsync(Cancelled)
        );

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
