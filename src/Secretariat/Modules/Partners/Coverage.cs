using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>Whether somebody speaks for a partner in a strand on a day, and since when nobody does.</summary>
/// <param name="Since">The first day without a contact point; null where there never was one.</param>
public sealed record Uncovered(string StrandCode, DateOnly? Since)
{
    /// <summary>The strands in which nobody speaks for it on that day.</summary>
    /// <param name="mandates">All mandates of the partner.</param>
    public static IReadOnlyList<Uncovered> On(DateOnly day, IEnumerable<Mandate> mandates, IEnumerable<string> strands)
    {
        var contacts = mandates.Where(m => m.Role is MandateRole.ContactPoint && !m.HeldOnNoDay()).ToList();
        return
        [
            .. strands
                .Where(strand => !contacts.Exists(m => m.Covers(strand) && m.HoldsOn(day)))
                .Select(strand => new Uncovered(strand, SinceOf(contacts.Where(m => m.Covers(strand)), day))),
        ];
    }

    private static DateOnly? SinceOf(IEnumerable<Mandate> contacts, DateOnly day) =>
        contacts.Where(m => m.To <= day).Max(m => m.To);
}
