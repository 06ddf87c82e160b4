using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>The fields that a report gives for one recipient (RFC 3464 section 2.3).</summary>
internal sealed record StatusGroup(string? Address, DeliveryAction Action, string? Status, string? Diagnostic);

/// <summary>Reads message/delivery-status parts: groups of header fields between empty lines, the first for the message as a whole.</summary>
internal static class StatusFields
{
    private const int MaxText = 200_000;
    private const int MaxParts = 20;
    private const int MaxField = 4_000;
    private const int MaxEnvelopeId = 200;

    public static IEnumerable<MimePart> PartsOf(MimeMessage message) =>
        message
            .Root.Walk()
            .Where(part => part.ContentType is "message/delivery-status" or "message/global-delivery-status" || IsMistyped(part))
            .Take(MaxParts);

    /// <summary>Of the parts made for it; without any, of fields within the text.</summary>
    public static IReadOnlyList<StatusGroup> Read(MimeMessage message)
    {
        List<StatusGroup> groups = [.. PartsOf(message).SelectMany(part => Groups(TextOf(part)))];
        return groups.Count > 0 ? groups : [.. Groups(message.TextBody ?? "").Where(g => g.Address is not null)];
    }

    /// <summary>The identifier of the envelope that the sender chose, if the system hands it back (RFC 3464 section 2.2.1).</summary>
    public static string? EnvelopeIdOf(MimeMessage message) =>
        PartsOf(message)
            .SelectMany(part => FieldsIn(TextOf(part)))
            .Select(fields => fields.GetValueOrDefault("Original-Envelope-Id")?.Trim())
            .FirstOrDefault(id => id is { Length: > 0 and <= MaxEnvelopeId });

    /// <summary>Some systems call the part plain text.</summary>
    private static bool IsMistyped(MimePart part) =>
        part.ContentType is "text/plain"
        && Lines(TextOf(part)).FirstOrDefault(line => line.Length > 0) is { } first
        && first.StartsWith("Reporting-MTA:", StringComparison.OrdinalIgnoreCase);

    private static string TextOf(MimePart part)
    {
        var bytes = part.Content.Span;
        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxText)]);
    }

    private static IEnumerable<StatusGroup> Groups(string text) => FieldsIn(text).Select(GroupOf).OfType<StatusGroup>();

    private static IEnumerable<Dictionary<string, string>> FieldsIn(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        foreach (var line in Lines(text).Append(""))
        {
            if (line.Trim().Length is 0)
            {
                yield return fields;
                fields = new(StringComparer.OrdinalIgnoreCase);
                last = null;
            }
            else if (line[0] is ' ' or '\t' && last is not null)
                fields[last] = fields[last].Length < MaxField ? $"{fields[last]} {line.Trim()}" : fields[last];
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                fields[last = line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static StatusGroup? GroupOf(Dictionary<string, string> fields)
    {
        var final = Value(fields, "Final-Recipient");
        if (final is null && !fields.ContainsKey("Action") && !fields.ContainsKey("Original-Recipient"))
            return null;
        // The address that was written to is the one that the sender knows.
        var address =
            AddressIn(Value(fields, "Original-Recipient")) ?? AddressIn(final) ?? AddressIn(Value(fields, "X-Actual-Recipient"));
        return new StatusGroup(
            address ?? final,
            ActionOf(fields.GetValueOrDefault("Action")),
            StatusCode.In(fields.GetValueOrDefault("Status") ?? ""),
            Value(fields, "Diagnostic-Code") ?? Value(fields, "X-Notes")
        );
    }

    /// <summary>The value behind its type: "rfc822; user@example.org".</summary>
    private static string? Value(Dictionary<string, string> fields, string name)
    {
        if (fields.GetValueOrDefault(name) is not { Length: > 0 } value)
            return null;
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return semicolon is > 0 and < 20 ? value[(semicolon + 1)..].Trim() : value;
    }

    private static string? AddressIn(string? value) =>
        value?.Trim('<', '>', ' ', '"') is { } plain && plain.Contains('@', StringComparison.Ordinal) ? plain : null;

    /// <summary>The word, without the comment that sendmail puts behind it: "relayed (to non-DSN-aware mailer)".</summary>
    private static DeliveryAction ActionOf(string? action) =>
        action?.Trim().Split(' ', '(')[0].ToLowerInvariant() switch
        {
            "delayed" => DeliveryAction.Delayed,
            "delivered" => DeliveryAction.Delivered,
            "relayed" or "expanded" => DeliveryAction.Relayed,
            _ => DeliveryAction.Failed,
        };
}
