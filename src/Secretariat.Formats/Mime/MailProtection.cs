namespace Secretariat.Formats.Mime;

/// <summary>Recognises enciphered and signed mail; nothing is deciphered or verified.</summary>
internal static class MailProtection
{
    private static readonly HashSet<string> SmimeTypes = ["application/pkcs7-mime", "application/x-pkcs7-mime"];

    public static bool IsEncrypted(MimePart root) =>
        root.Walk()
            .Any(part =>
                part.ContentType is "multipart/encrypted"
                || SmimeTypes.Contains(part.ContentType) && !IsSignedData(part)
                || IsArmoured(part, "-----BEGIN PGP MESSAGE-----")
            );

    public static bool IsSigned(MimePart root) =>
        root.Walk()
            .Any(part =>
                part.ContentType is "multipart/signed"
                || SmimeTypes.Contains(part.ContentType) && IsSignedData(part)
                || IsArmoured(part, "-----BEGIN PGP SIGNED MESSAGE-----")
            );

    /// <summary>RFC 8551 section 3.2.2; without a smime-type, the file name tells (section 3.2.1).</summary>
    private static bool IsSignedData(MimePart part) =>
        part.Parameters.GetValueOrDefault("smime-type") is { } type
            ? type.StartsWith("signed", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("certs", StringComparison.OrdinalIgnoreCase)
            : part.FileName?.EndsWith(".p7s", StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsArmoured(MimePart part, string line) =>
        part.ContentType is "text/plain" && part.ReadText().AsSpan().TrimStart().StartsWith(line, StringComparison.Ordinal);
}
