using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Enters what a row says, after the rules that hold for whoever enters it by hand.</summary>
internal sealed class EnterContact(SecretariatDb db, KnownPeople people, ContactWords words, DateOnly today)
{
    private readonly MandateRules rules = new(people, words.Choice, today);
    private readonly EnterPerson persons = new(people);

    /// <summary>The mailboxes that change, each with its person.</summary>
    public IReadOnlyCollection<(Person Person, string? Email)> Moves => persons.Moves;

    public void Enter(IReadOnlyCollection<ContactRow> rows)
    {
        foreach (var row in rows.Where(r => r.Mandate is not null))
            rules.Name(row.Mandate!, row.Outcome);
        // Who leaves goes before who comes, and who comes earlier before who comes later.
        var right = rows.Where(r => r.Outcome.IsRight && r.JoinedTo is null).ToList();
        foreach (var row in right.Where(r => r.Mandate is not null).OrderBy(r => r.Until is null))
            Change(row, row.Mandate!);
        foreach (var row in right.Where(r => r.Mandate is null).OrderBy(r => r.From ?? today))
            Add(row, row.From ?? today);
        foreach (var row in rows.Where(r => r.Outcome.IsRight && r.JoinedTo is not null))
            SayJoined(row, row.JoinedTo!.Outcome);
    }

    private static void SayJoined(ContactRow row, RowOutcome first)
    {
        if (first.IsRight)
            row.Outcome.Remark(Text.Key("Its strands come with row {0}.", first.Row));
        else
            row.Outcome.Tell(Text.Key("It is one mandate with row {0}, which has errors.", first.Row));
    }

    private void Change(ContactRow row, Mandate mandate)
    {
        var (from, to) = (row.From ?? mandate.From, row.Until?.AddDays(1) ?? mandate.To);
        var strands = row.Strands ?? mandate.Strands;
        var hasOtherStrands = !mandate.Strands.ToHashSet(StringComparer.Ordinal).SetEquals(strands);
        var hasOtherDays = (from, to) != (mandate.From, mandate.To);
        var hasOtherFunction = row.Cells.IsNew(F.Function, row.Function, mandate.Function, 300);
        if ((hasOtherDays || hasOtherStrands) && rules.WhyNot(row, mandate.Role, mandate, strands, from, to) is { } reason)
            Refuse(row, mandate.Role, row.Until is null ? F.From : F.Until, reason);
        persons.Enter(row, mandate.Person);
        if (!row.Outcome.IsRight)
            return;
        if (hasOtherFunction)
            ChangeFunction(row, mandate);
        if (row.Language is { } language && language != mandate.Language)
        {
            row.Outcome.Change(F.Language.Label, words.Names.Language(mandate.Language), words.Names.Language(language));
            mandate.Language = language;
        }

        if (hasOtherStrands)
        {
            row.Outcome.Change(F.Strands.Label, words.Names.Strands(mandate.Strands), words.Names.Strands(strands));
            mandate.Strands.Clear();
            mandate.Strands.AddRange(strands);
        }

        if (hasOtherDays)
            ChangeDays(row, mandate, from, to);
        if (hasOtherDays || hasOtherStrands)
            db.Touch(row.Partner!);
    }

    private static void ChangeFunction(ContactRow row, Mandate mandate)
    {
        row.Outcome.Change(F.Function.Label, mandate.Function, row.Function);
        mandate.Function = row.Function!;
        mandate.Functions = mandate.Functions?.With(Catalogue.English, row.Function!);
    }

    private static void ChangeDays(ContactRow row, Mandate mandate, DateOnly from, DateOnly? to)
    {
        if (from != mandate.From)
            row.Outcome.Change(F.From.Label, mandate.From, from);
        if (to != mandate.To)
            row.Outcome.Change(F.Until.Label, mandate.To?.AddDays(-1), to?.AddDays(-1));
        mandate.Correct(from, to);
    }

    private void Add(ContactRow row, DateOnly from)
    {
        var (partner, person, strands) = (row.Partner!, row.Person!, row.Strands ?? []);
        var to = row.Until?.AddDays(1);
        row.Cells.IsNew(F.Function, row.Function, null, 300);
        if (rules.WhyNot(row, row.Role!.Value, null, strands, from, to) is { } reason)
            Refuse(row, row.Role.Value, F.From, reason);
        persons.Enter(row, person);
        if (!row.Outcome.IsRight)
            return;
        row.Outcome.Does(people.Enters(person) ? RowEffect.NewPerson : RowEffect.NewMandate);
        var mandate = new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = row.Role.Value,
            Function = row.Function ?? "",
            Language = row.Language ?? partner.WorkingLanguage ?? Catalogue.English,
            Strands = [.. strands],
            From = from,
        };
        mandate.Correct(from, to);
        Say(row, mandate);
        db.Mandates.Add(mandate);
        db.Touch(partner);
        people.Know(mandate);
        rules.Name(mandate, row.Outcome);
    }

    private void Say(ContactRow row, Mandate mandate)
    {
        row.Outcome.Change(F.Role.Label, null, new Reason(mandate.Role.Name()));
        if (mandate.Function.Length > 0)
            row.Outcome.Change(F.Function.Label, null, mandate.Function);
        row.Outcome.Change(F.Strands.Label, null, words.Names.Strands(mandate.Strands));
        row.Outcome.Change(F.Language.Label, null, words.Names.Language(mandate.Language));
        row.Outcome.Change(F.From.Label, null, mandate.From);
        if (row.Until is { } until)
            row.Outcome.Change(F.Until.Label, null, until);
        if (mandate.Role is MandateRole.Principal)
            row.Outcome.Remark(
                Text.Key("A list does not say the rank: set it on the partner’s page before letters are written.")
            );
    }

    /// <summary>Whoever of the record the reason names is shown with the row.</summary>
    private void Refuse(ContactRow row, MandateRole role, Field field, Reason reason)
    {
        row.Cells.Tell(field, reason);
        var shown = people
            .Held(row.Partner!.Id, role)
            .Where(m => ValuesIn(reason).Contains(m.Person.Name) && !people.IsNew(m.Person));
        row.Outcome.Persons.UnionWith(shown.Select(m => m.PersonId));
    }

    private static IEnumerable<object?> ValuesIn(Reason reason) =>
        reason.Values.SelectMany(value => value is Reason inner ? ValuesIn(inner) : [value]);
}
