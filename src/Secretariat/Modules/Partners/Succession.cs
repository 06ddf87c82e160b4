using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>A partner has one principal at a time; the next one takes over on the day on which the former's mandate ends.</summary>
public static class Succession
{
    /// <summary>Why nobody can become principal on that day beside those recorded, or null when somebody can.</summary>
    /// <param name="replaces">Whether the new one takes the place of whoever holds the office.</param>
    public static Reason? WhyNotSucceed(IEnumerable<Mandate> principals, DateOnly from, bool replaces)
    {
        foreach (var held in principals.OrderBy(m => m.From))
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

    /// <summary>Ends the mandate of whoever holds the office on the day on which the new one begins.</summary>
    public static void Succeed(IEnumerable<Mandate> principals, DateOnly from)
    {
        foreach (var held in principals.Where(m => m.To is null))
            held.End(from);
    }
}
