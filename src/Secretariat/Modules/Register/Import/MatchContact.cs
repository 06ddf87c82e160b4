using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Finds out whom of the record a row means, after <see cref="MatchPartner"/>; its mandate follows by <see cref="MatchMandates"/>. What can mean several is told, never guessed.</summary>
internal sealed class MatchContact(MatchPartner partnerOf, KnownPeople people, DateOnly today)
{
    public void Match(ContactRow row)
    {
        row.Mandate = people.Mandate(row.MandateId);
        CheckKeys(row);
        partnerOf.Match(row);
        if (row.Partner is { } partner)
            (row.Outcome.Footnote, row.Outcome.Who) = (partner.Footnote, Who(row, partner));
        if (row.Outcome.IsRight)
            FindPerson(row);
        if (row.Person is { } person && !people.IsNew(person))
            row.Outcome.Persons.Add(person.Id);
    }

    private static Reason Who(ContactRow row, Partner partner) =>
        row.Name is { } name ? new("{0}, {1}", name, KnownPartners.NameOf(partner)) : new("{0}", KnownPartners.NameOf(partner));

    /// <summary>A key that is given means somebody, or is wrong.</summary>
    private void CheckKeys(ContactRow row)
    {
        CheckKey(row, F.Mandate, row.Mandate is not null);
        CheckKey(row, F.Person, people.Person(row.PersonId) is not null);
    }

    private static void CheckKey(ContactRow row, Field field, bool isKnown)
    {
        if (row.Cells.Said(field) is { } said && !isKnown)
            row.Cells.Tell(
                field,
                Text.Key(
                    "“{0}” is no key of this register. Correct it, or leave it empty; for a list of another register, leave the column out.",
                    said
                )
            );
    }

    private void FindPerson(ContactRow row)
    {
        var person = people.Person(row.PersonId);
        if (row.Mandate is { } mandate && person is not null && mandate.PersonId != person.Id)
        {
            row.Cells.Tell(F.Person, Text.Key("The mandate of this row belongs to {0}.", mandate.Person.Name));
            row.Outcome.Persons.Add(mandate.PersonId);
        }

        row.Person = person ?? row.Mandate?.Person;
        row.IsByKey = row.Person is not null;
        if (row.IsByKey)
            return;
        if (row.Name is not { } name)
        {
            row.Cells.Tell(F.Name, Text.Key("The name is missing."));
            return;
        }

        var named = people.Named(row.Partner!.Id, name, row.Email);
        if (named.Count > 1)
            row.Cells.Tell(
                F.Name,
                Text.Key("Several entries of the register have this name. Merge them, or give the key of one person.")
            );
        else if (named is [var found] && people.MayBeAnother(row.Partner.Id, found, row, today))
            TellMailbox(row, found);
        else
            row.Person = named.Count == 1 ? named[0] : people.Add(row.Partner.Id, name, row.Email);
    }

    private static void TellMailbox(ContactRow row, Person found)
    {
        row.Cells.Tell(
            F.Email,
            Text.Key(
                "{0} stands in the record with another address. Give the key of the person if it is the same one; enter somebody else of this name by hand.",
                found.Name
            )
        );
        row.Outcome.Persons.Add(found.Id);
    }
}
