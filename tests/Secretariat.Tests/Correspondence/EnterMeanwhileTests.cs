using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Correspondence;

/// <summary>Messages that come while those before them are being entered.</summary>
public sealed class EnterMeanwhileTests(TestApp app) : MailTest(app)
{
    private const int Waiting = 40;

    [Fact]
    public async Task One_that_cannot_be_stored_takes_nothing_along_that_came_meanwhile_and_is_asked_for_again()
    {
        var mailbox = new Shelf("shelf:stored");

        await FetchAsync(mailbox, IsThird);
        var taken = await TakenAsync(mailbox);
        Assert.DoesNotContain("3", taken);
        Assert.Contains("16", taken);

        await FetchAsync(mailbox, _ => false);
        taken = await TakenAsync(mailbox);
        Assert.Equal(Waiting, taken.Count);
        Assert.Equal(mailbox.All, taken.ToHashSet(StringComparer.Ordinal));

        static bool IsThird(string message) => message.StartsWith("Message 3 ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_lost_on_the_way_leaves_all_that_had_come_in_the_record()
    {
        var mailbox = new Shelf("shelf:lost") { BreaksAt = 37 };

        await FetchAsync(mailbox, _ => false);
        Assert.Equal(37, (await TakenAsync(mailbox)).Count);

        mailbox.BreaksAt = null;
        await FetchAsync(mailbox, _ => false);
        var taken = await TakenAsync(mailbox);
        Assert.Equal(Waiting, taken.Count);
        Assert.Equal(mailbox.All, taken.ToHashSet(StringComparer.Ordinal));
    }

    private Task<int> FetchAsync(IMailbox mailbox, Func<string, bool> fails) =>
        App.UseAsync(s =>
        {
            var db = s.GetRequiredService<SecretariatDb>();
            var store = new Store(s.GetRequiredService<IFileStore>(), fails);
            var health = new MailboxHealth(TimeProvider.System, new HeardLog<MailboxHealth>());
            return new FetchMail(db, [mailbox], new TakeIn(db, store, TimeProvider.System), health, TimeProvider.System).RunAsync(
                Cancelled
            );
        });

    private Task<List<string>> TakenAsync(Shelf mailbox) =>
        App.ReadAsync(db => db.Ledger.Where(e => e.Mailbox == mailbox.Name).Select(e => e.Uid).ToListAsync(Cancelled));

    private sealed class Shelf(string name) : IMailbox, IOpenMailbox
    {
        public string Name => name;

        public int? BreaksAt { get; set; }

        public HashSet<string> All { get; } = [.. Enumerable.Range(0, Waiting).Select(i => $"{i}")];

        public long UidValidity => 1;

        public IReadOnlyList<string> Uids => [.. All];

        public IReadOnlyList<Unreadable> Unreadable => [];

        public Task<IOpenMailbox> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IOpenMailbox>(this);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public async IAsyncEnumerable<MailboxItem> FetchAsync(
            IReadOnlyCollection<string> uids,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            foreach (var uid in uids)
            {
                await Task.Yield();
                if (uid == $"{BreaksAt}")
                    throw new IOException("The line is cut.");
                var bytes = Encoding.UTF8.GetBytes($"Message {uid} of {name}");
                yield return new MailboxItem(uid, TimeProvider.System.GetUtcNow(), bytes.Length, bytes);
            }
        }

        public Task PutAsideAsync(string uid, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Store(IFileStore files, Func<string, bool> fails) : IFileStore
    {
        public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
            fails(Encoding.UTF8.GetString(bytes.Span))
                ? Task.FromException<string>(new IOException("No room."))
                : files.PutAsync(bytes, cancellationToken);

        public Task<byte[]> GetAsync(string sha256, CancellationToken cancellationToken) =>
            files.GetAsync(sha256, cancellationToken);

        public Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) =>
            files.HoldsAsync(sha256, cancellationToken);

        public Task RemoveAsync(string sha256, CancellationToken cancellationToken) =>
            files.RemoveAsync(sha256, cancellationToken);
    }
}
