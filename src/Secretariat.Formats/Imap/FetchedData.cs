using System.Globalization;

namespace Secretariat.Formats.Imap;

/// <summary>What one FETCH response says of the message that it names by its UID (RFC 3501 section 7.4.2).</summary>
internal sealed record FetchedData(uint Uid, IReadOnlyDictionary<string, ImapValue> Values, IReadOnlyList<ImapPart> Parts)
{
    /// <summary>Null for another response, and for one that names no message.</summary>
    public static FetchedData? Of(ImapResponse response)
    {
        if (response.Word != "FETCH")
            return null;
        var values = ImapDataReader.ReadPairs(response.Parts);
        return uint.TryParse(values.GetValueOrDefault("UID")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var uid)
            ? new FetchedData(uid, values, response.Parts)
            : null;
    }
}
