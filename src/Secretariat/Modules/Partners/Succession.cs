using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>A partner has one principal at a time; the next one takes over on the day on which the former's mandate ends.</summary>
public static class Succession
{
    /// <summary>Why nobody can become principal on that day beside those recorded, or null when somebody can.</summary>
    /// <param name="replaces">Whether the new one takes the place of whoever holds the office.</param>
    public static Reason? WhyNotSucceed(IEnumerable<Mandate> principals, DateOnly from, bool replaces)
    {
        foreach (var held in principals.Where(m => !m.HeldOnNoDay()).OrderBy(m => m.From))
        {
            if (held.From >= from)
                return Text.Key(
                    "{0} is recorded as principal from {1} on. Choose a later day, or correct that entry.",
                    held.Person.Name,
                    held.From
                );
            if (held.To > from)
                return Text.Key(
                    "The mandate of {0} lasts until {1}. Choose a later day.",
                    held.Person.Name,
                    held.To.Value.AddDays(-1)
                );
            if (held.To is null && !replaces)
                return Text.Key(
                    "{0} has been the principal since {1}. Say that the new one replaces them, or end that mandate first.",
                    held.Person.Name,
                    held.From
                );
        }

        return null;
    }

    /// <summary>Why nobody can have been principal from that day until that one beside the others, or null when somebody can.</summary>
    /// <param name="corrected">The one of them whose days these are; null for one that is not recorded yet.</param>
    public static Reason? WhyNotLast(IEnumerable<Mandate> principals, Mandate? corrected, DateOnly from, DateOnly? to)
    {
        if (Mandate.WhyNotLast(from, to) is { } reason)
            return reason;
        var others = principals.Where(m => m.Id != corrected?.Id && !m.HeldOnNoDay() && from != to);
        return others.FirstOrDefault(m => (to is null || m.From < to) && (m.To is null || m.To > from)) is { } other
            ? Text.Key("{0} is recorded as principal on some of these days. Correct that entry first.", other.Person.Name)
            : null;
    }

    /// <summary>Ends the mandate of whoever holds the office on the day on which the new one begins.</summary>
    public static void Succeed(IEnumerable<Mandate> principals, DateOnly from)
    {
        foreach (var held in principals.Where(m => m.To is null))
            held.End(from);
    }
}
