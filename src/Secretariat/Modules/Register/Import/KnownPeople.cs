using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Import;

/// <summary>Finds the people and mandates that a row can mean, those of the rows before it among them.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<Guid, Person> byId;
    private readonly Dictionary<Guid, Mandate> mandates;
    private readonly Dictionary<(Guid Partner, MandateRole Role), List<Mandate>> held = [];
    private readonly Dictionary<(Guid Partner, string Name), List<Person>> byName = [];
    private readonly Dictionary<(string Name, string Email), List<Person>> byMailbox = [];
    private readonly HashSet<Person> added = [];
    private readonly HashSet<Person> entered = [];

    public KnownPeople(IReadOnlyCollection<Person> persons, IReadOnlyCollection<Mandate> known)
    {
        byId = persons.ToDictionary(p => p.Id);
        mandates = known.ToDictionary(m => m.Id);
        foreach (var person in persons.Where(p => p.MergedIntoId is null))
            KnowMailbox(person, person.Email);
        foreach (var mandate in known)
            Know(mandate);
    }

    public Mandate? Mandate(Guid? id) => id is { } key ? mandates.GetValueOrDefault(key) : null;

    /// <summary>The person of that key, under the entry that it was merged into.</summary>
    public Person? Person(Guid? id)
    {
        var found = id is { } key ? byId.GetValueOrDefault(key) : null;
        for (var hops = 0; found?.MergedIntoId is { } kept && hops < byId.Count; hops++)
            found = byId.GetValueOrDefault(kept);
        return found;
    }

    /// <summary>Of that name with that mailbox, else of that name at the partner; a mailbox alone says nothing, since offices share them.</summary>
    public IReadOnlyList<Person> Named(Guid partnerId, string name, string? email)
    {
        var key = KnownPerson.Key(name);
        var here = byName.GetValueOrDefault((partnerId, key)) ?? [];
        var reached = email is null ? [] : byMailbox.GetValueOrDefault((key, email.ToUpperInvariant())) ?? [];
        return reached.Count <= 1 ? (reached.Count == 1 ? reached : here)
            : reached.Intersect(here).ToList() is { Count: > 0 } both ? both
            : reached;
    }

    /// <summary>
    /// Whether somebody found by name can be another one who is called so: with a mailbox of their own, and not known to serve the partner today
    /// in the very function that the row names.
    /// </summary>
    public bool MayBeAnother(Guid partnerId, Person found, ContactRow row, DateOnly today) =>
        row.Email is { } email
        && !string.IsNullOrWhiteSpace(found.Email)
        && !string.Equals(email, found.Email.Trim(), StringComparison.OrdinalIgnoreCase)
        && !HeldBy(partnerId, found)
            .Any(m => m.HoldsOn(today) && row.Function is { } said && Fold.Of(said) == Fold.Of(m.Function));

    public bool IsNew(Person person) => added.Contains(person);

    /// <summary>Whether it is the first mandate with which somebody new enters the record.</summary>
    public bool Enters(Person person) => IsNew(person) && entered.Add(person);

    /// <summary>Somebody whom only the file names.</summary>
    public Person Add(Guid partnerId, string name, string? email)
    {
        var person = new Person { Name = name };
        added.Add(person);
        KnowName(partnerId, person);
        KnowMailbox(person, email);
        return person;
    }

    /// <summary>The mandates of that role of the partner.</summary>
    public IReadOnlyList<Mandate> Held(Guid partnerId, MandateRole role) => held.GetValueOrDefault((partnerId, role)) ?? [];

    /// <summary>Those of one person in any role.</summary>
    public IEnumerable<Mandate> HeldBy(Guid partnerId, Person person) =>
        Enum.GetValues<MandateRole>().SelectMany(role => Held(partnerId, role)).Where(m => m.PersonId == person.Id);

    public void Know(Mandate mandate)
    {
        ListAt(held, (mandate.PartnerId, mandate.Role)).Add(mandate);
        KnowName(mandate.PartnerId, mandate.Person);
    }

    private void KnowName(Guid partnerId, Person person)
    {
        var named = ListAt(byName, (partnerId, KnownPerson.Key(person.Name)));
        if (!named.Contains(person))
            named.Add(person);
    }

    private void KnowMailbox(Person person, string? email)
    {
        if (email is not null)
            ListAt(byMailbox, (KnownPerson.Key(person.Name), email.Trim().ToUpperInvariant())).Add(person);
    }

    private static List<TValue> ListAt<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
