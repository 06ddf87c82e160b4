using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
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
        if (Rule(row, role, corrected, strands, from, to) is not { } reason)
            return null;
        var inTheWay = Others(row, role, corrected)
            .Find(m =>
                (role is MandateRole.Principal || m.PersonId == row.Person!.Id) && MandateEntry.Meet(m, strands, from, to)
            );
        return inTheWay is not null && named.TryGetValue(inTheWay, out var other)
            ? Text.Key("{0} See row {1}.", reason, other)
            : reason;
    }

    private List<Mandate> Others(ContactRow row, MandateRole role, Mandate? corrected) =>
        [.. people.Held(row.Partner!.Id, role).Where(m => m != corrected)];

    private Reason? Rule(
        ContactRow row,
        MandateRole role,
        Mandate? corrected,
        IReadOnlyList<string> strands,
        DateOnly from,
        DateOnly? to
    )
    {
        var held = Others(row, role, corrected);
        if (!IsMeant(from, corrected?.From) || to is { } end && !IsMeant(end, corrected?.To))
            return Text.Key("Choose a day from {0} to {1}.", MeantDayAttribute.First, MeantDayAttribute.Last(today));
        if (role is MandateRole.Principal && (corrected is not null || to is not null))
            return Succession.WhyNotLast(held, corrected, from, to);
        if (MandateEntry.WhyNotHold(held.Where(m => m.PersonId == row.Person!.Id), strands, from, to) is { } reason)
            return reason;
        if (role is MandateRole.Principal)
            return Succession.WhyNotSucceed(held, from, replaces: false);
        return corrected is not null || choice.StandBeside ? null : WhyNotBeside(held, row.Person!, strands, (from, to));
    }

    /// <summary>Whether somebody new takes over is for a person to say; of two whom the file names, it says that both hold the role.</summary>
    private Reason? WhyNotBeside(
        List<Mandate> held,
        Person person,
        IReadOnlyList<string> strands,
        (DateOnly From, DateOnly? To) days
    ) =>
        MandateEntry.Beside(held.Where(m => !named.ContainsKey(m)), person.Id, strands, days.From, days.To).FirstOrDefault()
            is { } other
            ? Text.Key(
                "{0} holds this role since {1}. Give their last day in a row of its own, or choose that the new ones stand beside.",
                other.Person.Name,
                other.From
            )
            : null;

    private bool IsMeant(DateOnly day, DateOnly? known) =>
        day == known || (day >= MeantDayAttribute.First && day <= MeantDayAttribute.Last(today).AddDays(1));
}
