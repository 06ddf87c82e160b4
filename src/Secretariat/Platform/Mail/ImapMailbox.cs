using System.Globalization;
using System.Runtime.CompilerServices;
using Secretariat.Formats.Imap;

namespace Secretariat.Platform.Mail;

/// <summary>A folder of a mailbox on an IMAP server; opened read-only, so that nothing in it changes.</summary>
public sealed class ImapMailbox(ImapServer server, string folder, TimeProvider time, SaidOnce said) : IAnnouncingMailbox
{
    /// <summary>
    /// Servers may hang up after 29 minutes of it (RFC 2177), and what stands between forgets a silent connection sooner.
    /// </summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(9);

    /// <summary>So many messages are asked for at a time: most of the time passes on the way.</summary>
    private const int Together = 32;

    /// <summary>Of many messages none had the size that the server said: nothing is gained by asking for many at a time.</summary>
    private bool sizesAreEstimates;

    /// <summary>
    /// Messages that were under way when the connection was lost: they are asked for last, and hold up no other. While there
    /// are any, one is asked for when the one before has come, so that it is known at which it happens.
    /// </summary>
    private readonly List<uint> last = [];

    public string Name => server.NameOf(folder);

    public async Task<IOpenMailbox> OpenAsync(CancellationToken cancellationToken)
    {
        var client = await server.ConnectAsync(cancellationToken);
        try
        {
            var state = await client.ExamineAsync(folder, cancellationToken);
            var uids = await client.SearchUidsAsync(1, cancellationToken, SayUnlisted);
            return new Opened(this, client, state.UidValidity, uids);
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private void SayUnlisted(ImapException refusal) => said.Say(Name, "What its search does not find", refusal.Message);

    public async Task ListenAsync(Func<Task> news, CancellationToken cancellationToken)
    {
        await using var client = await server.ConnectAsync(cancellationToken);
        if (!await client.CanIdleAsync(cancellationToken))
            return;
        await client.ExamineAsync(folder, cancellationToken);
        // What comes from here on is told; what came before is not.
        await news();
        while (true)
            await client.IdleAsync(Idle, news, cancellationToken);
    }

    public Task PutAsideAsync(string uid, CancellationToken cancellationToken) => Task.CompletedTask;

    private async IAsyncEnumerable<MailboxItem> FetchAsync(
        ImapClient client,
        IReadOnlyCollection<string> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var asked = uids.Select(uid => uint.Parse(uid, CultureInfo.InvariantCulture)).ToList();
        last.RemoveAll(uid => !asked.Contains(uid));
        var answered = new HashSet<uint>();
        if (last.Count == 0)
            await foreach (var answer in AskTogetherAsync(client, asked, cancellationToken))
            {
                answered.Add(answer.Uid);
                if (Told(answer) is { } item)
                    yield return item;
            }

        // What was not sure among others is asked for alone.
        List<uint> left = [.. asked.Where(uid => !answered.Contains(uid)).OrderBy(last.IndexOf)];
        await foreach (var answer in AskAsync(client, left, atOnce: 1, cancellationToken))
            if (Told(answer) is { } item)
                yield return item;
    }

    /// <summary>Only what is sure; no more are asked for where sizes are estimates.</summary>
    private async IAsyncEnumerable<ImapAnswer> AskTogetherAsync(
        ImapClient client,
        List<uint> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (sure, unsure) = (0, 0);
        await foreach (var answer in AskAsync(client, uids.TakeWhile(_ => !sizesAreEstimates), Together, cancellationToken))
        {
            _ = answer.IsSure ? sure++ : unsure++;
            sizesAreEstimates = sure == 0 && unsure >= Together;
            if (answer.IsSure)
                yield return answer;
        }
    }

    private async IAsyncEnumerable<ImapAnswer> AskAsync(
        ImapClient client,
        IEnumerable<uint> uids,
        int atOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var underWay = new List<uint>();
        await using var answers = client
            .FetchAsync(uids.Select(UnderWay), atOnce, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync())
        {
            underWay.Remove(answers.Current.Uid);
            yield return answers.Current;
        }

        async Task<bool> MoveNextAsync()
        {
            try
            {
                return await answers.MoveNextAsync();
            }
            catch (ImapException)
            {
                LostAt([.. underWay.Take(atOnce)]);
                throw;
            }
        }

        uint UnderWay(uint uid)
        {
            underWay.Add(uid);
            return uid;
        }
    }

    /// <summary>The first is the likeliest cause, and so comes last of all.</summary>
    private void LostAt(List<uint> underWay)
    {
        last.RemoveAll(underWay.Contains);
        last.AddRange(Enumerable.Reverse(underWay));
    }

    /// <summary>Null also when the server refuses this one message and goes on with the others.</summary>
    private MailboxItem? Told(ImapAnswer answer)
    {
        last.Remove(answer.Uid);
        var uid = answer.Uid.ToString(CultureInfo.InvariantCulture);
        if (answer.Item is null)
            said.Say(Name, uid, answer.Refusal?.Message ?? "The server has nothing to hand out for it.");
        return answer.Item is { } item
            ? new MailboxItem(uid, item.InternalDate ?? time.GetUtcNow(), item.Size, item.Bytes)
            : null;
    }

    private sealed class Opened(ImapMailbox mailbox, ImapClient client, long uidValidity, IReadOnlyList<uint> uids) : IOpenMailbox
    {
        public long UidValidity => uidValidity;

        public IReadOnlyList<string> Uids { get; } = [.. uids.Select(uid => uid.ToString(CultureInfo.InvariantCulture))];

        public IReadOnlyList<Unreadable> Unreadable => [];

        public IAsyncEnumerable<MailboxItem> FetchAsync(IReadOnlyCollection<string> asked, CancellationToken cancellationToken) =>
            mailbox.FetchAsync(client, asked, cancellationToken);

        public ValueTask DisposeAsync() => client.DisposeAsync();
    }
}
