using System.Globalization;

namespace Secretariat.Formats.Smtp;

/// <summary>From whom, to whom, and what, as far as a server must be told or asked beforehand.</summary>
internal sealed class SmtpEnvelope
{
    private readonly string _sender;
    private readonly string _recipient;
    private readonly bool _hasForeignAddress;
    private readonly bool _hasEightBits;

    public SmtpEnvelope(string sender, string recipient, byte[] data)
    {
        (_sender, _recipient, Data) = (Check(sender), Check(recipient), data);
        ArgumentException.ThrowIfNullOrEmpty(recipient);
        _hasForeignAddress = (sender + recipient).Any(c => c > '~');
        _hasEightBits = data.AsSpan().ContainsAnyInRange<byte>(0x80, 0xFF);
    }

    public byte[] Data { get; }

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
        var size = Data.Length.ToString(CultureInfo.InvariantCulture);
        var from = $"MAIL FROM:<{_sender}>";
        if (server.Offers("SIZE"))
            from += $" SIZE={size}";
        if (_hasEightBits)
            from += " BODY=8BITMIME";
        if (_hasForeignAddress)
            from += " SMTPUTF8";
        return [(from, 2), ($"RCPT TO:<{_recipient}>", 2), ("DATA", 3)];
    }

    private static SmtpResult.Refused Refuse(int code, string status, string words) =>
        new(code, status, words, IsTemporary: false);

    // A line end or bracket in an address would begin another command, or another recipient.
    private static string Check(string address) =>
        address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>')
            ? throw new ArgumentException($"\"{address}\" cannot be an address.", nameof(address))
            : address;
}
