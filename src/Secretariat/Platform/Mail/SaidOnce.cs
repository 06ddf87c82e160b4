using System.Collections.Concurrent;

namespace Secretariat.Platform.Mail;

/// <summary>Logs what is wrong with a message once, although it is tried in every round.</summary>
public sealed partial class SaidOnce(ILogger<SaidOnce> log)
{
    private readonly ConcurrentDictionary<(string Mailbox, string Message), string> said = new();

    public void Say(string mailbox, string message, string why)
    {
        if (said.TryGetValue((mailbox, message), out var before) && before == why)
            return;
        said[(mailbox, message)] = why;
        LogLeft(mailbox, message, why);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mailbox}: {Message} is left where it is until it can be taken: {Why}")]
    private partial void LogLeft(string mailbox, string message, string why);
}
