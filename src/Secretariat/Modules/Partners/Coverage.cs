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

    /// <summary>
    /// The days before that day, from the partner's first contact point on, on which nobody spoke for it in the strand, while somebody
    /// did in another; days on which nobody spoke for it at all are no part of them.
    /// </summary>
    public static IEnumerable<Gap> Before(DateOnly day, IEnumerable<Mandate> mandates, string strand)
    {
        var contacts = mandates.Where(m => m.Role is MandateRole.ContactPoint && !m.HeldOnNoDay()).ToList();
        var gaps = Gap.Between(contacts.Where(m => m.Covers(strand)), day, contacts.Min(m => (DateOnly?)m.From));
        return gaps.Where(g => g.To is not null).Except(Gap.Between(contacts, day));
    }

    private static DateOnly? SinceOf(IEnumerable<Mandate> contacts, DateOnly day) =>
        contacts.Where(m => m.To <= day).Max(m => m.To);
}
