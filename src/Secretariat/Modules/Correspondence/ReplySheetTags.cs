namespace Secretariat.Modules.Correspondence;

/// <summary>How the places of a reply sheet are called in the file, whatever its language; what comes back is read by these names alone.</summary>
public static class ReplySheetTags
{
    public const string Reference = "letter.reference";
    public const string Nominee = "nominee";
    public const string Alternate = "alternate";
    public const string Replaces = "nominee.replaces";
    public const string Remark = "remark";
    public const string Date = "signed.on";
    public const string SignedBy = "signed.by";

    /// <summary>What an unfilled place shows, by language; some programs lose that it is an invitation only.</summary>
    private static readonly Dictionary<string, string> Invitations = new(StringComparer.Ordinal)
    {
        ["en"] = "Click here to write",
        ["fr"] = "Cliquez ici pour écrire",
        ["de"] = "Zum Schreiben hier klicken",
    };

    public static string InvitationIn(string language) => Invitations.GetValueOrDefault(language) ?? Invitations["en"];

    public static bool IsInvitation(string text) => Invitations.ContainsValue(text);

    public static string NameOf(string person) => $"{person}.name";

    public static string FunctionOf(string person) => $"{person}.function";

    public static string OrganisationOf(string person) => $"{person}.organisation";

    public static string EmailOf(string person) => $"{person}.email";

    public static string PhoneOf(string person) => $"{person}.phone";

    /// <summary>The contact person speaks on that strand.</summary>
    public static string SpeaksOn(string strand) => $"nominee.strand.{strand}";

    /// <summary>The partner takes interest in that strand.</summary>
    public static string InterestIn(string strand) => $"interest.{strand}";

    /// <summary>The same name as a bookmark, which has no full stops or hyphens; LibreOffice before 7.5 keeps bookmarks and loses tags.</summary>
    public static string BookmarkOf(string tag) => tag.Replace('.', '_').Replace('-', '_');
}
