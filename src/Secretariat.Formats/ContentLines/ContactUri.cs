namespace Secretariat.Formats.ContentLines;

/// <summary>Addresses and numbers that may be written as URIs.</summary>
internal static class ContactUri
{
    /// <summary>An address without "mailto:" and the fields behind a question mark (RFC 6068); another URI stays as it is.</summary>
    public static string Email(string value)
    {
        if (!value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return value;
        var address = value["mailto:".Length..];
        var fields = address.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(fields < 0 ? address : address[..fields]);
    }

    /// <summary>A number without "tel:"; its parameters, as ";ext=", stay (RFC 3966 section 3).</summary>
    public static string Phone(string value) =>
        value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(value["tel:".Length..]) : value;
}
