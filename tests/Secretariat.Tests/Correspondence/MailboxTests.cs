using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Mime;
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

        Assert.Empty((await mailbox.OpenAsync(Cancelled)).Uids);

        await using var open = await mailbox.OpenAsync(Cancelled);
        var item = await OnlyAsync(open);
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

        await using var open = await mailbox.OpenAsync(Cancelled);

        Assert.EndsWith("-ahead.eml", Assert.Single(open.Uids), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_grows_between_listing_and_taking_waits()
    {
        var path = Drop("grows.eml", "From: a@b.example\r\n\r\nHello\r\n");
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said);
        await using var open = await mailbox.OpenAsync(Cancelled);
        await File.AppendAllTextAsync(path, "and more\r\n", Cancelled);

        await mailbox.PutAsideAsync(open.Uids.Single(), Cancelled);

        Assert.Empty(await open.FetchAsync(open.Uids, Cancelled).ToListAsync(Cancelled));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_message_too_large_to_take_is_kept_and_said_where()
    {
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said) { MaxBytes = 1000 };
        Drop("large.eml", new string('x', 1848));

        Assert.Equal(1, await FetchAsync(mailbox));

        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Size == 1848, Cancelled));
        var uid = Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(In, "taken"))));
        Assert.Equal(Reading.Quarantined, message.Reading);
        Assert.Equal(
            $"The message has 1848 bytes and is too large to take. It is kept where it came to: folder:in, {uid}.",
            message.Problem?.ToString()
        );
        Assert.Equal(0, await FetchAsync(mailbox));
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
        await using var peer = new ScriptedImapPeer(
            Listing("1 2") + $"C: *\nC: *\nS: a3 NO Broken here\n{Message(2)}S: a4 OK\n",
            Listing("1 2"),
            Listing("1 2") + $"C: *\n{Message(1)}S: a3 OK\n"
        );
        var mailbox = Scripted(peer, "Refusing");

        Assert.Equal(1, await FetchAsync(mailbox));
        var outcome = await App.ReadAsync(db => ReconcileAsync(db, mailbox));
        Assert.Equal("1", Assert.Single(outcome.Missing));
        Assert.Contains("Broken here", Assert.Single(Log.Lines), StringComparison.Ordinal);

        Assert.Equal(1, await FetchAsync(mailbox));
        Assert.Equal(["1", "2"], await TakenAsync(mailbox));
    }

    [Fact]
    public async Task A_mailbox_that_is_found_in_part_and_not_listed_is_said_once()
    {
        const string InPart =
            "S: * OK Ready\nC: *\nS: * 2 EXISTS\nS: * OK [UIDVALIDITY 7] here\nS: a1 OK\nC: *\nS: * SEARCH 1\nS: a2 OK\n"
            + "C: a3 FETCH 1:2 (UID)\nS: a3 NO Not by number\n";
        await using var peer = new ScriptedImapPeer($"{InPart}{Ask(4, 1)}{Message(1)}S: a4 OK\n", InPart);
        var mailbox = Scripted(peer, "Unlisted");

        Assert.Equal(1, await FetchAsync(mailbox));
        Assert.Equal(0, await FetchAsync(mailbox));

        var line = Assert.Single(Log.Lines);
        Assert.StartsWith($"{mailbox.Name}: What its search does not find is left where it is", line, StringComparison.Ordinal);
        Assert.Contains("Not by number", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_at_which_the_connection_is_lost_holds_up_no_other()
    {
        const string Cut = "S: * 1 FETCH (UID 1 BODY[] {21}\nS: Subject:";
        await using var peer = new ScriptedImapPeer(
            Listing("1 2") + "C: *\nC: *\n" + Cut,
            Listing("1 2 3") + $"{Ask(3, 3)}{Message(3)}S: a3 OK\n{Ask(4, 2)}{Message(2)}S: a4 OK\n{Ask(5, 1)}{Cut}",
            Listing("1 2 3 4 5")
                + $"{Ask(3, 4)}{Message(4)}S: a3 OK\n{Ask(4, 5)}{Message(5)}S: a4 OK\n{Ask(5, 1)}{Message(1)}S: a5 OK\n",
            Listing("1 2 3 4 5 6 7") + $"{Ask(3, 6)}{Ask(4, 7)}{Message(6)}{Message(7)}S: a3 OK\nS: a4 OK\n"
        );
        var mailbox = Scripted(peer, "Cutting");

        Assert.Equal(0, await FetchAsync(mailbox));
        // One after the other now, and the likely cause last.
        Assert.Equal(2, await FetchAsync(mailbox));
        Assert.Equal(["2", "3"], await TakenAsync(mailbox));
        Assert.Equal(3, await FetchAsync(mailbox));
        // It came after all: several are asked for at a time again.
        Assert.Equal(2, await FetchAsync(mailbox));
    }

    [Fact]
    public async Task A_count_that_reaches_into_the_next_message_makes_no_message_and_loses_none()
    {
        // Counted so that the first takes in all of the second but its end, and yet all seems to be in order.
        var swallowed = ")\r\n* 2 FETCH (UID 2 RFC822.SIZE 21 BODY[] {21}\r\nSubject: No2\r\n\r\nNo2\r\n".Length;
        var lie =
            $"S: * 1 FETCH (UID 1 RFC822.SIZE 21 BODY[] {{{21 + swallowed}}}\n" + Message(1)[(Message(1).IndexOf('\n') + 1)..];
        await using var peer = new ScriptedImapPeer(
            Listing("1 2")
                + $"{Ask(3, 1)}{Ask(4, 2)}{lie}{Message(2)}S: a3 OK\nS: a4 OK\n"
                + $"{Ask(5, 1)}{Message(1)}S: a5 OK\n{Ask(6, 2)}{Message(2)}S: a6 OK\n"
        );
        var mailbox = Scripted(peer, "Lying");

        Assert.Equal(2, await FetchAsync(mailbox));

        var hashes = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox == mailbox.Name)
                .OrderBy(e => e.Uid)
                .Join(db.Messages, e => e.MessageId, m => m.Id, (e, m) => m.RawSha256!)
                .ToListAsync(Cancelled)
        );
        var files = App.Services.GetRequiredService<IFileStore>();
        Assert.Equal("Subject: No1\r\n\r\nNo1\r\n"u8.ToArray(), await files.GetAsync(hashes[0], Cancelled));
        Assert.Equal("Subject: No2\r\n\r\nNo2\r\n"u8.ToArray(), await files.GetAsync(hashes[1], Cancelled));
    }

    [Fact]
    public async Task What_is_too_large_among_others_is_asked_for_alone()
    {
        await using var peer = new ScriptedImapPeer(
            Listing("1 2")
                + $"{Ask(3, 1)}{Ask(4, 2)}{Message(1)}{Message(2)}S: a3 OK\nS: a4 OK\n"
                + $"{Ask(5, 2)}{Message(2)}S: a5 OK\n"
        );
        var mailbox = Scripted(peer, "Narrow", maxBytes: 30);

        Assert.Equal(2, await FetchAsync(mailbox));

        var kept = await App.ReadAsync(db =>
            db.Ledger.Where(e => e.Mailbox == mailbox.Name)
                .CountAsync(e => db.Messages.Any(m => m.Id == e.MessageId && m.RawSha256 != null), Cancelled)
        );
        Assert.Equal(2, kept);
    }

    [Fact]
    public async Task Several_messages_too_large_to_take_take_nothing_along()
    {
        var mailbox = new FolderMailbox(In, TimeProvider.System, Said) { MaxBytes = 1000 };
        Drop("a.eml", new string('x', 2000));
        Assert.Equal(1, await FetchAsync(mailbox));
        Drop("b.eml", new string('x', 3000));
        Drop("c.eml", "From: a@b.example\r\n\r\nBetween them\r\n");
        Drop("d.eml", new string('x', 4000));

        Assert.Equal(3, await FetchAsync(mailbox));
        Assert.Equal(0, await FetchAsync(mailbox));
    }

    [Fact]
    public async Task From_a_server_that_estimates_sizes_what_came_before_a_cut_is_in_the_record()
    {
        var many = Enumerable.Range(1, 80).ToList();
        var estimated = many.ConvertAll(uid => Message(uid).Replace("RFC822.SIZE 2", "RFC822.SIZE 4", StringComparison.Ordinal));
        var script = new System.Text.StringBuilder(Listing(string.Join(' ', many)));
        script.Append(Together(1..16)).Append(Together(17..32));
        // Once as many have come as are asked for at a time, no more are asked for together than the next of them.
        script
            .Append(Given(1..16))
            .Append(Together(33..48))
            .Append(Given(17..32))
            .Append(Together(49..64))
            .Append(Given(33..64));
        for (var alone = 1; alone <= 5; alone++)
            script.Append(Ask(66 + alone, alone)).Append(estimated[alone - 1]).Append(Done(66 + alone));
        var first = script.Append(Ask(72, 6)).ToString();
        var rest = Listing(string.Join(' ', many)) + Ask(3, 7) + estimated[6] + "S: a3 OK\n";
        await using var peer = new ScriptedImapPeer(first, rest);
        var mailbox = Scripted(peer, "Estimating");

        Assert.Equal(5, await FetchAsync(mailbox));
        // One after the other now, and that at which it was lost last.
        Assert.Equal(1, await FetchAsync(mailbox));
        Assert.Equal(6, (await TakenAsync(mailbox)).Count);

        static string Done(int tag) => $"S: a{tag} OK\n";

        string Together(Range uids) => string.Concat(Uids(uids).Select(uid => Ask(uid + 2, uid)));

        string Given(Range uids) => string.Concat(Uids(uids).Select(uid => estimated[uid - 1] + Done(uid + 2)));

        static IEnumerable<int> Uids(Range uids) => Enumerable.Range(uids.Start.Value, uids.End.Value - uids.Start.Value + 1);
    }

    private static string Listing(string uids) =>
        $"S: * OK Ready\nC: *\nS: * OK [UIDVALIDITY 7] here\nS: a1 OK\nC: *\nS: * SEARCH {uids}\nS: a2 OK\n";

    private static string Ask(int tag, int uid) => $"C: a{tag} UID FETCH {uid} (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])\n";

    private static string Message(int uid)
    {
        var size = $"Subject: No{uid}\r\n\r\nNo{uid}\r\n".Length;
        return $"S: * {uid} FETCH (UID {uid} RFC822.SIZE {size} BODY[] {{{size}}}\nS: Subject: No{uid}\nS: \nS: No{uid}\nS: )\n";
    }

    private ImapMailbox Scripted(ScriptedImapPeer peer, string folder, int? maxBytes = null)
    {
        var settings = new ServerSettings
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
        };
        var server = new ImapServer(settings) { MaxBytes = maxBytes ?? MimeLimits.Default.MaxBytes, TagPrefix = "a" };
        return new ImapMailbox(server, folder, TimeProvider.System, Said);
    }

    private Task<List<string>> TakenAsync(IMailbox mailbox) =>
        App.ReadAsync(db => db.Ledger.Where(e => e.Mailbox == mailbox.Name).Select(e => e.Uid).Order().ToListAsync(Cancelled));

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

    private static async Task<MailboxItem> OnlyAsync(IOpenMailbox open) =>
        Assert.Single(await open.FetchAsync(open.Uids, Cancelled).ToListAsync(Cancelled));

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
