using System.Globalization;
using System.Runtime.CompilerServices;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>
/// Reads a mailbox without changing it (RFC 3501; RFC 9051 where it says the same): it is opened
/// read-only, and messages are peeked at, so that no flag changes. Not for use by two callers at once.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ImapException"/> with the server's words when something goes wrong;
/// its <see cref="ImapException.ConnectionIsLost"/> says whether to connect again. After a cancelled
/// call the connection is lost too.
/// </remarks>
public sealed class ImapClient : IAsyncDisposable
{
    private readonly LineConnection _connection;
    private readonly ImapConversation _conversation;
    private readonly ImapOptions _options;
    private readonly ImapOpening _opening;
    private long _exists;

    private ImapClient(Stream stream, ImapOptions options, NetworkGuard guard)
    {
        _options = options;
        _connection = new LineConnection(stream, options, guard);
        _conversation = new ImapConversation(_connection, options, guard);
        _opening = new ImapOpening(_connection, _conversation, options);
    }

    /// <summary>Connects, encrypts as the options say, and signs in.</summary>
    public static async Task<ImapClient> ConnectAsync(ImapOptions options, CancellationToken ct)
    {
        var stream = await LineConnection.OpenAsync(options, GuardFor(options), ct);
        return await ConnectAsync(stream, options, ct);
    }

