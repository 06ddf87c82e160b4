namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Who signed the letter; proposed only where the letter says so of itself.</summary>
internal sealed class Signatory(ClerkWords words, Letter letter)
{
    private Contact? Known => field ??= Read();

    public Contact? Read()
    {
        var names = new Names(words);
        for (var i = 0; i < letter.Signature.Count; i++)
            if (names.In(letter.Signature[i]) is [var mention, ..])
                return ReadBlock(mention, i, names);
        return letter.From is { Name: { Length: > 2 } name } from ? Sender(name, from.Address) : null;
    }

    /// <summary>Fills in what the signature says of the same person.</summary>
    public ProposedPerson Complete(ProposedPerson person) =>
        Known is { } known && person.Name is { } name && known.Person.Name is { } signed && IsSame(name, signed)
            ? person with
            {
                Function = person.Function ?? known.Person.Function,
                Organisation = person.Organisation ?? known.Person.Organisation,
                Email = person.Email ?? known.Person.Email,
                Phone = person.Phone ?? known.Person.Phone,
            }
            : person;

    private static bool IsSame(string name, string signed) =>
        Mention.PartsOf(name).ToHashSet().SetEquals(Mention.PartsOf(signed));

    private Contact ReadBlock(Mention mention, int index, Names names)
    {
        var contact = new Contact(mention, mention.Person, false);
        contact.Quote(mention.Statement);
        new MoreDetails(words).Read(letter.Signature, index + 1, contact, names);
        if (
            contact.Person.Email is null
            && letter.From is { } from
            && (from.Name is { } name && IsSame(name, mention.Name) || MoreDetails.IsBuiltFrom(from.Address, mention.Name))
        )
            contact.Person = contact.Person with { Email = from.Address };
        return contact;
    }

    private Contact? Sender(string name, string address)
    {
        var place = letter.Statements.LastOrDefault();
        var person = new ProposedPerson(name, null, null, address, null);
        return place is null ? null : new Contact(new Mention(place, 0, 0, name, null, false, 0, person), person, false);
    }
}
