using System.Collections.Concurrent;
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

    /// <summary>Messages at which the connection was lost: they are asked for last, and hold up no other.</summary>
    private readonly ConcurrentDictionary<string, bool> lostAt = new();

    public string Name => server.NameOf(folder);

    public async Task<MailboxListing> ListAsync(CancellationToken cancellationToken)
    {
        await using var client = await server.ConnectAsync(cancellationToken);
        var state = await client.ExamineAsync(folder, cancellationToken);
        var uids = await client.SearchUidsAsync(1, cancellationToken);
        return new MailboxListing(state.UidValidity, [.. uids.Select(uid => uid.ToString(CultureInfo.InvariantCulture))]);
    }

    public async IAsyncEnumerable<MailboxItem> FetchAsync(
        MailboxListing listing,
        IReadOnlyCollection<string> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (uids.Count == 0)
            yield break;
        await using var client = await server.ConnectAsync(cancellationToken);
        var state = await client.ExamineAsync(folder, cancellationToken);
        if (state.UidValidity != listing.UidValidity)
            throw new MailboxRenewedException(listing.UidValidity, state.UidValidity);
        foreach (var uid in uids.OrderBy(lostAt.ContainsKey))
        {
            if (await HandedOutAsync(client, uid, cancellationToken) is { } item)
                yield return new MailboxItem(uid, item.InternalDate ?? time.GetUtcNow(), item.Size, item.Bytes);
        }
    }

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

    /// <summary>Null also when the server refuses this one message and goes on with the others.</summary>
    private async Task<ImapItem?> HandedOutAsync(ImapClient client, string uid, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FetchAsync(uint.Parse(uid, CultureInfo.InvariantCulture), cancellationToken);
        }
        catch (ImapException refused) when (!refused.ConnectionIsLost)
        {
            said.Say(Name, uid, refused.Message);
            return null;
        }
        catch (ImapException)
        {
            lostAt[uid] = true;
            throw;
        }
    }
}
