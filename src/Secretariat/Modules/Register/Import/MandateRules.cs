using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Why a row cannot have its mandate beside the others, after the rules that hold for whoever enters one by hand.</summary>
internal sealed class MandateRules(KnownPeople people, ImportChoice choice, DateOnly today)
{
    private readonly Dictionary<Mandate, int> named = [];

    /// <summary>One of which the file says in that row that it holds.</summary>
    public void Name(Mandate mandate, RowOutcome row) => named.TryAdd(mandate, row.Row);

    /// <summary>With the number of the row of the file that stands in the way, where one does.</summary>
    public Reason? WhyNot(
        ContactRow row,
        MandateRole role,
        Mandate? corrected,
        IReadOnlyList<string> strands,
        DateOnly from,
        DateOnly? to
    )
    {
        if (WhyNotOn(from, to, corrected) is { } never)
            return never;
        foreach (var other in Others(row, role, corrected))
            if (Beside(other) is { } reason)
                return named.TryGetValue(other, out var at) ? Text.Key("{0} See row {1}.", reason, at) : reason;
        return null;

        Reason? Beside(Mandate other)
        {
            if (other.Role != role)
                return other.WhyNotBeside(role, strands, new Days(from, to));
            if (role is MandateRole.Principal && (corrected is not null || to is not null))
                return Succession.WhyNotLast([other], corrected, from, to);
            if (other.PersonId == row.Person!.Id && MandateEntry.WhyNotHold([other], role, strands, from, to) is { } twice)
                return twice;
            if (role is MandateRole.Principal)
                return Succession.WhyNotSucceed([other], from, replaces: false);
            return corrected is not null || choice.StandBeside || named.ContainsKey(other)
                ? null
                : WhyNotBeside(other, row.Person, strands, new(from, to));
        }
    }

    /// <summary>The person's own first, of whichever role, then in the order of their days.</summary>
    private IEnumerable<Mandate> Others(ContactRow row, MandateRole role, Mandate? corrected) =>
        people
            .HeldBy(row.Partner!.Id, row.Person!)
            .Union(people.Held(row.Partner.Id, role))
            .Where(m => m != corrected)
            .OrderByDescending(m => m.PersonId == row.Person!.Id)
            .ThenBy(m => m.From);

    private Reason? WhyNotOn(DateOnly from, DateOnly? to, Mandate? corrected) =>
        !IsMeant(from, corrected?.From) || to is { } end && !IsMeant(end, corrected?.To)
            ? Text.Key("Choose a day from {0} to {1}.", MeantDayAttribute.First, MeantDayAttribute.Last(today))
            : (Reason?)Mandate.WhyNotLast(from, to);

    /// <summary>Whether somebody new takes over is for a person to say; of two whom the file names, it says that both hold the role.</summary>
    private static Reason? WhyNotBeside(Mandate other, Person person, IReadOnlyList<string> strands, Days days) =>
        MandateEntry.Beside([other], person.Id, strands, days.From, days.To).Any()
            ? Text.Key(
                "{0} holds this role since {1}. Give their last day in a row of its own, or choose that the new ones stand beside.",
                other.Person.Name,
                other.From
            )
            : null;

    private bool IsMeant(DateOnly day, DateOnly? known) =>
        day == known || (day >= MeantDayAttribute.First && day <= MeantDayAttribute.Last(today).AddDays(1));
}
