using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Connections;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>Mailboxes that change while they are being read.</summary>
public sealed class MailboxTests(TestApp app) : AppTest(app)
{
    private string In { get; } = Path.Combine(app.Folder, $"box-{Guid.CreateVersion7():N}");

    private HeardLog<SaidOnce> Log { get; } = new();

    private SaidOnce Said => field ??= new SaidOnce(Log);

    [Fact]
    public async Task A_file_that_is_still_being_written_is_not_taken_half()
    {
        Directory.CreateDirectory(In);
        var path = Path.Combine(In, "slow.eml");
        await File.WriteAllTextAsync(path, "From: a@b.example\r\n", Cancelled);
        // While the mailbox waits for its second look, the writer goes on.
        var mailbox = new FolderMailbox(
            In,
            new Watched(() => File.AppendAllText(path, "Subject: Slow\r\n\r\nThe rest\r\n")),
            Said
        );

        Assert.Empty((await mailbox.ListAsync(Cancelled)).Uids);

        var listing = await mailbox.ListAsync(Cancelled);
        var item = await OnlyAsync(mailbox, listing);
        Assert.EndsWith("The rest\r\n", System.Text.Encoding.UTF8.GetString(item.Bytes!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_from_a_machine_whose_clock_is_ahead_is_taken_too()
    {
        Directory.CreateDirectory(In);
        var path = Path.Combine(In, "ahead.eml");
        await File.WriteAllTextAsync(path, "From: a@b.example\r\n\r\nHello\r\n", Cancelled);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.Now().UtcDateTime + TimeSpan.FromDays(1));
        var mailbox = new FolderMailbox(In, new Watched(() => { }), Said);

        var listing = await mailbox.ListAsync(Cancelled);

        Assert.EndsWith("-ahead.eml", Assert.Single(listing.Uids), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_grows_between_listing_and_taking_waits()
    {
        var path = Drop("grows.eml", "From: a@b.example\r\n\r\nHello\r\n");
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said);
        var listing = await mailbox.ListAsync(Cancelled);
        await File.AppendAllTextAsync(path, "and more\r\n", Cancelled);

        await mailbox.PutAsideAsync(listing.Uids.Single(), Cancelled);

        Assert.Empty(await mailbox.FetchAsync(listing, listing.Uids, Cancelled).ToListAsync(Cancelled));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_message_too_large_to_take_is_kept_and_said_where()
    {
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said) { MaxBytes = 1000 };
        Drop("large.eml", new string('x', 2000));

        Assert.Equal(1, await FetchAsync(mailbox));

        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Size == 2000, Cancelled));
        var uid = Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(In, "taken"))));
        Assert.Equal(Reading.Quarantined, message.Reading);
        Assert.Equal(
            $"The message has 2000 bytes and is too large to take. It is kept where it came to: folder:in, {uid}.",
            message.Problem?.ToString()
        );
        Assert.Equal(0, await FetchAsync(mailbox));
    }

    [Fact]
    public async Task A_mailbox_made_anew_between_listing_and_fetching_is_listed_again()
    {
        const string Greeting = "S: * OK Ready\n";
        const string Before = "C: *\nS: * OK [UIDVALIDITY 1] here\nS: a1 OK\n";
        const string Now = "C: *\nS: * OK [UIDVALIDITY 2] here\nS: a1 OK\n";
        const string Search = "C: *\nS: * SEARCH 1\nS: a2 OK\n";
        const string Fetch = "C: *\nS: * 1 FETCH (UID 1 BODY[] {21}\nS: Subject: New\nS: \nS: New\nS: )\nS: a2 OK\n";
        await using var peer = new ScriptedImapPeer(
            Greeting + Before + Search,
            Greeting + Now,
            Greeting + Now + Search,
            Greeting + Now + Fetch
        );
        var settings = new ServerSettings
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
        };

        var mailbox = new ImapMailbox(new ImapServer(settings), "INBOX", TimeProvider.System, Said);
        Assert.Equal(1, await FetchAsync(mailbox));

        var entry = await App.ReadAsync(db => db.Ledger.SingleAsync(e => e.Mailbox == mailbox.Name, Cancelled));
        Assert.Equal((2, "1"), (entry.UidValidity, entry.Uid));
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Id == entry.MessageId, Cancelled));
        var bytes = await App.Services.GetRequiredService<IFileStore>().GetAsync(message.RawSha256!, Cancelled);
        Assert.Equal("Subject: New\r\n\r\nNew\r\n"u8.ToArray(), bytes);
    }

    [Fact]
    public async Task What_cannot_be_opened_stops_no_other_is_said_once_and_stands_in_the_reconciliation()
    {
        Drop("b.eml", "From: a@b.example\r\n\r\nBehind what cannot be opened\r\n");
        Directory.CreateDirectory(Path.Combine(In, "a.eml"));
        File.CreateSymbolicLink(Path.Combine(In, "away.eml"), Path.Combine(In, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(In, "loop.eml"), Path.Combine(In, "loop.eml"));
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said);

        Assert.Equal(1, await FetchAsync(mailbox));
        Assert.Equal(0, await FetchAsync(mailbox));

        Assert.EndsWith("-b.eml", Assert.Single(Directory.GetFiles(Path.Combine(In, "taken"))), StringComparison.Ordinal);
        var outcome = await App.ReadAsync(db => ReconcileAsync(db, mailbox));
        Assert.Equal(["a.eml", "away.eml", "loop.eml"], outcome.Unreadable.Select(u => u.Name));
        Assert.Equal((3, 0, false), (outcome.Server, outcome.Ledger, outcome.Agrees));
        Assert.Equal(3, Log.Lines.Count);
        Assert.Contains("folder:in: a.eml is left where it is", Log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_the_server_refuses_stops_no_other_and_is_asked_for_again()
    {
        const string Open = "S: * OK Ready\nC: *\nS: * OK [UIDVALIDITY 7] here\nS: a1 OK\n";
        const string List = Open + "C: *\nS: * SEARCH 1 2\nS: a2 OK\n";
        const string One = "S: * 1 FETCH (UID 1 BODY[] {21}\nS: Subject: One\nS: \nS: One\nS: )\n";
        const string Two = "S: * 2 FETCH (UID 2 BODY[] {21}\nS: Subject: Two\nS: \nS: Two\nS: )\n";
        await using var peer = new ScriptedImapPeer(
            List,
            Open + "C: *\nS: a2 NO Broken here\nC: *\n" + Two + "S: a3 OK\n",
            List,
            List,
            Open + "C: *\n" + One + "S: a2 OK\n"
        );
        var mailbox = new ImapMailbox(
            new ImapServer(
                new ServerSettings
                {
                    Host = "127.0.0.1",
                    Port = peer.Port,
                    Security = ConnectionSecurity.None,
                }
            ),
            "Refusing",
            TimeProvider.System,
            Said
        );

        Assert.Equal(1, await FetchAsync(mailbox));
        var outcome = await App.ReadAsync(db => ReconcileAsync(db, mailbox));
        Assert.Equal("1", Assert.Single(outcome.Missing));
        Assert.Contains("Broken here", Assert.Single(Log.Lines), StringComparison.Ordinal);

        Assert.Equal(1, await FetchAsync(mailbox));
        var taken = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox == mailbox.Name).Select(e => e.Uid).Order().ToListAsync(Cancelled)
        );
        Assert.Equal(["1", "2"], taken);
    }

    [Fact]
    public async Task A_message_at_which_the_connection_is_lost_holds_up_no_other()
    {
        const string Open = "S: * OK Ready\nC: *\nS: * OK [UIDVALIDITY 7] here\nS: a1 OK\n";
        const string List = Open + "C: *\nS: * SEARCH 1 2\nS: a2 OK\n";
        const string Cut = "C: *\nS: * 1 FETCH (UID 1 BODY[] {21}\nS: Subject:";
        const string Two =
            "C: a2 UID FETCH 2 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])\n"
            + "S: * 2 FETCH (UID 2 BODY[] {21}\nS: Subject: Two\nS: \nS: Two\nS: )\nS: a2 OK\n";
        await using var peer = new ScriptedImapPeer(List, Open + Cut, List, Open + Two + Cut);
        var settings = new ServerSettings
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
        };
        var mailbox = new ImapMailbox(new ImapServer(settings), "Cutting", TimeProvider.System, Said);

        Assert.Equal(0, await FetchAsync(mailbox));
        Assert.Equal(1, await FetchAsync(mailbox));

        var entry = await App.ReadAsync(db => db.Ledger.SingleAsync(e => e.Mailbox == mailbox.Name, Cancelled));
        Assert.Equal("2", entry.Uid);
    }

    private string Drop(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(In).FullName, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.Now().UtcDateTime - TimeSpan.FromMinutes(1));
        return path;
    }

    private Task<int> FetchAsync(IMailbox mailbox) =>
        App.UseAsync(s =>
            new FetchMail(
                s.GetRequiredService<SecretariatDb>(),
                [mailbox],
                s.GetRequiredService<TakeIn>(),
                new MailboxHealth(TimeProvider.System, new HeardLog<MailboxHealth>()),
                TimeProvider.System
            ).RunAsync(Cancelled)
        );

    private static async Task<Reconcile.Outcome> ReconcileAsync(SecretariatDb db, IMailbox mailbox) =>
        Assert.Single(await new Reconcile(db, [mailbox]).RunAsync(Cancelled));

    private static async Task<MailboxItem> OnlyAsync(IMailbox mailbox, MailboxListing listing) =>
        Assert.Single(await mailbox.FetchAsync(listing, listing.Uids, Cancelled).ToListAsync(Cancelled));

    /// <summary>The right time; whoever waits by it waits for nothing but the act.</summary>
    private sealed class Watched(Action act) : TimeProvider
    {
        private bool done;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (!done)
                act();
            done = true;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
