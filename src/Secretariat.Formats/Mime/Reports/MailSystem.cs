namespace Secretariat.Formats.Mime;

/// <summary>Knows mail systems by how they sign, and their reports by what they say.</summary>
internal static class MailSystem
{
    private static readonly string[] Locals =
    [
        "mailer-daemon",
        "mailerdaemon",
        "mail-daemon",
        "maildaemon",
        "mdaemon",
        "postmaster",
        "post.master",
        "mail-delivery",
        "maildelivery",
        "mailsystem",
        "bounce",
        "bounces",
        "bounced",
        "antispam",
        "virus",
        "spam",
    ];

    private static readonly string[] Names =
    [
        "mail delivery",
        "mailer-daemon",
        "mail system",
        "mail administrator",
        "delivery subsystem",
        "system administrator",
        "mail router",
        "internet mail",
        "postmaster",
        "delivery system",
        "email delivery",
        "e-mail delivery",
    ];

    private static readonly string[] Subjects =
    [
        "undeliver",
        "delivery status",
        "delivery failure",
        "delivery failed",
        "delivery error",
        "delivery problem",
        "delivery report",
        "delivery notification",
        "delivery unsuccessful",
        "delivery has failed",
        "delivery delayed",
        "could not be delivered",
        "not delivered",
        "non-delivery",
        "nondeliver",
        "returned mail",
        "mail delivery",
        "mail could not",
        "failure notice",
        "failure delivery",
        "mail failure",
        "mail error",
        "mail system error",
        "mail status",
        "message status",
        "message delayed",
        "user unknown",
        "unknown user",
        "warning: could not send",
        "warning: message",
        "unzustellbar",
        "non remis",
        "échec de la remise",
        "non recapitabile",
        "no se puede entregar",
        "permanent error",
        "rejected",
        "bounce",
        "dsn:",
    ];

    private static readonly string[] Failures =
    [
        "could not be delivered",
        "couldn't be delivered",
        "can not be delivered",
        "cannot be delivered",
        "can't be delivered",
        "could not deliver",
        "couldn't deliver",
        "cannot deliver",
        "can't deliver",
        "unable to deliver",
        "wasn't able to deliver",
        "was not delivered",
        "not be delivered",
        "wasn't delivered",
        "not been delivered",
        "hasn't been delivered",
        "was undeliverable",
        "is undeliverable",
        "undeliverable",
        "did not reach",
        "has been delayed",
        "was delayed",
        "delivery failed",
        "delivery failure",
        "delivery has failed",
        "delivery to the following",
        "failed recipient",
        "failed address",
        "permanent fatal error",
        "permanent error",
        "permanent failure",
        "transcript of session",
        "delivery error",
        "was rejected",
        "has been rejected",
        "been blocked",
        "user unknown",
        "unknown user",
        "returned to sender",
        "message returned",
        "returned mail",
        "unknown recipient",
    ];

    /// <summary>People write these too; a program that can be written back to means nothing by them.</summary>
    private static readonly string[] Hints = ["following address", "following recipient", "550 ", "554 "];

    /// <summary>The null sender of RFC 5321 section 4.5.5, or a name and address that only programs use.</summary>
    public static bool IsSender(MimeMessage message) =>
        message.Headers.First("X-Failed-Recipients") is not null
        || message.From.Any(IsProgram)
        || message.From.Count is 0 && HasNullSender(message)
        || HasNullSender(message) && Has(message.Subject, Subjects);

    public static bool SpeaksOfFailure(MimeMessage message)
    {
        if (message.Headers.First("X-Failed-Recipients") is not null)
            return true;
        // A system that answers nobody and is nobody has nothing else to say.
        if (HasNullSender(message) && message.From.Any(a => LocalOf(a.Address) is "mailer-daemon"))
            return true;
        const int enough = 6_000;
        var body = message.TextBody ?? "";
        body = body.Length > enough ? body[..enough] : body;
        return Has(message.Subject, Subjects) || Has(body, Failures) || HasNullSender(message) && Has(body, Hints);
    }

    /// <summary>Whether an address is that of a program rather than of somebody written to.</summary>
    public static bool IsProgram(string address) => Array.Exists(Locals, local => LocalOf(address) == local);

    private static bool IsProgram(MailAddress sender) =>
        IsProgram(sender.Address)
        || sender.Name is { } name
            && Has(name, Names)
            && !IsFunction(name)
            && !sender.Address.StartsWith("no", StringComparison.Ordinal);

    /// <summary>"Jan Holm, System Administrator" is a person with a function.</summary>
    private static bool IsFunction(string name) =>
        name.AsSpan().ContainsAny(",|/;") || name.Contains(" - ", StringComparison.Ordinal);

    private static bool HasNullSender(MimeMessage message) =>
        message.Headers.Value("Return-Path")?.Trim() is "<>" or "<MAILER-DAEMON>" or "<#@[]>" or "MAILER-DAEMON";

    private static string LocalOf(string address) => address.Split('@')[0].Trim('"', '<', '>').ToLowerInvariant();

    private static bool Has(string text, string[] words) =>
        Array.Exists(words, word => text.Replace('’', '\'').Contains(word, StringComparison.OrdinalIgnoreCase));
}