    /// <summary>The same over a stream that is already open, such as a tunnel or a recording.</summary>
    public static async Task<ImapClient> ConnectAsync(Stream stream, ImapOptions options, CancellationToken ct)
    {
        var client = new ImapClient(stream, options, GuardFor(options));
        try
        {
            await client._opening.OpenAsync(ct);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a mailbox read-only, by its name as people see it; the inbox is <c>INBOX</c>.</summary>
    public async Task<MailboxState> ExamineAsync(string mailbox, CancellationToken ct)
    {
        uint? validity = null,
            next = null;
        uint exists = 0;
        var name = ImapCommand.Quote(MailboxName.Encode(mailbox));
        await _conversation.AskAsync(
            new ImapCommand($"EXAMINE {name}", $"to open the mailbox {mailbox}"),
            ct,
            response =>
            {
                validity = response.CodeNumber("UIDVALIDITY") ?? validity;
                next = response.CodeNumber("UIDNEXT") ?? next;
                exists = response is { Word: "EXISTS", Number: { } number } ? number : exists;
            }
        );
        _exists = exists;
        return validity is { } known
            ? new MailboxState(known, next, exists)
            : throw Refusal($"gives the mailbox {mailbox} no UIDVALIDITY: its messages cannot be told apart");
    }

    /// <summary>The UIDs of the open mailbox from this one on, itself included, in order, each once.</summary>
    /// <param name="from">1 asks for all: where the search then finds fewer messages than there are, they are listed too.</param>
    /// <param name="ct">Cancels it.</param>
    /// <param name="refused">Hears when the server does not list them, so that only what the search found is told.</param>
    public async Task<IReadOnlyList<uint>> SearchUidsAsync(uint from, CancellationToken ct, Action<ImapException>? refused = null)
    {
        var (found, there) = (new UidSet(_options), _exists);
        // Some servers find nothing for an open range, and all for all.
        var which = from > 1 ? $"UID {from}:*" : "ALL";
        await _conversation.AskAsync(new ImapCommand($"UID SEARCH {which}", "to search the mailbox"), ct, Hear);
        if (from <= 1 && found.From(1).Count < there)
            await ListAsync(there, Hear, refused, ct);
        return found.From(from);

        void Hear(ImapResponse response)
        {
            Count(response);
            there -= response.Word == "EXPUNGE" ? 1 : 0;
            found.Hear(response);
        }
    }

    /// <summary>One after the other what a search has not found, as far as the server hands it out.</summary>
    private async Task ListAsync(long there, Action<ImapResponse> hear, Action<ImapException>? refused, CancellationToken ct)
    {
        const int Some = 10_000;
        for (long first = 1; first <= there; first += Some)
        {
            try
            {
                var command = $"FETCH {first}:{Math.Min(there, first + Some - 1)} (UID)";
                await _conversation.AskAsync(new ImapCommand(command, "to list the mailbox"), ct, hear);
            }
            catch (ImapException refusal) when (!refusal.ConnectionIsLost)
            {
                refused?.Invoke(refusal);
            }
        }
    }

    /// <summary>
    /// Messages of the open mailbox, so many asked for at a time, since most of the time passes on the way. They are told in
    /// the order in which they come; at an <see cref="ImapException"/> any that was asked for may be the cause.
    /// </summary>
    public async IAsyncEnumerable<ImapAnswer> FetchAsync(
        IEnumerable<uint> uids,
        int atOnce,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var (item, done) in _conversation.FetchAsync(uids.Select(uid => new FetchedItem(uid)), atOnce, ct))
        {
            var refusal = WhyRefused(item, done);
            yield return new ImapAnswer(item.Uid, refusal is null ? item.Item : null, refusal)
            {
                IsSure = atOnce == 1 || item.IsSure || done.Word != "OK",
            };
        }
    }

    /// <summary>
    /// A message of the open mailbox, or null when there is none with this UID (any more). One that
    /// the server lists but does not hand out is an <see cref="ImapException"/>.
    /// </summary>
    public async Task<ImapItem?> FetchAsync(uint uid, CancellationToken ct)
    {
        var answer = await FetchAsync([uid], 1, ct).SingleAsync(ct);
        return answer.Refusal is { } refusal ? throw refusal : answer.Item;
    }

    private ImapException? WhyRefused(FetchedItem fetched, ImapResponse done)
    {
        if (_conversation.WhyRefused(fetched.Command, done) is { } refusal)
            return refusal;
        if (!fetched.IsThere)
            return null;
        return fetched.Item is not { } item ? Refusal($"does not hand out the content of message {fetched.Uid}")
            : fetched.IsWhole && (item.Bytes is not null || item.Size > _options.MaxMessageBytes) ? null
            : Refusal($"does not hand out message {fetched.Uid} whole");
    }

    /// <summary>Whether the server can tell of new messages by itself (IDLE, RFC 2177).</summary>
    public async Task<bool> CanIdleAsync(CancellationToken ct) => (await _opening.AskCapabilitiesAsync(ct)).Contains("IDLE");

    /// <summary>
    /// Listens to the open mailbox for that time (IDLE, RFC 2177) and reports each time that it has more messages than
    /// before; what else happens in it is nobody's news. Servers hang up after 29 minutes at least.
    /// </summary>
    public Task IdleAsync(TimeSpan time, Func<Task> more, CancellationToken ct) =>
        _conversation.ListenAsync(time, response => CountAsync(response, more), ct);

    private async ValueTask CountAsync(ImapResponse response, Func<Task> more)
    {
        var before = _exists;
        Count(response);
        if (_exists > before)
            await more();
    }

    private void Count(ImapResponse response) =>
        _exists = response switch
        {
            { Word: "EXISTS", Number: { } number } => number,
            { Word: "EXPUNGE" } => Math.Max(0, _exists - 1),
            _ => _exists,
        };

    /// <summary>Keeps the connection from being closed for silence.</summary>
    public Task NoopAsync(CancellationToken ct) => _conversation.AskAsync(new ImapCommand("NOOP", "to stay connected"), ct);

    /// <summary>Takes leave; without it, <see cref="DisposeAsync"/> just hangs up, which harms nothing.</summary>
    public Task LogoutAsync(CancellationToken ct) => _conversation.AskAsync(new ImapCommand("LOGOUT", "to sign out"), ct);

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static NetworkGuard GuardFor(ImapOptions options) =>
        new(options, (sentence, cause) => new ImapException(sentence, connectionIsLost: true, cause));

    private ImapException Refusal(string what) => new($"The server {_options.Place} {what}.", connectionIsLost: false);
}
