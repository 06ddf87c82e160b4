using System.Globalization;
using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.Smtp;

/// <summary>One message to one recipient, as far as a server must be told or asked beforehand.</summary>
internal sealed class SmtpTransaction
{
    private readonly SmtpEnvelope _envelope;
    private readonly string _id;
    private readonly bool _hasForeignAddress;
    private readonly bool _hasEightBits;

    /// <exception cref="ArgumentException">An address or the identifier could not stand in a command.</exception>
    public SmtpTransaction(SmtpEnvelope envelope, byte[] data)
    {
        if (envelope.Recipient.Length is 0 || !MayBeAddress(envelope.Sender) || !MayBeAddress(envelope.Recipient))
            throw new ArgumentException($"{envelope} names what cannot be an address.", nameof(envelope));
        // A domain needs no SMTPUTF8; a local part beyond ASCII does.
        _envelope = new SmtpEnvelope(DomainInAscii.Of(envelope.Sender), DomainInAscii.Of(envelope.Recipient));
        (_id, Data) = (Xtext.EnvelopeId(envelope.Id), data);
        _hasForeignAddress = !Ascii.IsValid(_envelope.Sender + _envelope.Recipient);
        _hasEightBits = data.AsSpan().ContainsAnyInRange<byte>(0x80, 0xFF);
    }

    public byte[] Data { get; }

    /// <summary>Nobody could be told what becomes of a message without a return path.</summary>
    private bool WantsReports => _envelope.Sender.Length > 0;

    /// <summary>Why the server would not take the message, asked or not; null when it may.</summary>
    public SmtpResult.Refused? WhyNot(SmtpExtensions server)
    {
        if (server.MaximumSize is { } maximum && Data.Length > maximum)
            return Refuse(552, "5.3.4", $"The message has {Data.Length} bytes, the server takes {maximum}.");
        if (_hasForeignAddress && !server.Offers("SMTPUTF8"))
            return Refuse(553, "5.6.7", "The server takes no address beyond ASCII.");
        if (_hasEightBits && !server.Offers("8BITMIME"))
            return Refuse(554, "5.6.3", "The server takes no message with bytes beyond ASCII.");
        return null;
    }

    /// <summary>The commands up to the message, and the kind of reply each needs.</summary>
    public IEnumerable<(string Command, int Expected)> Commands(SmtpExtensions server)
    {
        yield return (MailFrom(server), 2);
        yield return (RecipientTo(server), 2);
        yield return ("DATA", 3);
    }

    private string MailFrom(SmtpExtensions server)
    {
        var command = $"MAIL FROM:<{_envelope.Sender}>";
        if (server.Offers("SIZE"))
            command += string.Create(CultureInfo.InvariantCulture, $" SIZE={Data.Length}");
        if (_hasEightBits)
            command += " BODY=8BITMIME";
        if (_hasForeignAddress)
            command += " SMTPUTF8";
        if (!AsksForReports(server))
            return command;
        // The header is enough to know the message by (RFC 3461 section 4.3).
        return _id.Length > 0 ? $"{command} RET=HDRS ENVID={_id}" : $"{command} RET=HDRS";
    }

    private string RecipientTo(SmtpExtensions server)
    {
        var command = $"RCPT TO:<{_envelope.Recipient}>";
        return AsksForReports(server)
            ? $"{command} NOTIFY=FAILURE,DELAY ORCPT={Xtext.OriginalRecipient(_envelope.Recipient)}"
            : command;
    }

    private bool AsksForReports(SmtpExtensions server) => WantsReports && server.Offers("DSN");

    private static SmtpResult.Refused Refuse(int code, string status, string words) =>
        new(code, status, words, IsTemporary: false);

    // A line end or bracket in an address would begin another command, or another recipient.
    private static bool MayBeAddress(string address) =>
        !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>');
}
