namespace Secretariat.Formats.Statistics;

/// <summary>Concepts that have the same name in every structure (SDMX content-oriented guidelines, annex 1).</summary>
internal static class Concepts
{
    public const string TimePeriod = "TIME_PERIOD";
    public const string Value = "OBS_VALUE";

    private static readonly HashSet<string> Status = new(StringComparer.OrdinalIgnoreCase) { "OBS_STATUS", "OBS_FLAG" };

    private static readonly HashSet<string> Time = new(StringComparer.OrdinalIgnoreCase) { TimePeriod, "TIME" };

    /// <summary>Attributes: what a column or XML attribute of this name holds is no dimension, though nothing else in the file says so.</summary>
    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "AVAILABILITY",
        "BREAKS",
        "COLLECTION",
        "COMMENT",
        "COMMENT_DSET",
        "COMMENT_OBS",
        "COMMENT_TS",
        "COMPILATION",
        "CONF_STATUS",
        "COVERAGE",
        "DECIMALS",
        "DISS_ORG",
        "DOM_SER_IDS",
        "EMBARGO_DATE",
        "EMBARGO_TIME",
        "LAST_UPDATE",
        "NAT_TITLE",
        "OBS_COM",
        "OBS_CONF",
        "OBS_PRE_BREAK",
        "PRE_BREAK_VALUE",
        "PUBL_ECB",
        "PUBL_MU",
        "PUBL_PUBLIC",
        "REPORTING_YEAR_START_DAY",
        "SOURCE_AGENCY",
        "SOURCE_PUB",
        "TIME_FORMAT",
        "TIME_PER_COLLECT",
        "TITLE",
        "TITLE_COMPL",
        "UNIT_INDEX_BASE",
        "UNIT_MULT",
    };

    /// <summary>Columns that repeat or describe the others.</summary>
    private static readonly HashSet<string> Helpers = new(StringComparer.OrdinalIgnoreCase)
    {
        "KEY",
        "SERIES_KEY",
        "OBS_KEY",
        "UPDATED",
    };

    public static bool IsStatus(string name) => Status.Contains(name);

    public static bool IsTime(string name) => Time.Contains(name);

    /// <summary>Whether a component of this name can be a dimension other than time.</summary>
    public static bool CanBeDimension(string name) =>
        !Status.Contains(name)
        && !Time.Contains(name)
        && !Attributes.Contains(name)
        && !Helpers.Contains(name)
        && name is not Value;

    /// <summary>Whether a name can be an id of SDMX (IDType: letters, digits and _ @ $ -); a column with another name is no component.</summary>
    public static bool IsId(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '$' or '-' or '.');

    /// <summary>The id within AGENCY:ID(VERSION), with the class of a URN before it or without (SDMX 3.0 section 5, chapter 6.2).</summary>
    public static string? IdOf(string reference)
    {
        reference = reference.Trim();
        var urn = reference.LastIndexOf('=');
        if (urn >= 0)
            reference = reference[(urn + 1)..];
        var label = reference.IndexOf(": ", StringComparison.Ordinal);
        if (label >= 0)
            reference = reference[..label];
        var agency = reference.IndexOf(':', StringComparison.Ordinal);
        var version = reference.IndexOf('(', StringComparison.Ordinal);
        reference = reference[(agency + 1)..(version > agency ? version : reference.Length)];
        return Words.OnOneLine(reference) is { Length: > 0 } id ? id : null;
    }
}
