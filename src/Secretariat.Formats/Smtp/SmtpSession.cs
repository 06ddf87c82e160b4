using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Smtp;

/// <summary>
/// Hands messages to a submission server (RFC 5321, 6409), one after the other, each to one
/// recipient. Not for use by two callers at once.
/// </summary>
public sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpConversation _conversation;
    private readonly SmtpOptions _options;
    private SmtpExtensions? _extensions;
    private bool _hasTransaction;

    private SmtpSession(Stream stream, SmtpOptions options, NetworkGuard guard)
    {
        _options = options;
        _conversation = new SmtpConversation(stream, options, guard);
    }

    /// <summary>Whether another message may be sent; after false, connect again.</summary>
    public bool IsOpen => _conversation.IsOpen;

    /// <summary>Connects, encrypts as the options say, and signs in.</summary>
    /// <exception cref="SmtpSessionException">When any of it fails.</exception>
    public static async Task<SmtpSession> ConnectAsync(SmtpOptions options, CancellationToken ct)
    {
        var stream = await LineConnection.OpenAsync(options, GuardFor(options), ct);
        return await ConnectAsync(stream, options, ct);
    }

    /// <summary>The same over a stream that is already open, such as a tunnel or a recording.</summary>
    /// <exception cref="SmtpSessionException">When any of it fails.</exception>
    public static async Task<SmtpSession> ConnectAsync(Stream stream, SmtpOptions options, CancellationToken ct)
    {
        var session = new SmtpSession(stream, options, GuardFor(options));
        try
        {
            await session.StartAsync(ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends one message to one recipient, and asks for reports on its delivery where the server offers that (RFC 3461).</summary>
    /// <param name="envelope">From whom and to whom.</param>
    /// <param name="message">Header and body; line ends become CRLF, nothing else is changed.</param>
    /// <param name="ct">Once the message is complete, a cancelled wait for the answer gives <see cref="SmtpResult.Unknown"/>.</param>
    /// <exception cref="SmtpSessionException">
    /// The connection was lost, or the server made no sense, before the message was complete: it was not taken.
    /// </exception>
    /// <exception cref="ArgumentException">An address or the envelope's identifier could not stand in a command.</exception>
    public async Task<SmtpResult> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        var transaction = new SmtpTransaction(envelope, SmtpData.Encode(message.Span));
        if (transaction.WhyNot(_extensions!) is { } refusal)
            return refusal;
        if (_hasTransaction)
            await _conversation.RequireAsync("RSET", "to begin another message", 2, ct);
        _hasTransaction = true;
        foreach (var (command, expected) in transaction.Commands(_extensions!))
        {
            var reply = await _conversation.AskAsync(command, ct);
            if (reply.Kind != expected)
                return Refusal(command, reply);
        }
        return await _conversation.SendMessageAsync(transaction.Data, ct);
    }

    /// <summary>Takes leave; without it, <see cref="DisposeAsync"/> just hangs up.</summary>
    /// <exception cref="SmtpSessionException">The connection is lost already.</exception>
    public Task QuitAsync(CancellationToken ct) => _conversation.AskAsync("QUIT", ct);

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => _conversation.DisposeAsync();

    private static NetworkGuard GuardFor(SmtpOptions options) =>
        new(options, (sentence, cause) => new SmtpSessionException(sentence, cause));

    private async Task StartAsync(CancellationToken ct)
    {
        if (_options.Security == ConnectionSecurity.Tls)
            await _conversation.StartTlsAsync(ct);
        await _conversation.GreetAsync(ct);
        await SayHelloAsync(ct);
        if (_options.Security == ConnectionSecurity.StartTls)
        {
            await _conversation.RequireAsync("STARTTLS", "to encrypt the connection", 2, ct);
            await _conversation.StartTlsAsync(ct);
            await SayHelloAsync(ct); // what was offered before is not to be believed: RFC 3207 section 4.2
        }
        if (_options.User is { } user)
            await SignInAsync(user, ct);
    }

    private async Task SayHelloAsync(CancellationToken ct) =>
        _extensions = new SmtpExtensions(await _conversation.RequireAsync($"EHLO {_options.ClientName}", "to talk", 2, ct));

    private async Task SignInAsync(string user, CancellationToken ct)
    {
        if (!_conversation.IsEncrypted && !_options.AllowLoginWithoutTls)
            throw Refusal("is not sent the password, because the connection is not encrypted");
        var purpose = $"to sign in {user}";
        if (_options.AccessToken is not null)
            await SignInByTokenAsync(purpose, ct);
        else
            await SignInByPasswordAsync(user, _options.Password ?? "", purpose, ct);
    }

    private async Task SignInByTokenAsync(string purpose, CancellationToken ct)
    {
        var mechanism =
            BearerToken.Mechanisms.FirstOrDefault(_extensions!.SignsInBy)
            ?? throw Refusal("takes no access token on this connection (no AUTH XOAUTH2 or OAUTHBEARER)");
        var reply = await _conversation.AskAsync($"AUTH {mechanism} {BearerToken.First(mechanism, _options)}", ct);
        if (reply.Kind == 3) // the reason of a refusal, before the refusal itself
            reply = await _conversation.AskAsync(BearerToken.AfterRefusal(mechanism), ct);
        if (reply.Kind != 2)
            throw new SmtpSessionException($"The server {_options.Place} refused {purpose}: {reply}") { TokenIsRefused = true };
    }

    private async Task SignInByPasswordAsync(string user, string password, string purpose, CancellationToken ct)
    {
        if (_extensions!.SignsInBy("PLAIN"))
        {
            await _conversation.RequireAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", purpose, 2, ct);
        }
        else if (_extensions.SignsInBy("LOGIN"))
        {
            await _conversation.RequireAsync("AUTH LOGIN", purpose, 3, ct);
            await _conversation.RequireAsync(Base64(user), purpose, 3, ct);
            await _conversation.RequireAsync(Base64(password), purpose, 2, ct);
        }
        else
        {
            throw Refusal("takes no password on this connection (no AUTH PLAIN or LOGIN)");
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>What speaks of the session, or makes no sense, says nothing of the message: it may go another time.</summary>
    private SmtpResult.Refused Refusal(string command, SmtpReply reply) =>
        reply.Kind is 4 or 5 && reply.Code is not SmtpReply.SignInRequired
            ? reply.ToRefusal()
            : throw new SmtpSessionException($"The server {_options.Place} answered {command.Split(' ')[0]} with {reply}");

    private SmtpSessionException Refusal(string what) => new($"The server {_options.Place} {what}.");
}
