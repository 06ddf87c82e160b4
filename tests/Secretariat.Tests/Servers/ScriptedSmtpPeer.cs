using System.Collections.Concurrent;
using System.Text;

namespace Secretariat.Tests.Servers;

/// <summary>
/// An SMTP server that takes everything unless told otherwise, by the reply to a verb:
/// <c>new ScriptedSmtpPeer { ["RCPT"] = "450 4.2.1 Busy", ["."] = ScriptedSmtpPeer.Cut }</c>.
/// The greeting is <c>""</c>, the end of the message <c>"."</c>; a reply may have several lines.
/// </summary>
public sealed class ScriptedSmtpPeer : ScriptedPeer
{
    /// <summary>In place of a reply: hang up.</summary>
    public const string Cut = "";

    /// <summary>In place of a reply: stay silent.</summary>
    public const string Silence = "…";

    private readonly ConcurrentDictionary<string, string> _replies = new()
    {
        [""] = "220 peer.example ready",
        ["EHLO"] = "250-peer.example\n250-SIZE 1000000\n250-8BITMIME\n250 AUTH PLAIN LOGIN",
        ["AUTH"] = "235 2.7.0 Welcome",
        ["DATA"] = "354 Go on",
        ["."] = "250 2.0.0 Taken",
        ["QUIT"] = "221 2.0.0 Bye",
    };

    /// <summary>Hangs up once a message has begun, before it is complete.</summary>
    public bool CutsIntoMessage { get; init; }

    /// <summary>Every line that was not part of a message.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Every complete message, dots taken out again, also when it was then refused or cut.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>The reply to a verb; may be changed at any time.</summary>
    public string this[string verb]
    {
        get => _replies.GetValueOrDefault(verb, "250 2.0.0 Fine");
        set => _replies[verb] = value;
    }

    protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (!await ReplyAsync(stream, "", ct))
            return;
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            Commands.Enqueue(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (!await ReplyAsync(stream, verb, ct) || verb == "QUIT")
                return;
            if (verb != "DATA" || !this["DATA"].StartsWith('3'))
                continue;
            if (CutsIntoMessage || await ReadMessageAsync(reader, ct) is not { } message)
                return;
            Messages.Enqueue(message);
            if (!await ReplyAsync(stream, ".", ct))
                return;
        }
    }

    private static async Task<string?> ReadMessageAsync(StreamReader reader, CancellationToken ct)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line == ".")
                return message.ToString();
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        return null;
    }

    private async Task<bool> ReplyAsync(Stream stream, string verb, CancellationToken ct)
    {
        var reply = this[verb];
        if (reply == Silence)
            await Task.Delay(Timeout.Infinite, ct);
        if (reply == Cut)
            return false;
        var lines = reply.ReplaceLineEndings("\r\n") + "\r\n";
        await SayAsync(stream, Encoding.UTF8.GetBytes(lines), ct);
        return true;
    }
}
