using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.VCard;

/// <summary>Reads vCards 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350), also as phones and mail programs write them.</summary>
public static class VCardReader
{
    /// <summary>Largest file in bytes, or text in characters.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Most cards in a file.</summary>
    public const int MaxCards = 20_000;

    /// <summary>Most lines in a file, folded ones counted once.</summary>
    public const int MaxLines = 300_000;

    /// <summary>Most properties in a card, of those that are read.</summary>
    public const int MaxProperties = 1_000;

    private const string Again = "save the contact as vCard (.vcf) again.";

    /// <summary>
    /// Reads a file. Never throws, whatever the bytes; takes time linear in their number. A file beyond a limit is refused as a whole. Text
    /// around cards is passed over; a card ends at its END, at the next BEGIN or with the file; a card within a card (AGENT in 2.1) is left
    /// out. Bytes are UTF-8 or else Windows-1252 (UTF-16 where the file begins so), or what CHARSET says; an unfolded line is read up to 64 KiB.
    /// </summary>
    public static VCardFile Read(ReadOnlySpan<byte> bytes) =>
        WhyNotRead(bytes.Length, bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0) is { } reason
            ? new VCardFile([], reason)
            : Read(ContentLineReader.Of(bytes));

    /// <summary>The same for text, in which CHARSET counts only for what is encoded.</summary>
    public static VCardFile Read(string text) =>
        WhyNotRead(text.Length, text.AsSpan().IndexOfAnyExcept(" \t\r\n\0") < 0) is { } reason
            ? new VCardFile([], reason)
            : Read(ContentLineReader.Of(text));

    private static VCardFile Read(ContentLineReader lines)
    {
        var scanner = new CardScanner(lines);
        if (scanner.Read() is { } reason)
            return new VCardFile([], reason);
        return scanner.Cards.Count > 0
            ? new VCardFile(scanner.Cards, null)
            : new VCardFile([], $"No line says BEGIN:VCARD, with which a card begins: {Again}");
    }

    private static string? WhyNotRead(int length, bool isEmpty) =>
        isEmpty ? $"There is nothing in it: {Again}"
        : length > MaxBytes
            ? $"It is {length} long, and at most {MaxBytes} are read: save the contacts in parts, or without their photographs."
        : null;
}
