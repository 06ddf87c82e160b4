namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Who signed the letter; proposed only where the letter says so of itself.</summary>
internal sealed class Signatory(ClerkWords words, Letter letter, Names names)
{
    private const int LongestName = 6;

    private Contact? Known => field ??= Read();

    public Contact? Read()
    {
        var block = letter.Signature.Count > 0 ? letter.Signature : LastLines();
        for (var i = 0; i < block.Count; i++)
            if (names.In(block[i]) is [var mention, ..])
                return ReadBlock(block, mention, i);
        return letter.From is { Name: { Length: > 2 } name } from ? Sender(name, from.Address) : null;
    }

    /// <summary>Fills in what the signature says of the same person.</summary>
    public void Complete(Contact contact)
    {
        if (Known is not { } known || !IsSame(contact.Person.Name!, known.Person.Name!))
            return;
        var (person, signed) = (contact.Person, known.Person);
        contact.Person = person with
        {
            Function = person.Function ?? signed.Function,
            Organisation = person.Organisation ?? signed.Organisation,
            Email = person.Email ?? signed.Email,
            Phone = person.Phone ?? signed.Phone,
        };
        if (contact.Person != person)
            contact.Quotes.AddRange(known.Quotes.Except(contact.Quotes));
    }

    /// <summary>Without a signature told apart: from the line with the sender's name on.</summary>
    private IReadOnlyList<Statement> LastLines()
    {
        if (letter.From?.Name is not { } sender)
            return [];
        return
        [
            .. letter.Statements.SkipWhile(s => s.WordCount > LongestName || !names.In(s).Exists(p => IsSame(p.Name, sender))),
        ];
    }

    private static bool IsSame(string name, string signed) =>
        Mention.PartsOf(name).ToHashSet().SetEquals(Mention.PartsOf(signed));

    private Contact ReadBlock(IReadOnlyList<Statement> block, Mention mention, int index)
    {
        var contact = new Contact(mention, mention.Person, false);
        contact.Quote(mention.Statement);
        new MoreDetails(words).Read(block, index + 1, contact, names);
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
