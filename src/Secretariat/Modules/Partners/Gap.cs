using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>Days on which nobody held a role, from the first holder on; without an end while it lasts.</summary>
public sealed record Gap(DateOnly From, DateOnly? To)
{
    /// <param name="since">The day from which somebody was to hold it; null: from the first holder on.</param>
    public static IReadOnlyList<Gap> Between(IEnumerable<IDated> held, DateOnly today, DateOnly? since = null)
    {
        var gaps = new List<Gap>();
        var covered = since;
        foreach (var mandate in held.Where(m => m.From <= today && !m.HeldOnNoDay()).OrderBy(m => m.From))
        {
            if (mandate.From > covered)
                gaps.Add(new Gap(covered.Value, mandate.From));
            var until = mandate.To ?? DateOnly.MaxValue;
            covered = covered > until ? covered : until;
        }

        if (covered <= today)
            gaps.Add(new Gap(covered.Value, null));
        return gaps;
    }
}
