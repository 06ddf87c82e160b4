namespace Secretariat.Formats.Mime;

/// <summary>Recognises enciphered and signed mail; nothing is deciphered or verified.</summary>
internal static class MailProtection
{
    private static readonly HashSet<string> SmimeTypes = ["application/pkcs7-mime", "application/x-pkcs7-mime"];

    public static bool IsEncrypted(MimePart root) =>
        root.Walk()
            .Any(part =>
                part.ContentType is "multipart/encrypted"
                || IsSmime(part) && !IsSignedData(part)
                || IsArmoured(part, "-----BEGIN PGP MESSAGE-----")
            );

    public static bool IsSigned(MimePart root) =>
        root.Walk()
            .Any(part =>
                part.ContentType is "multipart/signed"
                || IsSmime(part) && IsSignedData(part)
                || IsArmoured(part, "-----BEGIN PGP SIGNED MESSAGE-----")
            );

    /// <summary>Whether the content stands within its signature (RFC 8551 section 3.5.2), out of sight of whoever cannot open that.</summary>
    public static bool IsOpaque(MimePart root) =>
        root.Walk()
            .Any(part =>
                IsSmime(part)
                && part.Parameters.GetValueOrDefault("smime-type")?.StartsWith("signed", StringComparison.OrdinalIgnoreCase)
                    is true
            );

    /// <summary>Message content, which is named smime.p7m if at all (section 3.2.1), rather than a file that was signed or enciphered: letter.pdf.p7m.</summary>
    private static bool IsSmime(MimePart part) =>
        SmimeTypes.Contains(part.ContentType)
        && string.IsNullOrEmpty(Path.GetExtension(Path.GetFileNameWithoutExtension(part.FileName)));

    /// <summary>RFC 8551 section 3.2.2; without a smime-type, the file name tells (section 3.2.1).</summary>
    private static bool IsSignedData(MimePart part) =>
        part.Parameters.GetValueOrDefault("smime-type") is { } type
            ? type.StartsWith("signed", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("certs", StringComparison.OrdinalIgnoreCase)
            : part.FileName?.EndsWith(".p7s", StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsArmoured(MimePart part, string line) =>
        part.ContentType is "text/plain" && part.ReadText().AsSpan().TrimStart().StartsWith(line, StringComparison.Ordinal);
}
