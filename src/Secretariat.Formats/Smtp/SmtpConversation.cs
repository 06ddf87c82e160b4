using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Smtp;

/// <summary>Commands and replies in turn, and the one moment after which nothing is certain.</summary>
internal sealed class SmtpConversation(Stream stream, SmtpOptions options, NetworkGuard guard) : IAsyncDisposable
{
    private readonly LineConnection _connection = new(stream, options, guard);

    public bool IsOpen { get; private set; }

    public bool IsEncrypted => _connection.IsEncrypted;

    public async Task GreetAsync(CancellationToken ct)
    {
        var greeting = await SmtpReply.ReadAsync(_connection, guard, ct);
        IsOpen = greeting.Kind == 2;
        if (!IsOpen)
            throw guard.Failure($"does not greet: {greeting}");
    }

    public async Task StartTlsAsync(CancellationToken ct) => await _connection.StartTlsAsync(ct);

    public async Task<SmtpReply> AskAsync(string command, CancellationToken ct)
    {
        if (!IsOpen)
            throw guard.Failure("is no longer connected after what went wrong before");
        // Open again only after the reply: a cancelled command leaves it unread.
        IsOpen = false;
        await RequireSilenceAsync(ct);
        await _connection.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), ct);
        return await HearAsync(ct);
    }

    public async Task<SmtpReply> RequireAsync(string command, string purpose, int kind, CancellationToken ct)
    {
        var reply = await AskAsync(command, ct);
        return reply.Kind == kind
            ? reply
            : throw new SmtpSessionException($"The server {options.Place} refused {purpose}: {reply}");
    }

    /// <summary>Sends what comes after DATA, the final dot last.</summary>
    public async Task<SmtpResult> SendMessageAsync(byte[] data, CancellationToken ct)
    {
        IsOpen = false;
        await _connection.WriteAsync(data, ct);
        await RequireSilenceAsync(ct);
        // From here on the server may have the whole message, whether or not we hear of it.
        try
        {
            guard.Patience = options.AcceptanceTimeout;
            await _connection.WriteAsync(".\r\n"u8.ToArray(), ct);
            var reply = await HearAsync(ct);
            guard.Patience = options.Timeout;
            return reply.Kind switch
            {
                2 => new SmtpResult.Accepted(reply.ToString()),
                3 => new SmtpResult.Unknown($"The server answered a whole message with {reply}"),
                _ => reply.ToRefusal(),
            };
        }
        catch (SmtpSessionException e)
        {
            return new SmtpResult.Unknown(e.Message);
        }
        catch (OperationCanceledException)
        {
            return new SmtpResult.Unknown($"The server {options.Place} had not answered when the wait for it ended.");
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>A reply too many would be taken for the answer to the next command, and in the end for that to the message.</summary>
    private async Task RequireSilenceAsync(CancellationToken ct)
    {
        if (_connection.HasUnread)
            throw guard.Failure($"speaks without being asked: {await SmtpReply.ReadAsync(_connection, guard, ct)}");
    }

    private async Task<SmtpReply> HearAsync(CancellationToken ct)
    {
        var reply = await SmtpReply.ReadAsync(_connection, guard, ct);
        IsOpen = reply.Code is not (221 or 421); // closing: RFC 5321 section 3.8
        return reply;
    }
}
