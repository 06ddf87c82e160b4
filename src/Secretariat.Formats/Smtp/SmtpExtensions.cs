using System.Globalization;

namespace Secretariat.Formats.Smtp;

/// <summary>What a server offers in answer to EHLO (RFC 5321 section 4.1.1.1).</summary>
internal sealed class SmtpExtensions(SmtpReply reply)
{
    private readonly ILookup<string, string[]> _offered = reply
        .Lines.Skip(1) // the first line greets
        // Old servers write AUTH=PLAIN for AUTH PLAIN.
        .Select(line => line.Replace('=', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 0)
        .ToLookup(words => words[0].ToUpperInvariant(), words => words[1..]);

    public bool Offers(string keyword) => _offered.Contains(keyword);

    public bool SignsInBy(string mechanism) => _offered["AUTH"].Any(m => m.Contains(mechanism, StringComparer.OrdinalIgnoreCase));

    /// <summary>The largest message taken, in bytes (RFC 1870), or null when there is no fixed limit.</summary>
    public long? MaximumSize =>
        _offered["SIZE"].FirstOrDefault() is [var size, ..]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && bytes > 0
            ? bytes
            : null;
}
