using System.Globalization;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Somebody = Secretariat.Tests.Whole.AudienceRegister.Somebody;

namespace Secretariat.Tests.Whole;

/// <summary>Who looks: anybody, somebody of the office, or a partner's contact, whose mandate may have ended.</summary>
/// <param name="IsContactPoint">Whether somebody at a desk speaks for the partner today.</param>
public sealed record Audience(Role? Role, string? Partner = null, bool IsFormer = false, bool IsContactPoint = false)
{
    public bool IsOffice => Role is not (null or Modules.Identity.Role.PartnerContact);
}

/// <summary>What was served of somebody: the name, the mailbox or the phone.</summary>
public sealed record Seen(string Address, string What, string Word);

/// <summary>
/// The rule, as anybody would say it. The public sees the name of a contact point who agreed, while the mandate holds; never a
/// mailbox or a phone. A partner sees its own people, and its contact points on one page the names and mailboxes of those who speak for a
/// listed partner and agreed. The office sees all.
/// </summary>
public static class AudienceRule
{
    public static readonly string[] All = ["name", "mail", "phone"];

    /// <summary>How the codes of those begin that are listed, of the partners of the walk.</summary>
    private const string Listed = "ms-";

    private const string Contacts = "/desk/contacts";

    public static bool May(Audience audience, Seen seen, Somebody somebody, DateOnly today) =>
        Space(seen.Address) switch
        {
            "office" => audience.IsOffice,
            "desk" => IsOwn(audience, somebody)
                || (seen.Address.Split('?')[0] is Contacts && seen.What is not "phone" && IsShown(audience, somebody, today)),
            _ => seen.What == "name" && IsPublic(somebody, DayOf(seen.Address) ?? today),
        };

    /// <summary>What has to be found somewhere in a space, else the walk has seen nothing.</summary>
    public static IEnumerable<(string Space, string What, string Word)> Expected(
        Audience audience,
        IEnumerable<Somebody> people,
        DateOnly today
    ) =>
        from somebody in people
        where !somebody.IsGone
        from space in new[] { "office", "desk", "" }
        from what in All
        where
            space switch
            {
                "office" => audience.IsOffice,
                "desk" => IsOwn(audience, somebody) || (what is not "phone" && IsShown(audience, somebody, today)),
                _ => what == "name" && IsPublic(somebody, today, Listed),
            }
        select (space, what, somebody.Word);

    public static string Space(string address) =>
        address.Split('/', '?')[1] switch
        {
            "office" => "office",
            "desk" => "desk",
            _ => "",
        };

    /// <summary>Whether whoever is seen there is noted. The audit is not: it is the proof of every change, read by those who watch over it.</summary>
    public static bool IsNoted(string address) =>
        Space(address) is "office" or "desk" && !address.StartsWith("/office/audit", StringComparison.Ordinal);

    /// <summary>Whether a letter or a message may be what says it there, in its own words; not where it stands with its addressee.</summary>
    public static bool MayBeInItsOwnWords(string address) =>
        !address.StartsWith("/office/campaigns", StringComparison.Ordinal)
            && !address.StartsWith("/office/outbox", StringComparison.Ordinal)
        || PageOf(address).Length == 0
        || address.EndsWith("/docx", StringComparison.Ordinal);

    /// <summary>The page of an address; empty where it is a file that is taken out.</summary>
    public static string PageOf(string address) =>
        address.Split('?')[0] is var page && page.Split('/')[^1].Contains('.', StringComparison.Ordinal) ? "" : page;

    private static bool IsOwn(Audience audience, Somebody somebody) =>
        audience is { Partner: { } own, IsFormer: false } && somebody.Held.Exists(m => m.Partner == own);

    private static bool IsShown(Audience audience, Somebody somebody, DateOnly today) =>
        audience.IsContactPoint
        && somebody.IsShown
        && Speaks(somebody, today, Listed, MandateRole.ContactPoint, MandateRole.Alternate);

    private static bool IsPublic(Somebody somebody, DateOnly day, string listed = "") =>
        somebody.HasAgreed && Speaks(somebody, day, listed, MandateRole.ContactPoint);

    private static bool Speaks(Somebody somebody, DateOnly day, string listed, params MandateRole[] roles) =>
        somebody.Held.Exists(m =>
            roles.Contains(m.Role)
            && m.Partner.StartsWith(listed, StringComparison.Ordinal)
            && m.From <= day
            && (m.To is null || m.To > day)
        );

    private static DateOnly? DayOf(string address) =>
        address.Split("asOf=") is [_, var rest]
        && DateOnly.TryParseExact(
            rest.Split('&')[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
